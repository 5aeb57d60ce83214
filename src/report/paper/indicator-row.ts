import { cellLabel, type CellAddress } from "../../expr/cell";
import type { Expression } from "../../expr/expression";
import { inputsOf } from "../../expr/inputs";
import type { ScoredFund, ScoredIndicator } from "../../model/evaluation";
import type { Field } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import {
  copiedQuantity,
  count,
  FORMATS,
  link,
  number,
  text,
  type DraftCell,
  type GuardedSource,
} from "../sheets/draft";
import type { Places } from "../sheets/places";
import { computedStep } from "../../scoring/adopted";
import { PAPER_COLUMNS, paperColumn, type PaperColumn } from "./columns";

/** A number and the cell of the working paper where it stands. */
export interface Placed {
  readonly at: CellAddress;
  readonly of: Expression;
}

/** Where the working paper keeps a row's results, for totals, tables and the user's own cells. */
export interface PaperRow {
  readonly source: CellAddress;
  readonly points: Placed | null;
  /** The rate computed from base data, for an empty 实际完成值. */
  readonly measure: Placed | null;
  readonly completion: Placed | null;
  readonly computed: Placed | null;
  readonly adopted: Placed | null;
  readonly scoreRate: Placed | null;
}

/** What indicators and the fund row show alike. */
interface RowTexts {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: Quantity | Field | null;
  readonly actual: Quantity | null;
  readonly cell: CellAddress;
  /** The user's cells that the explanation speaks of. */
  readonly sources: readonly (Quantity | null)[];
}

export function indicatorTexts({ entry, application }: ScoredIndicator): RowTexts {
  return {
    level1: entry.level1 ?? "",
    level2: entry.level2 ?? "",
    name: [entry.level3, entry.level4].filter(Boolean).join(" / "),
    target: entry.target,
    actual: entry.actual,
    cell: entry.cell,
    sources: [entry.target, entry.actual, ...(application.sources ?? [])],
  };
}

export function fundTexts({ entry }: ScoredFund): RowTexts {
  return {
    level1: "预算执行率",
    level2: "",
    name: entry.item,
    target: entry.adjustedBudget ?? entry.initialBudget,
    actual: entry.executed,
    cell: entry.cell,
    sources: [entry.adjustedBudget ?? entry.initialBudget, entry.executed],
  };
}

/**
 * One row: every step in a column of its own, later steps pointing at earlier ones.
 * @param row where it will stand; `places` learns the cells of points, adopted score and rate
 */
export function layIndicatorRow(
  scored: ScoredIndicator | ScoredFund,
  texts: RowTexts,
  order: number,
  at: (column: number) => CellAddress,
  places: Places,
): { cells: (DraftCell | undefined)[]; row: PaperRow } {
  const cells: (DraftCell | undefined)[] = PAPER_COLUMNS.map(() => undefined);
  const put = (key: PaperColumn, cell: DraftCell): CellAddress => {
    cells[paperColumn(key)] = cell;
    return at(paperColumn(key));
  };
  const { outcome } = scored.application;
  const steps = outcome.kind === "scored" ? outcome : null;

  put("number", count(order));
  put("level1", text(texts.level1));
  put("level2", text(texts.level2));
  put("name", text(texts.name));
  if (texts.target !== null && texts.target.cell !== null)
    put("targetText", copiedQuantity(texts.target.cell, texts.target));
  if (texts.actual?.cell != null && texts.actual.nature !== "empty")
    put("actualText", copiedQuantity(texts.actual.cell, texts.actual));
  put("rule", text(scored.application.label));
  put("explanation", text(scored.explanation));
  put("source", link(texts.cell, cellLabel(texts.cell)));
  const guarded = guards(computedStep(scored.application), texts.sources);
  if (guarded.length > 0) put("check", { kind: "source-guard", sources: guarded });

  const points = placed(scored.trees.points, "points", FORMATS.points);
  if (steps?.target) placed(steps.target, "target", formatFor(steps.target));
  const measure = placed(steps?.measure, "actual", FORMATS.rate);
  if (measure === null && steps?.actual) placed(steps.actual, "actual", formatFor(steps.actual));
  const completion = placed(steps?.completion, "completion", FORMATS.rate);
  const computed = placed(computedStep(scored.application), "computed", FORMATS.score);
  const adopted = placed(scored.trees.score, "adopted", FORMATS.score);
  const scoreRate = placed(scored.trees.scoreRate, "scoreRate", FORMATS.rate);
  return {
    cells,
    row: {
      source: texts.cell,
      points,
      measure,
      completion,
      computed,
      adopted,
      scoreRate,
    },
  };

  function placed(of: Expression | null | undefined, key: PaperColumn, format: string): Placed | null {
    if (of == null) return null;
    const where = put(key, number(of, format));
    places.set(of, where);
    return { at: where, of };
  }
}

function formatFor(of: Expression): string {
  return "style" in of && of.style === "percent" ? FORMATS.rate : "General";
}

/** A date enters as a constant wherever it is not read as a number. */
const isLiveNumber = ({ live, nature }: Quantity): boolean => live === "number" && nature !== "date";

/** Numbers are guarded where the formula reads them, words and constants by the text of their cell. */
export function guards(computed: Expression | null, sources: readonly (Quantity | null)[]): GuardedSource[] {
  if (computed === null) return [];
  const numbers = inputsOf(computed).filter((node) => node.reading === undefined && node.style !== "points");
  const read = new Set(numbers.map((node) => cellLabel(node.cell)));
  const texts = sources.flatMap((source): GuardedSource[] =>
    source?.cell == null ||
    source.nature === "empty" ||
    isLiveNumber(source) ||
    read.has(cellLabel(source.cell))
      ? []
      : [{ kind: "text", cell: source.cell, text: source.text }],
  );
  return [
    ...numbers.map((node): GuardedSource => ({ kind: "number", cell: node.cell, value: node.value })),
    ...texts,
  ];
}
