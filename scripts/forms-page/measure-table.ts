import { toDecimal } from "../../src/expr/decimal";
import type { Exact } from "../../src/expr/exact";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import { leafName, type FundEntry, type IndicatorEntry } from "../../src/model/form";
import { isWhole } from "../../src/model/scope";
import { compact } from "../../src/text/characters";
import { withoutColon } from "../../src/text/labels";
import { cleanName } from "../../src/text/names";
import type { PublishedTable, TableTruth } from "../../test/fixtures/forms/published-table.js";
import { sheet, type TypedCell } from "../../test/forms/grids.js";

export interface TableResult {
  readonly id: string;
  readonly rows: number;
  readonly fields: number;
  /** `指标 培训人数 得分: 10 / 9`: what the table says and what was read. */
  readonly wrong: readonly string[];
}

/** Reads a published table and holds every field of its rows against what stands there. */
export function measureTable({ id, rows, merges, sheet: name, truth }: PublishedTable): TableResult {
  const { evaluations } = recogniseWorkbook([
    sheet(
      rows.map((row) => row.map((cell) => cell as TypedCell)),
      { name, merges: [...merges] },
    ),
  ]);
  const indicators = evaluations.flatMap((form) => form.indicators);
  const funds = evaluations.flatMap((form) => form.funds);
  const total = evaluations.flatMap((form) => form.totals).findLast(isWhole)?.score ?? null;
  const compared = [
    ...indicatorFields(truth, indicators),
    ...truth.funds.flatMap((fund) => fundFields(fund, funds)),
    ...(truth.total_printed === null
      ? []
      : [
          field(
            "合计",
            truth.total_printed,
            total?.entered.value ?? evaluations.at(-1)?.statedScore?.entered.value ?? null,
          ),
        ]),
    { what: "指标行数", says: String(truth.indicators.length), read: String(indicators.length) },
  ];
  return {
    id,
    rows: truth.indicators.length,
    fields: compared.length,
    wrong: compared.flatMap(({ what, says, read }) => (says === read ? [] : [`${what}：${says} / ${read}`])),
  };
}

interface Compared {
  readonly what: string;
  readonly says: string;
  readonly read: string;
}

const shown = (value: Exact | null | undefined): string => (value == null ? "" : toDecimal(value));

/** Numbers by their value: a score column may be typed as text. */
const number = (value: number | string | null): string =>
  value === null || value === "" ? "" : String(Number(String(value).replace(/[^\d.-]/g, "")));

const field = (what: string, says: number | string | null, read: Exact | null | undefined): Compared => ({
  what,
  says: number(says),
  read: shown(read),
});

const text = (what: string, says: string | null, read: string | null | undefined): Compared => ({
  what,
  says: compact(says ?? ""),
  read: compact(read ?? ""),
});

function indicatorFields({ indicators }: TableTruth, read: readonly IndicatorEntry[]): Compared[] {
  let level1: string | null = null;
  const rest = [...read];
  return indicators.flatMap((row) => {
    level1 = row.level1 === "^" ? level1 : row.level1;
    const at = rest.findIndex((entry) => compact(leafName(entry)) === compact(cleanName(row.name)));
    const [entry] = at === -1 ? [] : rest.splice(at, 1);
    const named = `“${row.name}”`;
    return [
      text(`${named}名称`, cleanName(row.name), entry && leafName(entry)),
      ...(level1 === null ? [] : [text(`${named}一级指标`, cleanName(level1, true), entry?.level1)]),
      // In a table without a column of points a caption may give them.
      ...(row.points === null ? [] : [field(`${named}分值`, row.points, entry?.points?.value)]),
      text(`${named}指标值`, row.target, withoutOwnColumns(row.target, entry?.target?.text)),
      text(`${named}完成值`, row.actual, entry?.actual?.text),
      field(`${named}得分`, row.score, entry?.score?.entered.value),
    ];
  });
}

/** Sign and unit that stand in columns of their own are none of the words in the target's cell. */
const withoutOwnColumns = (says: string | null, read: string | undefined): string | undefined =>
  says !== null && read?.includes(says) === true && /^[\d.]+$/.test(says) ? says : read;

function fundFields(
  { item, budget, executed, score }: TableTruth["funds"][number],
  funds: readonly FundEntry[],
): Compared[] {
  const entry = funds.find((fund) => compact(fund.item).includes(withoutColon(compact(item))));
  const budgetRead = entry?.adjustedBudget?.value ?? entry?.initialBudget?.value;
  return [
    field(`“${item}”预算数`, budget, budgetRead),
    field(`“${item}”执行数`, executed, entry?.executed?.value),
    field(`“${item}”得分`, score, entry?.score?.entered.value),
  ];
}
