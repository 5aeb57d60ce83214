import type { CellAddress } from "../expr/cell";
import type { Exact } from "../expr/exact";
import type { Expression, StepNode } from "../expr/expression";
import type { TextExpression } from "../expr/text";
import type { Finding } from "./finding";
import type { EvaluationForm, Field, FundEntry, IndicatorEntry } from "./form";
import type { GradeScale } from "./grade";
import type { Quantity } from "./quantity";

/** What a rule makes of an indicator. */
export interface RuleApplication {
  /** Name of the rule kind, e.g. `ratio`; null where none was found. */
  readonly kind: string | null;
  /** Chinese name, e.g. 按完成比例计分. */
  readonly label: string;
  readonly outcome: RuleOutcome;
  /** A rate computed from base data, whatever the rule made of it. */
  readonly measured?: StepNode;
  /** The cells that it was computed from. */
  readonly sources?: readonly Quantity[];
  /** Conventions that were applied (0/0, not applicable, over-achievement …), for the findings. */
  readonly notes: readonly Finding[];
}

export type RuleOutcome =
  | {
      readonly kind: "scored";
      /** The measured result where it was computed from base data (预算执行率 …): written back into an empty 实际完成值. */
      readonly measure: StepNode | null;
      /** 完成率, where the rule has one. */
      readonly completion: StepNode | null;
      /** Points awarded, already rounded to the workbook's places. */
      readonly score: StepNode;
      /** The operands that stand in the working paper's own columns. */
      readonly target: Expression | null;
      readonly actual: Expression | null;
    }
  /** `saysWordingOnly`: the reason repeats the 评分标准 and says nothing of its own. */
  | { readonly kind: "needs-judgement"; readonly why: string; readonly saysWordingOnly?: true }
  | { readonly kind: "not-filled"; readonly why: string }
  | { readonly kind: "not-understood"; readonly why: string }
  /** `score` per the setting: full points, or null when dropped. */
  | { readonly kind: "not-applicable"; readonly why: string; readonly score: StepNode | null };

export type IndicatorStatus =
  "scored" | "entered" | "needs-judgement" | "not-filled" | "not-applicable" | "not-understood" | "shared";

/** Of an entered score with the computed one. */
export type Agreement = "same" | "rounded" | "floored" | "differs" | "not-entered" | "not-computed";

/**
 * Points, the score that counts and its rate as trees: whoever shows one of these numbers shows its tree, so that no
 * two places can say different numbers. Null where a row or a sum has no such number, now or later.
 */
export interface ScoreTrees {
  readonly points: Expression | null;
  /** Without a number (待评分) for as long as nobody has scored. */
  readonly score: Expression | null;
  readonly scoreRate: Expression | null;
}

export interface SumTrees extends ScoreTrees {
  /** Null where no grade can be told: the points are not known. */
  readonly grade: TextExpression | null;
}

/** A sum of scores: of a dimension, of the indicators alone, of the evaluation. The values are those of the trees. */
export interface ScoredSum {
  readonly points: Exact | null;
  readonly score: Exact | null;
  readonly scoreRate: Exact | null;
  readonly grade: string | null;
  readonly trees: SumTrees;
}

/** What indicators and the fund row that counts have in common once scored. */
export interface Scored {
  readonly points: Exact | null;
  readonly trees: ScoreTrees;
  readonly application: RuleApplication;
  readonly status: IndicatorStatus;
  /** What the rule gives, rounded; null where it takes judgement. */
  readonly computedScore: Exact | null;
  /** The number in the score cell that the add-in did not write. */
  readonly enteredScore: Exact | null;
  readonly agreement: Agreement;
  /** The score that counts. */
  readonly score: Exact | null;
  /** Where `score` comes from. */
  readonly adopted: "computed" | "entered" | "none";
  /** The score cell holds words, an error or a formula without a number: they stay until the user adopts the score. */
  readonly keepsTyped: boolean;
  /** Chinese, with the numbers. */
  readonly explanation: string;
}

export interface ScoredIndicator extends Scored {
  readonly entry: IndicatorEntry;
}

export interface ScoredFund extends Scored {
  readonly entry: FundEntry;
  /** Executed ÷ adjusted budget, exact; null at 0/0 or without amounts. */
  readonly executionRate: Exact | null;
}

export interface ScoredDimension extends ScoredSum {
  readonly name: string;
  /** How a score came about that no row gives: 权重 × 得分率 of a conclusion form; empty otherwise. */
  readonly explanation: string;
  /** Leaf cells of its indicators, and of the fund row where it is a dimension of its own. */
  readonly members: readonly CellAddress[];
}

/** What was done to the sum of the scores before it became the total. */
export interface TotalAdjustments {
  /** Indicators that do not apply were left out and the rest counted as 100 (rules catalogue N23). */
  readonly rescaled: boolean;
  /** The total may not pass a limit that the form states for low execution (rules catalogue N21). */
  readonly cap: TotalCapping | null;
}

export interface TotalCapping {
  readonly steps: readonly { readonly under: string; readonly most: string }[];
  /** Where the form states it. */
  readonly stated: Field;
  /** The execution rate that it is held against. */
  readonly rate: Expression;
}

/** A step to the total in a line of its own: 适用指标合计, 合计, 封顶后总分. */
export interface TotalLine {
  readonly name: string;
  readonly explanation: string;
  readonly sum: ScoredSum;
}

/** The sum is that of the last line: after the adjustments. */
export interface ScoredEvaluation extends ScoredSum {
  readonly form: EvaluationForm;
  readonly gradeScale: GradeScale;
  readonly funds: readonly ScoredFund[];
  readonly indicators: readonly ScoredIndicator[];
  readonly dimensions: readonly ScoredDimension[];
  /** The indicators without the fund row; null where the form has no 合计 of them. */
  readonly indicatorsAlone: ScoredSum | null;
  readonly lines: readonly TotalLine[];
  readonly computedScore: Exact | null;
  readonly adjustments: TotalAdjustments;
  readonly enteredScore: Exact | null;
  readonly enteredGrade: string | null;
  readonly findings: readonly Finding[];
}
