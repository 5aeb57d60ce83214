import { parseCellLabel, type CellAddress } from "../../src/expr/cell";
import { exact, parseDecimal, ZERO, type Exact } from "../../src/expr/exact";
import { constant, step } from "../../src/expr/expression";
import type { Check, CheckSubject } from "../../src/checks/check";
import type {
  Agreement,
  RuleApplication,
  RuleOutcome,
  Scored,
  ScoredDimension,
  ScoredEvaluation,
  ScoredFund,
  ScoredIndicator,
  SumTrees,
} from "../../src/model/evaluation";
import type { Finding } from "../../src/model/finding";
import type { EvaluationForm, Field, FundEntry, ResultCell, TotalEntry } from "../../src/model/form";
import { DEFAULT_GRADE_SCALE, gradeOf, gradeOfRate } from "../../src/model/grade";
import type { Comparison, Direction, Quantity, QuantityNature, Target } from "../../src/model/quantity";
import { dimensionScope, isWhole, WHOLE, type Scope } from "../../src/model/scope";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import type {
  BaseDatum,
  BudgetTable,
  Recognition,
  StatedNumber,
  SurveyTable,
  TargetRow,
} from "../../src/model/workbook";

/** `报告数字!B4`; a bare `B4` stands on the evaluation's sheet. */
export function at(label: string): CellAddress {
  const cell = parseCellLabel(label.includes("!") ? label : `绩效指标!${label}`);
  if (cell === null) throw new Error(`no cell: ${label}`);
  return cell;
}

const SIGNS: Record<string, [Comparison, Direction]> = {
  "≥": [">=", "higher"],
  "≤": ["<=", "lower"],
  ">": [">", "higher"],
  "<": ["<", "lower"],
  "=": ["=", "exact"],
  "": ["none", "higher"],
};
const AMOUNT = /^([≥≤<>=]?)\s*(-?[\d,]+(?:\.\d+)?)\s*(%|\D*)$/;
const FACTORS: Record<string, number> = { 万元: 10000, 亿元: 100000000, 万人: 10000 };

/** What a cell says, read plainly: `≥35批`, `15,383.72`, `37.55%`, words, or nothing. */
export function target(text: string, cell: string | null = null, given: Partial<Target> = {}): Target {
  const [, sign = "", digits, unit = ""] = AMOUNT.exec(text) ?? [];
  const number = digits === undefined ? null : parseDecimal(digits.replace(/,/g, ""));
  const [comparison, direction] =
    number === null ? (["none", null] as const) : (SIGNS[sign] ?? ["none", null]);
  const nature: QuantityNature = number !== null ? "number" : text === "" ? "empty" : "words";
  const value = number !== null && unit === "%" ? number.div(100) : number;
  const factor = exact(FACTORS[unit] ?? 1);
  return {
    text,
    cell: cell === null ? null : at(cell),
    nature,
    comparison,
    direction,
    value,
    value2: null,
    date: null,
    unit: unit === "" ? null : unit,
    factor,
    live: null,
    ...given,
  };
}

export function quantity(text: string, cell: string | null = null, given: Partial<Quantity> = {}): Quantity {
  return { ...target(text, cell), ...given };
}

export function result(text: string, cell: string, formula: string | null = null): ResultCell {
  return { cell: at(cell), entered: quantity(text, cell), formula };
}

export function field(text: string, cell: string): Field {
  return { text, cell: at(cell) };
}

interface ScoreGiven {
  points?: string | null;
  /** What a person typed; absent for an empty cell. */
  entered?: string;
  /** What the rule gives; absent where it takes judgement. */
  computed?: string;
  agreement?: Agreement;
  unrounded?: string;
  measure?: string;
  notes?: readonly Finding[];
}

/** Checks look at numbers, not at how they are written. */
export const NO_TREES: SumTrees = { points: null, score: null, scoreRate: null, grade: null };

function scored({
  points,
  entered,
  computed,
  agreement,
  unrounded,
  measure,
  notes = [],
}: ScoreGiven): Scored {
  const [typed, ruled] = [entered, computed].map((text) => (text === undefined ? null : parseDecimal(text)));
  const same =
    typed != null && ruled != null
      ? typed.equals(ruled)
        ? "same"
        : "differs"
      : typed == null
        ? "not-entered"
        : "not-computed";
  const most = points == null ? null : exact(points);
  const score = constant(unrounded ?? computed ?? 0);
  const outcome: RuleOutcome =
    ruled == null
      ? { kind: "needs-judgement", why: "由评价组打分" }
      : {
          kind: "scored",
          measure: measure === undefined ? null : step("实际完成值", "percent", constant(measure)),
          completion: null,
          score: step(
            "得分",
            "points",
            unrounded === undefined ? score : { kind: "round", places: 2, of: score },
          ),
          target: null,
          actual: null,
        };
  const application: RuleApplication = { kind: "ratio", label: "按完成比例计分", outcome, notes };
  return {
    points: most,
    trees: NO_TREES,
    application,
    status: typed != null ? "entered" : ruled != null ? "scored" : "needs-judgement",
    computedScore: ruled ?? null,
    enteredScore: typed ?? null,
    agreement: agreement ?? same,
    score: typed ?? ruled ?? null,
    adopted: typed != null ? "entered" : ruled != null ? "computed" : "none",
    keepsTyped: false,
    explanation: "",
  };
}

export interface IndicatorGiven extends ScoreGiven {
  name: string;
  level1?: string;
  level2?: string;
  target?: string | Target;
  actual?: string | Quantity;
  rule?: string;
  reason?: string;
  scoreRate?: string;
  row?: number;
}

/** An indicator in row `row`: name in C, points D, target E, actual F, rule G, score H, rate I, reason J. */
export function indicator(given: IndicatorGiven): ScoredIndicator {
  const { name, level1 = "产出", level2 = "产出数量", row = 4, entered, reason, rule, points } = given;
  const said = (text: string | Quantity | undefined, column: string) =>
    typeof text === "string" ? quantity(text, `${column}${row}`) : (text ?? null);
  return {
    ...scored(given),
    entry: {
      level1,
      level2,
      level3: name,
      level4: null,
      cell: at(`C${row}`),
      points: points == null ? null : { value: exact(points), cell: at(`D${row}`) },
      target: typeof given.target === "string" ? target(given.target, `E${row}`) : (given.target ?? null),
      actual: said(given.actual, "F"),
      rule: rule === undefined ? null : field(rule, `G${row}`),
      score: result(entered ?? "", `H${row}`),
      scoreRate: given.scoreRate === undefined ? null : result(given.scoreRate, `I${row}`),
      completionRate: null,
      reason: reason === undefined ? null : field(reason, `J${row}`),
      sharesScoreWith: null,
      confidence: "certain",
    },
  };
}

export interface FundGiven extends ScoreGiven {
  item: string;
  counts?: boolean;
  initial?: string;
  adjusted?: string;
  executed?: string;
  rate?: string;
  reason?: string;
  row?: number;
}

/** A row of the fund block: 年初预算数 in C, 全年预算数 D, 全年执行数 E, 分值 F, 执行率 G, 得分 H. */
export function fund(given: FundGiven): ScoredFund {
  const { item, counts = true, row = 6, entered, rate, reason, points } = given;
  const amount = (text: string | undefined, column: string) =>
    text === undefined ? null : quantity(text, `${column}${row}`);
  const entry: FundEntry = {
    item,
    cell: at(`B${row}`),
    counts,
    currency: "万元",
    initialBudget: amount(given.initial, "C"),
    adjustedBudget: amount(given.adjusted, "D"),
    executed: amount(given.executed, "E"),
    rate: rate === undefined ? null : result(rate, `G${row}`),
    points: points == null ? null : { value: exact(points), cell: at(`F${row}`) },
    score: result(entered ?? "", `H${row}`),
    reason: reason === undefined ? null : field(reason, `I${row}`),
  };
  const budget = (entry.adjustedBudget ?? entry.initialBudget)?.value ?? ZERO;
  const executed = entry.executed?.value ?? null;
  return {
    ...scored(given),
    entry,
    executionRate: executed === null || budget.equals(ZERO) ? null : executed.div(budget),
  };
}

export function total(given: {
  /** A dimension's name, or the scope; the whole where absent. */
  scope?: string | Scope;
  points?: string;
  score?: string | ResultCell;
  scoreRate?: string;
  grade?: string;
  row?: number;
}): TotalEntry {
  const { scope = WHOLE, row = 30, points, score, scoreRate, grade } = given;
  return {
    cell: at(`A${row}`),
    scope: typeof scope === "string" ? dimensionScope(scope) : scope,
    points: points === undefined ? null : result(points, `D${row}`),
    score: score === undefined ? null : typeof score === "string" ? result(score, `H${row}`) : score,
    scoreRate: scoreRate === undefined ? null : result(scoreRate, `I${row}`),
    grade: grade === undefined ? null : result(grade, `J${row}`),
  };
}

const FORM: EvaluationForm = {
  sheet: "绩效指标",
  family: "project-self",
  title: null,
  unit: null,
  year: "2023",
  funds: [],
  indicators: [],
  captions: [],
  dimensions: [],
  totals: [],
  statedScore: null,
  statedGrade: null,
  gradeScale: null,
  notes: [],
  columns: [],
  doubts: [],
};

/** An evaluation with its sums; `form` says what else its sheet states. */
export function evaluation(
  given: {
    indicators?: readonly ScoredIndicator[];
    funds?: readonly ScoredFund[];
    form?: Partial<EvaluationForm>;
  } = {},
): ScoredEvaluation {
  const { indicators = [], funds = [] } = given;
  const form = {
    ...FORM,
    indicators: indicators.map(({ entry }) => entry),
    funds: funds.map(({ entry }) => entry),
    ...given.form,
  };
  const counted: Scored[] = [
    ...funds.filter((row) => row.entry.counts && row.points !== null),
    ...indicators,
  ];
  const names = [...new Set(indicators.map(({ entry }) => entry.level1 ?? ""))];
  const dimensions = names.map((name): ScoredDimension => {
    const members = indicators.filter(({ entry }) => entry.level1 === name);
    const [points, score] = [
      sumOf(members.map((member) => member.points)),
      sumOf(members.map((member) => member.score)),
    ];
    const scoreRate = points === null || score === null || points.equals(ZERO) ? null : score.div(points);
    return {
      name,
      points,
      score,
      scoreRate,
      grade: scoreRate && gradeOfRate(scoreRate, DEFAULT_GRADE_SCALE),
      members: members.map(({ entry }) => entry.cell),
      explanation: "",
      trees: NO_TREES,
    };
  });
  const stated = (form.totals.find(isWhole)?.score ?? form.statedScore)?.entered.value ?? null;
  const score = counted.length === 0 ? stated : sumOf(counted.map((row) => row.score));
  const statedGrade = form.totals.find(isWhole)?.grade ?? form.statedGrade;
  return {
    form,
    gradeScale: DEFAULT_GRADE_SCALE,
    adjustments: { rescaled: false, cap: null },
    funds,
    indicators,
    dimensions,
    points: counted.length === 0 ? null : sumOf(counted.map((row) => row.points)),
    score,
    computedScore: score,
    grade: score === null ? null : gradeOf(score, DEFAULT_GRADE_SCALE),
    scoreRate: null,
    trees: NO_TREES,
    indicatorsAlone: null,
    lines: [],
    enteredScore: stated,
    enteredGrade: statedGrade?.entered.text ?? null,
    findings: [],
  };
}

function sumOf(values: readonly (Exact | null)[]): Exact | null {
  return values.reduce(
    (sum, value) => (sum === null || value === null ? null : sum.add(value)),
    ZERO as Exact | null,
  );
}

export function datum(name: string, text: string, cell: string, formula: string | null = null): BaseDatum {
  return { name, cell: at(cell), quantity: quantity(text, cell), formula };
}

export function stated(
  item: string,
  text: string,
  computed: string,
  formula: string | null = null,
  row = 4,
): StatedNumber {
  return {
    item: field(item, `报告数字!A${row}`),
    stated: quantity(text, `报告数字!B${row}`),
    computed: computed === "" ? null : quantity(computed, `报告数字!C${row}`),
    computedFormula: formula,
  };
}

/** The cell of a formula: Excel's 15 digits behind what is shown. */
export function calculated(
  item: string,
  text: string,
  value: string,
  formula: string,
  row = 4,
): StatedNumber {
  const given = stated(item, text, "1", formula, row);
  return { ...given, computed: { ...quantity("1", `报告数字!C${row}`), text: value, value: exact(value) } };
}

export function budget(
  rows: readonly [name: string, amount: string, sampled?: "√"][],
  total: string | null,
  sheet = "预算资金",
): BudgetTable {
  return {
    sheet,
    title: null,
    currency: "万元",
    amountColumns: [field("调整预算数（万元）", `${sheet}!C3`)],
    rows: rows.map(([name, amount, sampled], row) => ({
      name: field(name, `${sheet}!B${row + 4}`),
      amounts: [quantity(amount, `${sheet}!C${row + 4}`)],
      sampled: sampled === "√",
    })),
    total:
      total === null
        ? null
        : {
            name: field("合计", `${sheet}!A${rows.length + 4}`),
            amounts: [quantity(total, `${sheet}!C${rows.length + 4}`)],
          },
    unitArea: { sheet, row: 3, column: 1, rowCount: Math.max(1, rows.length), columnCount: 1 },
    hasSampleMarks: rows.some(([, , sampled]) => sampled === "√"),
  };
}

export function survey(given: {
  issued?: string;
  returned?: string;
  overall?: string;
  entries: readonly { name: string; share?: string; count?: string; weight?: string }[];
}): SurveyTable {
  const { issued, returned, overall, entries } = given;
  return {
    sheet: "满意度",
    issued: issued === undefined ? null : datum("发放问卷", issued, "满意度!B4"),
    returned: returned === undefined ? null : datum("回收有效问卷", returned, "满意度!B5"),
    overall: overall === undefined ? null : datum("整体满意率", overall, "满意度!B20"),
    entries: entries.map(({ name, share, count, weight }, row) => ({
      name: field(name, `满意度!A${row + 6}`),
      share: share === undefined ? null : quantity(share, `满意度!B${row + 6}`),
      count: count === undefined ? null : quantity(count, `满意度!C${row + 6}`),
      weight: weight === undefined ? null : quantity(weight, `满意度!D${row + 6}`),
    })),
  };
}

export function targetRow(level2: string, level3: string, text: string, row: number): TargetRow {
  return {
    level1: null,
    level2,
    level3,
    cell: at(`绩效目标!C${row}`),
    target: target(text, `绩效目标!D${row}`),
  };
}

export function subject(
  recognition: Partial<Recognition> = {},
  ...evaluations: ScoredEvaluation[]
): CheckSubject {
  const empty: Recognition = {
    sheets: [],
    evaluations: evaluations.map(({ form }) => form),
    budgets: [],
    targets: [],
    surveys: [],
    baseData: [],
    rates: [],
    stated: [],
    gradeScale: null,
    doubts: [],
  };
  return { recognition: { ...empty, ...recognition }, evaluations, settings: DEFAULT_SETTINGS };
}

/** The check's findings as `severity cell: stated → computed`. */
export function raised(check: Check, looked: CheckSubject): string[] {
  return check.run(looked).map(({ severity, cell, stated: said, computed }) => {
    const place =
      cell === null
        ? "-"
        : `${cell.sheet === "绩效指标" ? "" : `${cell.sheet}!`}${String.fromCharCode(65 + cell.column)}${cell.row + 1}`;
    return `${severity} ${place}: ${said ?? "-"} → ${computed ?? "-"}`;
  });
}

export const NONE: string[] = [];
