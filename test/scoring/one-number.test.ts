import fc from "fast-check";
import { expect, it } from "vitest";
import { workbookReport } from "../../src/cli/json-report";
import { parseCellName } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import { fromCellNumber, type Exact } from "../../src/expr/exact";
import { roundHalfUp } from "../../src/expr/rounding";
import type { ScoredEvaluation, ScoredSum } from "../../src/model/evaluation";
import type { ResultCell } from "../../src/model/form";
import type { Settings } from "../../src/model/settings";
import type { CompiledCell } from "../../src/report/sheets/compile";
import { paperColumn, type PaperColumn } from "../../src/report/paper/columns";
import { planned, type Planned } from "../report/planned";
import { randomForm, randomSettings } from "./random-forms";

/** Points, score, rate and grade as anybody may read them; null where nothing is shown. */
type Said = readonly (string | null)[];

/** Names that no dimension bears: the whole, and the indicators without the fund row. */
const [WHOLE, ALONE] = ["", "\0"];
const DRAWS = 2_500;
const [PAPER, SUMMARY] = ["计算底稿", "绩效汇总"];

/** Numbers by their first six decimals: written as values they pass through Excel's numbers. */
const spoken = (value: Exact | null): string | null =>
  value === null ? null : toDecimal(roundHalfUp(value, 6));

const saidOf = ({ points, score, scoreRate, grade }: ScoredSum): Said => [
  spoken(points),
  spoken(score),
  spoken(scoreRate),
  grade,
];

/** What a written cell shows: the number or text that its formula gives, or what was written as a value. */
function shown(cell: CompiledCell | null | undefined): string | null {
  if (cell == null) return null;
  if (cell.expected?.kind === "number") return spoken(cell.expected.value);
  const text = cell.expected?.kind === "text" ? cell.expected.text : String(cell.content);
  if (text === "" || text === "待评分" || text === "没有适用的指标") return null;
  return typeof cell.content === "number" ? spoken(fromCellNumber(cell.content)) : text;
}

const rowsOf = ({ plan }: Planned, name: string): readonly (readonly (CompiledCell | null)[])[] =>
  plan.sheets.find(({ sheet }) => sheet.draft.name === name)?.sheet.cells ?? [];

const named = (cells: readonly (CompiledCell | null)[], column: number): string =>
  String(cells[column]?.content ?? "");

const PAPER_SAYS = (["points", "adopted", "scoreRate", "grade"] satisfies PaperColumn[]).map(paperColumn);

/** The lines of sums on the working paper by name; the total is the last of 合计 and 封顶后总分. */
function onPaper(run: Planned): Map<string, Said> {
  const sums = new Map<string, Said>();
  for (const cells of rowsOf(run, PAPER)) {
    const name = named(cells, paperColumn("name"));
    if (!/^(?:小计：.*|合计|封顶后总分|指标合计.*)$/.test(name)) continue;
    sums.set(
      name.startsWith("小计") ? name.slice(3) : name.startsWith("指标合计") ? ALONE : WHOLE,
      PAPER_SAYS.map((column) => shown(cells[column])),
    );
  }
  return sums;
}

/** 综合评价得分表 of the summary, by name. */
function onSummary(run: Planned): Map<string, Said> {
  const rows = rowsOf(run, SUMMARY);
  const from = rows.findIndex((cells) => /^表 \d+　综合评价得分表$/.test(named(cells, 0)));
  const sums = new Map<string, Said>();
  if (from < 0) return sums;
  for (const cells of rows.slice(from + 2)) {
    const name = named(cells, 0);
    if (name === "") break;
    sums.set(
      name === "综合得分" ? WHOLE : name,
      cells.slice(1, 5).map((cell) => shown(cell)),
    );
  }
  return sums;
}

/** What a result cell of the user's shows after the run; undefined where the run does not write it. */
function inCell(run: Planned, target: ResultCell | null): string | null | undefined {
  const write = run.plan.userWrites.find(
    ({ at }) => target !== null && at.row === target.cell.row && at.column === target.cell.column,
  );
  if (write?.content == null) return undefined;
  const pointed = /^=计算底稿!([A-Z]+\d+)$/.exec(String(write.content))?.[1];
  if (pointed === undefined)
    return typeof write.content === "number" ? spoken(fromCellNumber(write.content)) : write.content;
  const at = parseCellName(pointed);
  return at === null ? undefined : shown(rowsOf(run, PAPER)[at.row]?.[at.column]);
}

type Results = Partial<Record<"score" | "scoreRate" | "grade", ResultCell | null>>;

function usersCells(run: Planned, { form }: ScoredEvaluation): [string, Results][] {
  return [
    ...form.dimensions.map((entry): [string, Results] => [entry.name, entry]),
    ...form.totals.map((entry): [string, Results] => [
      entry.scope.kind === "dimension" ? entry.scope.name : entry.scope.kind === "whole" ? WHOLE : ALONE,
      entry,
    ]),
    [WHOLE, { score: form.statedScore, grade: form.statedGrade }],
  ];
}

function everywhereTheSame(run: Planned, settings: Settings): void {
  const [evaluation] = run.evaluations;
  if (evaluation === undefined) return;
  const sums = new Map<string, ScoredSum>([
    ...evaluation.dimensions.map((sum): [string, ScoredSum] => [sum.name, sum]),
    ...(evaluation.indicatorsAlone === null
      ? []
      : [[ALONE, evaluation.indicatorsAlone] as [string, ScoredSum]]),
    [WHOLE, evaluation],
  ]);
  const [paper, summary] = [onPaper(run), onSummary(run)];
  const [report] = workbookReport("自评.xlsx", { evaluations: [evaluation], findings: [] }).evaluations;
  const inJson = [
    ...(report?.dimensions ?? []).map(({ name, points, score, grade }) => [name, points, score, grade]),
    [WHOLE, report?.points, report?.score, report?.grade],
  ];
  expect(inJson, "JSON").toEqual(
    [
      ...evaluation.dimensions.map((sum): [string, ScoredSum] => [sum.name, sum]),
      [WHOLE, evaluation] as const,
    ].map(([name, { points, score, grade }]) => [
      name,
      points === null ? null : toDecimal(points),
      score === null ? null : toDecimal(score),
      grade,
    ]),
  );
  for (const [name, sum] of sums) {
    const scored = saidOf(sum);
    expect([name, paper.get(name)], "working paper").toEqual([name, scored]);
    if (summary.has(name)) expect([name, summary.get(name)], "summary").toEqual([name, scored]);
    if (summary.size > 0 && name === WHOLE) expect(summary.get(WHOLE)).toBeDefined();
  }
  for (const [name, { score, scoreRate, grade }] of usersCells(run, evaluation)) {
    const scored = sums.get(name);
    const cells = [score, scoreRate, grade].map((target) => inCell(run, target ?? null));
    const should = scored === undefined ? [] : saidOf(scored).slice(1);
    cells.forEach((cell, column) => {
      if (cell === undefined) return;
      expect([name, settings.output, cell], "user's cells").toEqual([name, settings.output, should[column]]);
    });
  }
}

it("total, grade and every dimension are the same numbers in scoring, working paper, summary, the user's cells and JSON", () => {
  fc.assert(
    fc.property(randomForm, randomSettings, (form, settings) => {
      everywhereTheSame(planned([form], settings), settings);
    }),
    { seed: 20_240_506, numRuns: DRAWS },
  );
}, 120_000);
