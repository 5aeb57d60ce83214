import type { ScoredEvaluation } from "../../model/evaluation";
import { nameKey } from "../labels";
import type { ProofreadSubject, Reading, Relation } from "../reading";
import { printedText, told, valueOf } from "../relation";
import type { TextTable } from "../tables";
import type { TextNumber, TextRelation } from "../text-model";

const TOTAL_BEFORE = /(?:共|合计|共计|总计|共有|涉及)[^\d,。;]{0,4}$/;
const LEVELS: readonly (readonly [RegExp, "level1" | "level2" | "level3"])[] = [
  [/一级指标$/, "level1"],
  [/二级指标$/, "level2"],
  [/三级指标$/, "level3"],
];
const FEWEST_ROWS = 3;
const MOST_TABLES = 100;

/** 预算单位共 36 家: the rows of the table that lists them; 18 个三级指标: the indicators of the workbook. */
export const counts: Relation = (reading, subject) => {
  const listing = reading.tables
    .filter(({ header, rows }) => rows.length >= FEWEST_ROWS && header.some((cell) => /序号/.test(cell)))
    .slice(0, MOST_TABLES);
  return reading.numbers.flatMap((number) => {
    if (number.kind !== "count" || number.hold !== "stated" || number.column !== null) return [];
    return [...listedRows(reading, listing, subject, number), ...levels(number, subject)];
  });
};

/** A table of the same section whose header names what is counted. */
function listedRows(
  { passages }: Reading,
  tables: readonly TextTable[],
  { recognition }: ProofreadSubject,
  number: TextNumber,
): TextRelation[] {
  const passage = passages[number.passage];
  const counted = nameKey(number.label);
  if (
    passage === undefined ||
    counted.length < 2 ||
    !TOTAL_BEFORE.test(passage.text.slice(Math.max(0, number.start - 10), number.start))
  )
    return [];
  const named = tables.filter(({ header }) => header.some((cell) => isNamed(counted, cell)));
  const [table] = named.filter(
    ({ section, rows }) => section === passage.section && (rows[0]?.passage ?? 0) > number.passage,
  );
  if (table !== undefined) return [compared(number, table.rows.length, "表中列出")];
  const [budget] = recognition.budgets;
  if (
    named.length > 0 ||
    budget === undefined ||
    recognition.budgets.length > 1 ||
    !/(?:预算|下属|所属|项目)单位$/.test(counted)
  )
    return [];
  return [compared(number, budget.rows.length, "工作簿列出", budget)];
}

function isNamed(counted: string, header: string): boolean {
  const key = nameKey(header);
  return key.length >= 2 && counted.endsWith(key);
}

function compared(
  number: TextNumber,
  rows: number,
  how: string,
  budget?: ProofreadSubject["recognition"]["budgets"][number],
): TextRelation {
  const verdict = valueOf(number).equals(rows) ? "holds" : "fails";
  const cell = budget === undefined ? null : (budget.total?.name.cell ?? budget.unitArea);
  return told(
    { kind: "count", stated: number, how, cell },
    verdict,
    printedText(number),
    `${rows}${number.unit ?? ""}`,
  );
}

function levels(number: TextNumber, { evaluations }: ProofreadSubject): TextRelation[] {
  const level = LEVELS.find(([name]) => name.test(number.noun) || name.test(number.label))?.[1];
  const [evaluation] = evaluations;
  if (level === undefined || evaluation === undefined || evaluations.length > 1 || !isAllOf(number))
    return [];
  const known = namesOf(evaluation, level);
  if (known === 0) return [];
  const verdict = valueOf(number).equals(known) ? "holds" : "fails";
  const cell = verdict === "fails" ? (evaluation.indicators[0]?.entry.cell ?? null) : null;
  return [
    told(
      { kind: "count", stated: number, how: "工作簿中", what: "指标数", cell },
      verdict,
      printedText(number),
      `${known}${number.unit ?? ""}`,
    ),
  ];
}

/** 其中3个三级指标未完成 counts some of them. */
function isAllOf({ sentence, label }: TextNumber): boolean {
  return (
    !/其中|未|部分|扣分|定量|定性/.test(label) && /体系|下设|分为|设置|一级指标.*二级指标/.test(sentence)
  );
}

function namesOf({ indicators }: ScoredEvaluation, level: "level1" | "level2" | "level3"): number {
  const names = indicators.map(({ entry }) => {
    if (level === "level1") return entry.level1;
    return level === "level2"
      ? entry.level2 && `${entry.level1 ?? ""}|${entry.level2}`
      : `${entry.level1 ?? ""}|${entry.level2 ?? ""}|${entry.level3 ?? ""}`;
  });
  return names.some((name) => name === null) ? 0 : new Set(names).size;
}
