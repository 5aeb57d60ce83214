import { cellLabel } from "../expr/cell";
import { toDecimal } from "../expr/decimal";
import { addUp, ZERO } from "../expr/exact";
import type { Doubt, EvaluationForm } from "../model/form";
import type { SheetGrid } from "../model/grid";
import { isOutputSheet, SETTINGS_SHEET } from "../model/sheet-names";
import type { NamedNumber } from "../model/named-number";
import type { RateRow, Recognition, RecognisedSheet, SheetRole } from "../model/workbook";
import { readConclusionForm } from "./head/conclusion-form";
import { readEvaluations } from "./evaluations";
import { gradeScaleOfRows } from "./head/grade-scale-search";
import { withExplanations } from "./indicators/explanations";
import { readLists, type Lists } from "./lists/lists";
import { viewOf, type SheetView } from "./sheet/sheet-view";
import { isMonitoring, monitoringDoubt } from "./head/monitoring";
import { isTargetTable, targetRowsOf } from "./head/target-rows";

export interface ReadSheet extends Partial<Lists> {
  readonly name: string;
  readonly role: SheetRole;
  readonly remark: string;
  readonly forms: readonly EvaluationForm[];
  readonly view: SheetView | null;
  /** Hidden sheets are not read. */
  readonly isHidden?: true;
}

/**
 * What can be told of a workbook from its cells alone, linear in their number. The numbers of its base data, which only
 * scoring needs, are read where `numbersOf` says how; without it `named` is not there.
 */
export function recogniseTables(
  sheets: readonly SheetGrid[],
  numbersOf?: (sheet: ReadSheet) => readonly NamedNumber[],
): Recognition {
  const read = sheets.map(readSheet);
  const all = read.flatMap((sheet) => sheet.forms);
  const monitored = all.filter(isMonitoring);
  const forms = all.filter((form) => !isMonitoring(form));
  const hasScored = forms.some(
    (form) =>
      !isTargetTable(form, false) && form.columns.some(({ role }) => role === "score" || role === "actual"),
  );
  const isTargets = (form: EvaluationForm): boolean => isMonitoring(form) || isTargetTable(form, hasScored);
  const evaluations = withSummaries(forms.filter((form) => !isTargets(form)));
  return {
    sheets: read.map((sheet) => describe(sheet, isTargets)),
    evaluations,
    budgets: read.flatMap(({ budgets }) => budgets ?? []),
    targets: forms.filter(isTargets).flatMap(targetRowsOf),
    surveys: read.flatMap(({ surveys }) => surveys ?? []),
    baseData: read.flatMap(({ baseData }) => baseData ?? []),
    rates: withoutFunds(
      read.flatMap(({ rates }) => rates ?? []),
      evaluations,
    ),
    stated: read.flatMap(({ stated }) => stated ?? []),
    ...(numbersOf === undefined ? {} : { named: read.flatMap(numbersOf) }),
    gradeScale:
      evaluations.find(({ gradeScale }) => gradeScale !== null)?.gradeScale ?? scaleOfOtherSheets(read),
    doubts: [...read.flatMap(hiddenSheetDoubt), ...monitored.map(monitoringDoubt)],
  };
}

/** A fund block is read as such: its rates are not those of a plain list. */
function withoutFunds(rates: readonly RateRow[], forms: readonly EvaluationForm[]): RateRow[] {
  const own = new Set(forms.flatMap(({ funds }) => funds.map(({ cell }) => cellLabel(cell))));
  return rates.filter(({ item }) => !own.has(cellLabel(item.cell)));
}

function readSheet(grid: SheetGrid): ReadSheet {
  const base = { name: grid.name, forms: [], view: null, remark: "" } as const;
  if (isOutputSheet(grid.name)) return { ...base, role: "output", remark: "绩衡写入的结果" };
  if (grid.name === SETTINGS_SHEET) return { ...base, role: "settings" };
  if (!grid.visible) return { ...base, role: "ignored", remark: "隐藏的工作表，未读取", isHidden: true };
  const view = viewOf(grid);
  const forms = readEvaluations(view).map((form) => withExplanations(view, form));
  if (forms.some(({ indicators, dimensions }) => indicators.length + dimensions.length > 0))
    return { ...base, role: "evaluation", forms, view };
  const lists = readLists(view);
  // Funds with a total score and no indicators: the amounts are base data as well.
  if (forms.length > 0)
    return { ...base, role: "evaluation", forms, view, baseData: lists.baseData, rates: lists.rates };
  const conclusion = lists.stated.length > 0 ? null : readConclusionForm(view);
  if (conclusion)
    return {
      ...base,
      role: "evaluation",
      forms: [conclusion.form],
      view,
      baseData: [...conclusion.baseData],
    };
  return { ...base, ...lists, role: roleOf(lists), view, remark: lists.remark };
}

function roleOf({ budgets, surveys, stated, baseData }: Lists): SheetRole {
  if (stated.length > 0) return "stated-numbers";
  if (surveys.length > 0) return "survey";
  if (budgets.length > 0) return "budget";
  return baseData.length > 0 ? "base-data" : "ignored";
}

/** A table 评价指标 | 权重 | 得分 | 等级 on a sheet of its own belongs to the evaluation that has the indicators. */
function withSummaries(forms: readonly EvaluationForm[]): EvaluationForm[] {
  const scored = forms.filter(({ indicators }) => indicators.length > 0);
  const [only] = scored;
  if (scored.length !== 1 || !only || only.dimensions.length > 0) return [...forms];
  const summaries = forms.filter(
    (form) => form.indicators.length === 0 && form.dimensions.length > 0 && form.family !== "conclusion",
  );
  const dimensions = summaries.flatMap((summary) => summary.dimensions);
  return forms
    .filter((form) => !summaries.includes(form))
    .map((form) => (form === only ? { ...form, dimensions } : form));
}

function describe(
  { name, role, remark, forms }: ReadSheet,
  isTargets: (form: EvaluationForm) => boolean,
): RecognisedSheet {
  if (forms.length === 0) return { name, role, remark };
  const [first] = forms;
  if (first && forms.every(isTargets))
    return { name, role: "targets", remark: `${targetRowsOf(first).length} 个绩效目标` };
  const indicators = forms.flatMap((form) => form.indicators);
  const points = addUp(indicators.map(({ points: own }) => own?.value ?? ZERO));
  const count = `${indicators.length} 个指标`;
  const text =
    first?.family === "conclusion"
      ? "评价结论表"
      : indicators.length === 0
        ? first?.dimensions.length
          ? "评价得分表"
          : "总得分和资金，没有指标"
        : points.equals(0)
          ? count
          : `${count}，合计 ${toDecimal(points)} 分`;
  return { name, role, remark: forms.length > 1 ? `${forms.length} 个评价，${text}` : text };
}

function scaleOfOtherSheets(read: readonly ReadSheet[]): Recognition["gradeScale"] {
  for (const { view, forms } of read) {
    const scale =
      view === null || forms.length > 0
        ? null
        : gradeScaleOfRows(
            view,
            Array.from({ length: view.rows }, (_, row) => row),
            [],
          );
    if (scale) return scale;
  }
  return null;
}

function hiddenSheetDoubt({ name, isHidden }: ReadSheet): Doubt[] {
  if (isHidden !== true) return [];
  return [
    {
      code: "hidden-sheet",
      cell: { sheet: name, row: 0, column: 0 },
      message: `工作表“${name}”已隐藏，没有读取；如需计算，请先取消隐藏。`,
    },
  ];
}
