import type { CellAddress, CellArea } from "../expr/cell";
import type { Doubt, EvaluationForm, Field, ResultCell } from "./form";
import type { Quantity, Target } from "./quantity";
import type { GradeScale } from "./grade";
import type { NamedNumber } from "./named-number";

/** A named number of the workbook: a row of 基础数据, or of the block below a budget table. */
export interface BaseDatum {
  readonly name: string;
  readonly cell: CellAddress;
  readonly quantity: Quantity;
  /** With `=`; null for a typed value. */
  readonly formula: string | null;
}

/** One unit of a budget table. */
export interface BudgetRow {
  readonly name: Field;
  /** One for each amount column, in the order of `amountColumns`. */
  readonly amounts: readonly (Quantity | null)[];
  readonly sampled: boolean;
}

/** 预算资金: amounts by unit with a total row. */
export interface BudgetTable {
  readonly sheet: string;
  readonly title: Field | null;
  readonly currency: string;
  readonly amountColumns: readonly Field[];
  readonly rows: readonly BudgetRow[];
  readonly total: { readonly name: Field; readonly amounts: readonly (Quantity | null)[] } | null;
  /** Where the units' names stand, from the first to the last row. */
  readonly unitArea: CellArea;
  readonly hasSampleMarks: boolean;
}

/** One answer or group of a satisfaction survey. */
export interface SurveyEntry {
  readonly name: Field;
  readonly share: Quantity | null;
  readonly count: Quantity | null;
  readonly weight: Quantity | null;
}

/** 满意度: answers of one survey, or groups with their weights. */
export interface SurveyTable {
  readonly sheet: string;
  readonly issued: BaseDatum | null;
  readonly returned: BaseDatum | null;
  readonly entries: readonly SurveyEntry[];
  readonly overall: BaseDatum | null;
}

/** A row of 报告数字: what the report's prose states beside what it should be. */
export interface StatedNumber {
  readonly item: Field;
  readonly stated: Quantity;
  /** Null where the workbook leaves it to the add-in. */
  readonly computed: Quantity | null;
  readonly computedFormula: string | null;
}

/** A row of the approved targets (绩效目标表). */
export interface TargetRow {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string;
  readonly cell: CellAddress;
  readonly target: Target;
}

/** What a sheet was taken for; `ignored` sheets say why in `remark`. */
export type SheetRole =
  | "evaluation"
  | "budget"
  | "targets"
  | "survey"
  | "base-data"
  | "stated-numbers"
  | "settings"
  | "output"
  | "ignored";

export interface RecognisedSheet {
  readonly name: string;
  readonly role: SheetRole;
  /** Chinese, for the pane: `18 个三级指标，合计 100 分`. */
  readonly remark: string;
}

/** 政府采购 | 预算数 | 实际采购数 | 采购执行率: a row of a plain list with a cell for its rate. */
export interface RateRow {
  readonly item: Field;
  /** 采购执行率, as the column is headed. */
  readonly label: string;
  readonly currency: string;
  /** Null where no number stands: a part of the row above, without a budget of its own. */
  readonly planned: Quantity | null;
  readonly done: Quantity | null;
  readonly rate: ResultCell;
}

/** Everything that was understood of a workbook. */
export interface Recognition {
  readonly sheets: readonly RecognisedSheet[];
  readonly evaluations: readonly EvaluationForm[];
  readonly budgets: readonly BudgetTable[];
  readonly targets: readonly TargetRow[];
  readonly surveys: readonly SurveyTable[];
  readonly baseData: readonly BaseDatum[];
  readonly rates: readonly RateRow[];
  readonly stated: readonly StatedNumber[];
  /** Every number of the sheets with the words around it; absent where only lists were read. */
  readonly named?: readonly NamedNumber[];
  /** Cells that the user chose among several facts for one thing. */
  readonly chosenFacts?: ReadonlySet<string>;
  readonly gradeScale: GradeScale | null;
  readonly doubts: readonly Doubt[];
}
