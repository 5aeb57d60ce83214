import { evaluate } from "../../expr/evaluate";
import { speakNumber } from "../../expr/explain";
import { round, type Expression } from "../../expr/expression";
import type { Finding } from "../../model/finding";
import type { ScoringCase } from "../kind";
import { notes } from "../notes";

/** The wording seldom says how part of a step counts (rules catalogue N8): both scores are shown where they differ. */
export function partNote(of: ScoringCase, continuous: Expression, whole: Expression): Finding[] {
  const { places } = of.context.settings;
  const [one, other] = [evaluate(round(continuous, places)), evaluate(round(whole, places))];
  if (one === null || other === null || one.equals(other)) return [];
  const cell = of.entry.rule?.cell ?? of.entry.cell;
  return [notes.partStep(cell, speakNumber(one, "points"), speakNumber(other, "points"))];
}
