import type { Exact } from "../../expr/exact";
import { exact, ZERO } from "../../expr/exact";
import { differenceOf, exactly, quotientOf, sumOf, type Estimate } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import type { Relation } from "../reading";
import { digits, estimate, relation, valueOf } from "../relation";
import type { TextRow, TextTable } from "../tables";
import type { TextNumber, TextRelation } from "../text-model";

/** So many rows must show it before the others are held against it. */
const FEWEST = 3;
const MOST_COLUMNS = 9;
const MOST_ROWS = 400;
const MOST_TABLES = 100;
const SHOWING = exact("0.75");

interface Columns {
  readonly how: "+" | "-" | "÷";
  readonly result: number;
  readonly a: number;
  readonly b: number;
}

/** 不合格率 = 不合格 ÷ 抽检, 结余 = 预算 − 支出: what the columns of most rows show holds for the others as well. */
export const tableColumns: Relation = ({ tables }) =>
  tables.slice(0, MOST_TABLES).flatMap((table) => {
    const grid = gridOf(table);
    return shown(grid).flatMap((columns) => grid.flatMap((row) => ofRow(row, columns)));
  });

/** The numbers of each row by their column; a bare number beside percentages is no rate. */
function gridOf({ rows, total }: TextTable): ReadonlyMap<number, TextNumber>[] {
  const all: TextRow[] = total === null ? [...rows] : [...rows, total];
  return all
    .slice(0, MOST_ROWS)
    .map(
      ({ numbers }) =>
        new Map(
          numbers.flatMap((number) => (number.column === null ? [] : [[number.column, number] as const])),
        ),
    );
}

function shown(grid: readonly ReadonlyMap<number, TextNumber>[]): Columns[] {
  if (grid.length < FEWEST) return [];
  const columns = [...new Set(grid.flatMap((row) => [...row.keys()]))]
    .sort((a, b) => a - b)
    .slice(0, MOST_COLUMNS);
  const found: Columns[] = [];
  for (const result of columns)
    for (const a of columns)
      for (const b of columns) {
        if (result === a || result === b || a === b) continue;
        const rated = grid.filter((row) => row.get(result)?.kind === "rate").length * 2 > grid.length;
        for (const how of rated ? (["÷"] as const) : (["+", "-"] as const)) {
          if (
            (how === "+" && a > b) ||
            (how === "-" && found.some((other) => other.how === "+" && other.result === a))
          )
            continue;
          if (isShown(grid, { how, result, a, b })) found.push({ how, result, a, b });
        }
      }
  return found;
}

function isShown(grid: readonly ReadonlyMap<number, TextNumber>[], columns: Columns): boolean {
  let holding = 0;
  let telling = 0;
  let all = 0;
  const seen = new Set<string>();
  for (const row of grid) {
    const terms = termsOf(row, columns);
    if (terms === null) continue;
    all += 1;
    if (judge(terms.result.printed, terms.should) === "fails") continue;
    holding += 1;
    // Rows with nothing in them, and rows that are all alike, show nothing.
    const isTelling =
      !terms.should.face.equals(ZERO) && [terms.a, terms.b].every((term) => !valueOf(term).equals(ZERO));
    const key = terms.should.face.toFraction();
    if (isTelling && !seen.has(key)) telling += 1;
    seen.add(key);
  }
  return telling >= FEWEST && share(holding, all).compare(SHOWING) >= 0;
}

function share(part: number, whole: number): Exact {
  return exact(part).div(whole);
}

function termsOf(
  row: ReadonlyMap<number, TextNumber>,
  { how, result, a, b }: Columns,
): { result: TextNumber; a: TextNumber; b: TextNumber; should: Estimate } | null {
  const [r, x, y] = [row.get(result), row.get(a), row.get(b)];
  if (
    r === undefined ||
    x === undefined ||
    y === undefined ||
    [r, x, y].some(({ hold }) => hold !== "stated")
  )
    return null;
  if ((x.kind === "rate" || y.kind === "rate") !== (r.kind === "rate" && how !== "÷")) return null;
  const [left, right] = [exactOrRounded(x), exactOrRounded(y)];
  const should =
    how === "+" ? sumOf([left, right]) : how === "-" ? differenceOf(left, right) : quotientOf(left, right);
  return should === null ? null : { result: r, a: x, b: y, should };
}

function exactOrRounded(number: TextNumber): Estimate {
  return number.printed.places === 0 ? exactly(valueOf(number)) : estimate(number);
}

function ofRow(row: ReadonlyMap<number, TextNumber>, columns: Columns): TextRelation[] {
  const terms = termsOf(row, columns);
  if (terms === null) return [];
  const { result, a, b, should } = terms;
  return [
    relation({
      kind: "table",
      stated: result,
      should,
      how: `${digits(a)}${columns.how}${digits(b)}`,
      of: [a, b],
      severity: "warning",
    }),
  ];
}
