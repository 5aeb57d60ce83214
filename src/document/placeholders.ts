import { wordTable } from "../text/word-table";
import { toDecimal, toFixed, withThousands } from "../expr/decimal";
import { addUp, HUNDRED, type Exact } from "../expr/exact";
import { leafName } from "../model/form";
import type { ScoredEvaluation } from "../model/evaluation";
import { lossesOf } from "../scoring/losses";
import { gapText, inlineText, type DocumentTable } from "./content";
import { documentTable } from "./document-table";
import { evaluated, type ReportFacts } from "./facts";
import type { TableKind } from "../report/summary/report-tables";
import type { AutoText } from "./outlines";
import { AUTO_TEXTS } from "./sentences";

/** What stands for a placeholder of the bureau's own template. */
export type Filling =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tables"; readonly tables: readonly DocumentTable[] };

type Value = (evaluation: ScoredEvaluation) => string | null;

const decimal = (value: Exact | null): string | null => (value === null ? null : toDecimal(value, 2));
const score = (value: Exact | null): string | null => (value === null ? null : toFixed(value, 2));
const rate = (value: Exact | null): string | null =>
  value === null ? null : `${toFixed(value.mul(HUNDRED), 2)}%`;

const total = ({ funds }: ScoredEvaluation) => funds.find(({ entry }) => entry.counts) ?? null;

function amount(of: "budget" | "executed"): Value {
  return (evaluation) => {
    const fund = total(evaluation);
    if (fund === null) return null;
    const { adjustedBudget, initialBudget, executed, currency } = fund.entry;
    const quantity = of === "executed" ? executed : (adjustedBudget ?? initialBudget);
    return quantity?.value == null || quantity.nature !== "number"
      ? null
      : `${withThousands(toDecimal(quantity.value, 6))}${quantity.unit ?? currency}`;
  };
}

/** {{得分}} and the like: one number or word of the evaluation. */
const VALUES: Readonly<Record<string, Value>> = wordTable({
  项目名称: ({ form }) => evaluated(form) || null,
  单位: ({ form }) => form.unit,
  年度: ({ form }) => form.year,
  得分: (of) => score(of.score),
  满分: (of) => decimal(of.points),
  得分率: (of) => rate(of.score === null || of.points === null ? null : of.score.div(of.points)),
  等级: (of) => of.grade,
  预算数: amount("budget"),
  执行数: amount("executed"),
  执行率: (of) => rate(total(of)?.executionRate ?? null),
  指标数: ({ indicators }) => String(indicators.length),
  失分: (of) =>
    of.score === null || of.points === null ? null : decimal(addUp(lossesOf(of).map(({ lost }) => lost))),
});

/** {{一级指标得分:决策}}, {{指标得分:预算执行率}}: a number of the row of that name. */
const OF_NAME: Readonly<Record<string, (evaluation: ScoredEvaluation, name: string) => string | null>> =
  wordTable({
    一级指标分值: (of, name) => decimal(dimensionOf(of, name)?.points ?? null),
    一级指标得分: (of, name) => score(dimensionOf(of, name)?.score ?? null),
    一级指标得分率: (of, name) => rate(dimensionOf(of, name)?.scoreRate ?? null),
    一级指标等级: (of, name) => dimensionOf(of, name)?.grade ?? null,
    指标分值: (of, name) => decimal(indicatorOf(of, name)?.points ?? null),
    指标得分: (of, name) => score(indicatorOf(of, name)?.score ?? null),
    指标值: (of, name) => indicatorOf(of, name)?.entry.target?.text ?? null,
    完成值: (of, name) => indicatorOf(of, name)?.entry.actual?.text ?? null,
  });

const dimensionOf = ({ dimensions }: ScoredEvaluation, name: string) =>
  dimensions.find((dimension) => dimension.name.replace(/指标$/, "") === name.replace(/指标$/, ""));

const indicatorOf = ({ indicators }: ScoredEvaluation, name: string) =>
  indicators.find(({ entry }) => leafName(entry) === name);

/** {{结论}}: whole sentences, as the made report has them. */
const SENTENCES: Readonly<Record<string, AutoText>> = wordTable({
  评价对象: "subject",
  资金情况: "funds",
  权重分布: "weights",
  等级标准: "scale",
  结论: "conclusion",
  一级指标情况: "dimensions",
  失分情况: "losses",
});

const TABLES: Readonly<Record<string, readonly TableKind[]>> = wordTable({
  综合得分: ["dimensions", "result"],
  指标得分: ["scores", "self-form", "appraisal"],
  绩效目标: ["targets"],
  目标完成: ["completion"],
  资金: ["funds", "budget", "lists"],
  抽样: ["sample"],
  比率: ["rates"],
  自评表: ["self-form"],
  考核评分: ["appraisal"],
  绩效分析: ["analysis"],
  满意度: ["survey"],
  失分分析: ["losses"],
});

/** The names that a template may use, for the manual and the pane. */
export const PLACEHOLDER_NAMES: readonly string[] = [
  ...Object.keys(VALUES),
  "生成日期",
  ...Object.keys(OF_NAME).map((name) => `${name}:…`),
  ...Object.keys(SENTENCES),
  ...Object.keys(TABLES).map((name) => `表:${name}`),
  "表:指标得分:…",
];

/** What a placeholder stands for; null where no placeholder has that name. What is known and missing becomes a marked gap. */
export function fillingOf(placeholder: string, facts: ReportFacts, today: string): Filling | null {
  const [head = "", ...rest] = placeholder.split(/[:：]/).map((part) => part.trim());
  const name = rest.join(":");
  if (head === "表") return tablesOf(rest, facts);
  if (placeholder === "生成日期") return { kind: "text", text: today };
  const evaluations = facts.papers.map(({ evaluation }) => evaluation);
  const value = name === "" ? VALUES[head] : undefined;
  if (value !== undefined) return joined(evaluations.map(value), placeholder);
  const ofName = name === "" ? undefined : OF_NAME[head];
  if (ofName !== undefined)
    return joined(
      evaluations.map((of) => ofName(of, name)),
      placeholder,
    );
  const auto = name === "" ? SENTENCES[head] : undefined;
  if (auto === undefined) return null;
  const paragraphs = facts.papers.flatMap((paper) => AUTO_TEXTS[auto](paper).map(inlineText));
  return { kind: "text", text: paragraphs.length === 0 ? gapText(placeholder) : paragraphs.join("\n") };
}

/** Several evaluations of one workbook stand side by side. */
function joined(values: readonly (string | null)[], placeholder: string): Filling {
  const known = [...new Set(values.map((value) => value || gapText(placeholder)))];
  return { kind: "text", text: known.length === 0 ? gapText(placeholder) : known.join("、") };
}

function tablesOf([name = "", dimension = ""]: readonly string[], facts: ReportFacts): Filling | null {
  const kinds = TABLES[name];
  if (kinds === undefined) return null;
  const tables = facts.tables.filter(
    (table) =>
      kinds.includes(table.kind) && (dimension === "" || (table.dimension?.includes(dimension) ?? false)),
  );
  if (tables.length === 0) return { kind: "text", text: gapText(`表:${name}`) };
  return { kind: "tables", tables: tables.map(({ table }, index) => documentTable(table, index + 1)) };
}
