import { exactly, quotientOf, sumOf } from "../../printed/estimate";
import { exact } from "../../expr/exact";
import type { Relation } from "../reading";
import { digits, estimate, relation, valueOf } from "../relation";
import { distinct } from "../roles";
import type { TextRow, TextTable } from "../tables";
import type { TextNumber, TextRelation } from "../text-model";

const SCORE_HEADER = /得分/;
const RATE_NAME = /(?:率|比例)$/;
/** More than any report prints. */
const MOST_TABLES = 200;
const MOST_ROWS = 2000;
const MOST_RATES = 500;
const MOST_READINGS = 5;
/** A score this near to points × rate is meant to be in proportion to it. */
const IN_PROPORTION = exact("0.02");

/** Tables of 分值 | 得分 | 得分率: every 得分率 is 得分 ÷ 分值, and a rate's score is 分值 × the rate that the text prints. */
export const scoreTables: Relation = ({ tables, numbers, year }) => {
  const said = numbers
    .filter((number) => number.kind === "rate" && number.column === null && number.hold === "stated")
    .filter((number) => RATE_NAME.test(number.label) && (number.year === null || number.year === year))
    .slice(0, MOST_RATES);
  return tables
    .filter(isScoreTable)
    .slice(0, MOST_TABLES)
    .flatMap((table) => {
      const rows = table.total === null ? table.rows : [...table.rows, table.total];
      return [
        ...rows.slice(0, MOST_ROWS).flatMap(rateOfRow),
        ...table.rows.slice(0, MOST_ROWS).flatMap((row) => againstText(said, row)),
      ];
    });
};

function isScoreTable({ header, rows }: TextTable): boolean {
  return header.some((cell) => SCORE_HEADER.test(cell)) && rows.some((row) => split(row) !== null);
}

interface ScoreRow {
  readonly points: TextNumber;
  readonly score: TextNumber;
  readonly rate: TextNumber;
}

function split({ numbers }: TextRow): ScoreRow | null {
  const [points, score] = numbers.filter(({ kind }) => kind === "bare" || kind === "points").slice(-2);
  const rates = numbers.filter(({ kind }) => kind === "rate");
  const [rate] = rates;
  const fits =
    points !== undefined &&
    score !== undefined &&
    rate !== undefined &&
    rates.length === 1 &&
    points.offset < score.offset &&
    score.offset < rate.offset;
  return fits && valueOf(score).compare(valueOf(points)) <= 0 ? { points, score, rate } : null;
}

function rateOfRow(row: TextRow): TextRelation[] {
  const parts = split(row);
  if (parts === null) return [];
  const should = quotientOf(exactly(valueOf(parts.score)), exactly(valueOf(parts.points)));
  return should === null
    ? []
    : [
        relation({
          kind: "table",
          stated: parts.rate,
          should,
          how: `${digits(parts.score)}÷${digits(parts.points)}`,
        }),
      ];
}

/** 预算执行率 2 分 得 1.94 分, while the text gives 97.5% as its rate. */
function againstText(rates: readonly TextNumber[], row: TextRow): TextRelation[] {
  const parts = split(row);
  const name = row.cells.findLast((cell) => RATE_NAME.test(cell)) ?? parts?.rate.label ?? "";
  if (parts === null || !RATE_NAME.test(name)) return [];
  const said = distinct(rates.filter(({ label }) => label.endsWith(name))).slice(0, MOST_READINGS);
  const claims = said.map((rate) => {
    const should = {
      face: valueOf(parts.points).mul(valueOf(rate)),
      low: estimate(rate).low.mul(valueOf(parts.points)),
      high: estimate(rate).high.mul(valueOf(parts.points)),
    };
    return {
      should,
      claim: relation({
        kind: "score",
        stated: parts.score,
        should,
        how: `${digits(parts.points)}×${digits(rate)}`,
        what: `${name}得分`,
      }),
    };
  });
  const fitting = claims.find(({ claim }) => claim.verdict !== "fails");
  if (fitting !== undefined) return [fitting.claim];
  return claims
    .filter(
      ({ should }) =>
        should.face.sub(valueOf(parts.score)).abs().compare(valueOf(parts.points).mul(IN_PROPORTION)) <= 0 &&
        should.face.compare(valueOf(parts.points)) < 0,
    )
    .slice(0, 1)
    .map(({ claim }) => claim);
}

/** Σ of every column of a table with a total row. */
export const tableTotals: Relation = ({ tables }) =>
  tables.flatMap(({ rows, total }) => {
    if (total === null || rows.length < 2) return [];
    const amountsOf = (row: TextRow): readonly TextNumber[] =>
      row.numbers.filter(({ kind, column }, at) => kind !== "rate" && !(at === 0 && column === 0));
    const totals = amountsOf(total);
    // A row with other numbers than the total row was read wrongly, or has an empty cell: nothing is concluded.
    if (totals.length === 0 || rows.some((row) => amountsOf(row).length !== totals.length)) return [];
    return totals.map((stated, column) => {
      const cells = rows.flatMap((row) => amountsOf(row)[column] ?? []);
      const finest = Math.max(stated.printed.places, ...cells.map(({ printed }) => printed.places));
      const exactCells = cells.map((cell) => (finest <= 2 ? exactly(valueOf(cell)) : estimate(cell)));
      return relation({
        kind: "table",
        stated,
        should: sumOf(exactCells),
        how: `表中${rows.length}行之和`,
        of: cells,
        what: "合计",
      });
    });
  });
