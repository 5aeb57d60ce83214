import type { FindingCode } from "./finding";
import type { CellAddress } from "../expr/cell";
import type { Exact } from "../expr/exact";
import type { TextReading } from "../expr/expression";
import type { GradeScale } from "./grade";
import type { Quantity, Target } from "./quantity";
import type { Scope } from "./scope";

/** 评价类型; the words are the report's contract. */
export type Family =
  | "project-self"
  | "department-self"
  | "project-evaluation"
  | "department-evaluation"
  | "management-appraisal"
  | "conclusion";

/** How sure the reading is: `uncertain` is shown to the user and asked. */
export type Confidence = "certain" | "likely" | "uncertain";

/** Text of the sheet with the cell it stands in. */
export interface Field {
  readonly text: string;
  readonly cell: CellAddress;
}

/** A cell for a result: the user's own, empty or filled. */
export interface ResultCell {
  readonly cell: CellAddress;
  /** What stands there; `empty` where nothing does. */
  readonly entered: Quantity;
  /** The formula in the cell, with `=`; null for a typed value or an empty cell. */
  readonly formula: string | null;
}

/** 分值 and the cell it stands in. */
export interface PointsCell {
  readonly value: Exact;
  readonly cell: CellAddress;
  /**
   * Absent for a number cell; how to read `10分` or a caption `效益指标(10分)`; null where no formula reads the points
   * from the cell (a weight `20%` means 20 points) and they enter as a constant.
   */
  readonly reading?: TextReading | null;
}

/** What stands in the place of points and gives none: no number, or a caption's points that several rows share. */
export interface OpenPoints {
  readonly cell: CellAddress;
  readonly why: "unreadable" | "shared";
}

/** One row of an indicator table that is an indicator (see docs/report.md for which rows are). */
export interface IndicatorEntry {
  /** Names as on the sheet, without numbering prefixes, stars and bracketed points. */
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string | null;
  /** Only where the form has four levels; then the leaf. */
  readonly level4: string | null;
  /** The cell of the leaf's name. */
  readonly cell: CellAddress;
  /** The points and the cell they stand in; null where none are stated. */
  readonly points: PointsCell | null;
  /** Points that are stated and cannot be told: the total waits. */
  readonly openPoints?: OpenPoints;
  readonly target: Target | null;
  readonly actual: Quantity | null;
  /** 评分标准, or the rule printed in the place of the target. */
  readonly rule: Field | null;
  /** 指标解释, 指标说明, 计算公式 beside the rule: where the rate's own definition is printed. */
  readonly explanations?: readonly Field[];
  readonly score: ResultCell | null;
  readonly scoreRate: ResultCell | null;
  /** 完成率, where the form has such a column. */
  readonly completionRate: ResultCell | null;
  /** 偏差原因 / 扣分原因: the text and its cell; text is "" when the cell is empty; null without such a column. */
  readonly reason: Field | null;
  /** The leaf's cell of the row whose merged score cell this row shares (`score` is then null); null for a row with a score cell of its own. */
  readonly sharesScoreWith: CellAddress | null;
  readonly confidence: Confidence;
}

/** The name of the indicator itself, whichever level of the form it stands at. */
export function leafName({ level3, level4 }: Pick<IndicatorEntry, "level3" | "level4">): string {
  return level4 ?? level3 ?? "";
}

/** One row of the fund block (年度资金总额, 其中 …). */
export interface FundEntry {
  readonly item: string;
  readonly cell: CellAddress;
  /** False for 其中 rows, which never enter a total. */
  readonly counts: boolean;
  readonly currency: string;
  readonly initialBudget: Quantity | null;
  readonly adjustedBudget: Quantity | null;
  readonly executed: Quantity | null;
  readonly rate: ResultCell | null;
  readonly points: PointsCell | null;
  /** Points that are stated and cannot be told: the total waits. */
  readonly openPoints?: OpenPoints;
  readonly score: ResultCell | null;
  readonly reason: Field | null;
}

/** A caption that states points for a group: `产出指标(50分)`, `一、基础工作管理(16分)…总得分16分`. */
export interface CaptionPoints {
  readonly level: 1 | 2;
  readonly name: string;
  readonly cell: CellAddress;
  readonly points: Exact | null;
  readonly statedScore: Exact | null;
}

/** 合计 / 小计 / 总分. */
export interface TotalEntry {
  readonly cell: CellAddress;
  /** What it totals. */
  readonly scope: Scope;
  readonly points: ResultCell | null;
  readonly score: ResultCell | null;
  readonly scoreRate: ResultCell | null;
  readonly grade: ResultCell | null;
}

/** A row of a table 评价指标 | 权重 | 得分 | 得分率 | 等级, or a column of a conclusion form. */
export interface DimensionEntry {
  readonly name: string;
  readonly cell: CellAddress;
  readonly points: ResultCell | null;
  readonly score: ResultCell | null;
  readonly scoreRate: ResultCell | null;
  readonly grade: ResultCell | null;
}

/** What the head of a form says of the project, each with its cell; null where it says nothing. */
export interface FormHeadFields {
  readonly projectName: Field | null;
  /** 主管部门. */
  readonly department: Field | null;
  /** 实施单位, 填报单位, 预算单位. */
  readonly unit: Field | null;
  readonly projectCode: Field | null;
  readonly year: Field | null;
}

/** One scored body: the tables of one evaluation as recognised on its sheet. */
export interface EvaluationForm {
  readonly sheet: string;
  readonly family: Family;
  readonly title: Field | null;
  /** 被评价单位 as the form or its unit column names it. */
  readonly unit: string | null;
  /** Four digits. */
  readonly year: string | null;
  /** The labelled fields above the tables. */
  readonly head?: FormHeadFields;
  readonly funds: readonly FundEntry[];
  readonly indicators: readonly IndicatorEntry[];
  readonly captions: readonly CaptionPoints[];
  readonly dimensions: readonly DimensionEntry[];
  readonly totals: readonly TotalEntry[];
  /** 自评得分 / 评价等级 that stand outside a total row. */
  readonly statedScore: ResultCell | null;
  readonly statedGrade: ResultCell | null;
  readonly gradeScale: GradeScale | null;
  readonly notes: readonly Field[];
  /** Which column holds what, for the user to confirm. */
  readonly columns: readonly RecognisedColumn[];
  readonly doubts: readonly Doubt[];
}

export type ColumnRole =
  | "level1"
  | "level2"
  | "level3"
  | "level4"
  | "points"
  | "target"
  | "targetSign"
  | "targetUnit"
  | "actual"
  | "rule"
  | "completionRate"
  | "score"
  | "scoreRate"
  | "reason"
  | "unit";

export interface RecognisedColumn {
  readonly role: ColumnRole;
  readonly header: Field;
}

/** Something that was not understood with certainty and needs the user's word. */
export interface Doubt {
  readonly code: FindingCode;
  readonly cell: CellAddress;
  /** Chinese: what was found and what to do. */
  readonly message: string;
}
