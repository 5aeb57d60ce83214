import type { ScoredIndicator } from "../model/evaluation";
import type { IndicatorEntry } from "../model/form";
import type { Settings } from "../model/settings";
import type { Recognition } from "../model/workbook";
import { factsOf, ruleContext } from "../rules/rates/facts";
import { scoreIndicator } from "./indicator";

/** What wordings would give an indicator with the data that stand in the workbook. */
export function rulePreview(
  entry: IndicatorEntry,
  recognition: Recognition,
  settings: Settings,
): (wording: string) => ScoredIndicator {
  const form = recognition.evaluations.find(({ indicators }) => indicators.includes(entry));
  const facts = factsOf(recognition);
  const context = form === undefined ? { settings, facts, year: null } : ruleContext(facts, form, settings);
  return (wording) => scoreIndicator({ ...entry, rule: { text: wording, cell: entry.cell } }, context, false);
}
