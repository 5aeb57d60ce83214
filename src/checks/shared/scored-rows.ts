import type { Scored, ScoredEvaluation, ScoredFund, ScoredIndicator } from "../../model/evaluation";
import { leafName, type Field, type ResultCell } from "../../model/form";
import type { FindingCode } from "../../model/finding";
import { OUTPUT_NAMES } from "../../model/sheet-names";
import { fundName } from "./wording";

/** A row whose score counts: an indicator with a score cell of its own, or the fund row that counts. */
export interface ScoredRow {
  readonly name: string;
  readonly scored: Scored;
  readonly score: ResultCell | null;
  readonly reason: Field | null;
  readonly kind: "indicator" | "fund";
  /** Rule, target and name together: where 加分 may be promised. */
  readonly wording: string;
  readonly hasTarget: boolean;
}

const listed = new WeakMap<ScoredEvaluation, readonly ScoredRow[]>();

/** Rows that share the merged score cell of an earlier row are not rows of their own. Listed once for all checks. */
export function scoredRows(evaluation: ScoredEvaluation): readonly ScoredRow[] {
  const rows = listed.get(evaluation) ?? listRows(evaluation);
  listed.set(evaluation, rows);
  return rows;
}

function listRows(evaluation: ScoredEvaluation): ScoredRow[] {
  return [
    ...countingFunds(evaluation).map(fundRow),
    ...evaluation.indicators.filter((scored) => scored.status !== "shared").map(indicatorRow),
  ];
}

/** The 其中 rows never count. */
export function countingFunds(evaluation: ScoredEvaluation): ScoredFund[] {
  return evaluation.funds.filter((fund) => fund.entry.counts);
}

export function indicatorRow(scored: ScoredIndicator): ScoredRow {
  const { entry } = scored;
  const name = leafName(entry);
  const wording = [entry.rule?.text, entry.target?.text, name].join(" ");
  return {
    name,
    scored,
    score: entry.score,
    reason: entry.reason,
    kind: "indicator",
    wording,
    hasTarget: entry.target !== null && entry.target.nature !== "empty",
  };
}

function fundRow(scored: ScoredFund): ScoredRow {
  const { entry } = scored;
  return {
    name: fundName(entry),
    scored,
    score: entry.score,
    reason: entry.reason,
    kind: "fund",
    wording: entry.item,
    hasTarget: false,
  };
}

/** The only evaluation of the workbook; null where there are several and a name cannot say which is meant. */
export function onlyEvaluation(evaluations: readonly ScoredEvaluation[]): ScoredEvaluation | null {
  return evaluations.length === 1 ? (evaluations[0] ?? null) : null;
}

/** What the user stated in a result cell; null where it is empty or ours: that points at the add-in's own sheets. */
export function statedBy(result: ResultCell | null): ResultCell | null {
  if (result === null || result.entered.nature === "empty") return null;
  return OUTPUT_NAMES.some((sheet) => result.formula?.includes(sheet)) ? null : result;
}

// 无, /, 0 and … stand where nothing was written (rules catalogue E7).
const NO_REASON = /^(?:无|没有|不涉及|略|[0０/／\\\-—–－…. ]*)$/;

/** Whether the reason cell gives a reason. */
export function givesReason(reason: Field | null): boolean {
  return reason !== null && !NO_REASON.test(reason.text.trim());
}

/** Whether the indicator's rule has left this note itself: it is not raised twice. */
export function isNoted(scored: Scored, code: FindingCode): boolean {
  return scored.application.notes.some((note) => note.code === code);
}
