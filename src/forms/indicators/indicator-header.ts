import type { ColumnRole, RecognisedColumn } from "../../model/form";
import { addressAt, textAt } from "../../model/grid";
import type { HeaderMatch, HeaderRole } from "../sheet/headers";
import { compact } from "../../text/characters";
import { labelOf } from "../../text/labels";
import { areaAt, filledColumns, headerAt, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";

interface HeaderColumn extends HeaderMatch {
  readonly label: string;
  readonly column: number;
  readonly row: number;
  /** How many columns the header spans without a header of its own below. */
  readonly span: number;
}

/** The header of an indicator table: where it stands and which column holds what. */
export interface IndicatorHeader {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly level1: number | null;
  readonly level2: number | null;
  readonly level3: number | null;
  /** The column of the indicators' own names. */
  readonly leaf: number;
  /** The leaf is a fourth level. */
  readonly hasLevel4: boolean;
  /** A flat list 指标名称 | … without level columns. */
  readonly isFlat: boolean;
  readonly points: number | null;
  /** Points columns of the levels, in front of the leaf (一级指标 | 分值 | 二级指标 | 分值 | …). */
  readonly levelPoints: readonly number[];
  readonly target: number | null;
  /** 调整指标值, where a row fills it. */
  readonly adjustedTarget: number | null;
  readonly targetSpan: number;
  readonly targetSign: number | null;
  readonly targetUnit: number | null;
  /** `指标值(%)`: the unit that a header states for its whole column; empty where it states none. */
  readonly targetHeadUnit: string;
  readonly actuals: readonly number[];
  readonly rule: number | null;
  readonly completionRate: number | null;
  readonly scores: readonly number[];
  readonly scoreRate: number | null;
  readonly reason: number | null;
  readonly unit: number | null;
  readonly grade: number | null;
  readonly columns: readonly RecognisedColumn[];
  readonly allExact: boolean;
}

/** `评价指标` over `一级指标 | 二级指标` over `名称 | 权重`. */
const MOST_ROWS = 3;
const LEVELS: ReadonlySet<HeaderRole> = new Set(["level1", "level2", "level3", "level4"]);
const MEASURES: ReadonlySet<HeaderRole> = new Set(["points", "target", "actual", "score", "rule"]);

/** The indicator table whose header begins in this row, if one does. */
export function indicatorHeaderAt(view: SheetView, row: number): IndicatorHeader | null {
  let found = headerColumns(view, row);
  if (found.length < 2) return null;
  let last = row;
  for (; last < row + MOST_ROWS - 1; last += 1) {
    const below = continuation(view, last, isHeader(found));
    if (below === null) break;
    found = joinRows(found, below);
  }
  found = withResult(found.map((header) => asNames(view, header, found, last + 1)));
  return isHeader(found) ? arrange(view, row, last, found) : null;
}

/** `目标值(标准)` and `指标值`, and no column of results: the target is called so, and 指标值 is what came of it. */
function withResult(found: readonly HeaderColumn[]): HeaderColumn[] {
  const targets = found.filter(({ role }) => role === "target");
  const isPromise = ({ label }: HeaderColumn): boolean => /目标|计划|标准/.test(label);
  const hasResult = found.some(({ role }) => role === "actual");
  if (hasResult || !targets.some(isPromise)) return [...found];
  return found.map((header) =>
    header.role === "target" && header.label === "指标值" ? { ...header, role: "actual" } : header,
  );
}

/** `项目权重` over `项目决策2分`, `分值` over `审批备案（2分）`: names that state their points, no column of points. */
function asNames(
  view: SheetView,
  header: HeaderColumn,
  found: readonly HeaderColumn[],
  below: number,
): HeaderColumn {
  const beside = found.filter(({ column }) => Math.abs(column - header.column) <= 2);
  const isNames = /^\p{Script=Han}{2}.*\d分\)?$/su.test(compact(shownAt(view, below, header.column)));
  return header.role === "points" && isNames && beside.some(({ role }) => role === "name" || LEVELS.has(role))
    ? { ...header, role: "name" }
    : header;
}

function headerColumns(view: SheetView, row: number): HeaderColumn[] {
  return (
    filledColumns(view, row)
      .map((column) => headerColumn(view, row, column, headerAt(view, row, column)))
      .filter((header) => header !== null)
      // `绩效指标` merged down beside the rows captions the block, and heads no column.
      .filter(({ column }) => (areaAt(view, row, column)?.rowCount ?? 1) <= MOST_ROWS)
  );
}

function headerColumn(
  view: SheetView,
  row: number,
  column: number,
  match: HeaderMatch | null,
): HeaderColumn | null {
  const span = areaAt(view, row, column)?.columnCount ?? 1;
  return match && { ...match, label: labelOf(ownTextAt(view, row, column)), column, row, span };
}

/** The next row of a header of several: nothing but labels, under a header that is merged across or down. */
function continuation(view: SheetView, row: number, isTable: boolean): HeaderColumn[] | null {
  const columns = filledColumns(view, row + 1);
  if (columns.length === 0 || columns.length > 12) return null;
  const below = columns.flatMap((column) => partColumn(view, row + 1, column) ?? []);
  const above = filledColumns(view, row);
  const labels = columns.filter((column) => typeof view.grid.rows[row + 1]?.[column]?.value === "string");
  const isLabels =
    labels.length === columns.length &&
    (below.length * 2 >= columns.length ||
      (isTable &&
        above.some((column) => isMergedDown(view, row, column)) &&
        columns.every((column) => isUnderGroup(view, row, column))));
  const isPartNames = columns.every((column) => PART_NAME.test(labelOf(ownTextAt(view, row + 1, column))));
  const hasSpan = above.some(
    (column) => isMergedDown(view, row, column) || isMergedAcross(view, row, column),
  );
  // A header that is repeated is a table of its own.
  const repeats = below.filter(
    ({ column }) =>
      headerAt(view, row, column) !== null && shownAt(view, row, column) === shownAt(view, row + 1, column),
  );
  const crowded = columns.filter(
    (column) =>
      ownTextAt(view, row, column) !== "" &&
      !isMergedAcross(view, row, column) &&
      !PART_NAME.test(labelOf(ownTextAt(view, row + 1, column))),
  );
  return isLabels && (hasSpan || isPartNames) && repeats.length === 0 && crowded.length === 0 ? below : null;
}

const PART_NAME = /^(?:名称|内容)$/;

/** A label in the lower rows of a header; `名称` is a name there, below 一级指标 for one. */
function partColumn(view: SheetView, row: number, column: number): HeaderColumn | null {
  const isPartName = PART_NAME.test(labelOf(ownTextAt(view, row, column)));
  const part: HeaderMatch | null = isPartName ? { role: "name", rank: 0, exact: true } : null;
  return headerColumn(view, row, column, headerAt(view, row, column) ?? part);
}

/** `经费保障 | 人员保障 | 原因说明` under 偏差原因分析: unknown words, but under a label merged across that ends above them. */
function isUnderGroup(view: SheetView, row: number, column: number): boolean {
  const area = areaAt(view, row, column);
  return area !== null && area.columnCount > 1 && area.row + area.rowCount === row + 1;
}

const isMergedDown = (view: SheetView, row: number, column: number): boolean =>
  (areaAt(view, row, column)?.rowCount ?? 1) > 1;
const isMergedAcross = (view: SheetView, row: number, column: number): boolean =>
  (areaAt(view, row, column)?.columnCount ?? 1) > 1;

function joinRows(upper: readonly HeaderColumn[], lower: readonly HeaderColumn[]): HeaderColumn[] {
  const covered = (header: HeaderColumn): HeaderColumn[] =>
    lower.filter(({ column }) => column >= header.column && column < header.column + header.span);
  const kept = upper.filter((header) => covered(header).length === 0);
  const split = lower.map((header) => {
    const parent = upper.find(({ column, span }) => header.column >= column && header.column < column + span);
    // 得分 | (自评 | 复核), 一级指标 | (名称 | 权重): the group says what the lower label leaves out.
    const says = parent && (header.role === "ignored" || (header.role === "name" && LEVELS.has(parent.role)));
    return says ? { ...header, role: parent.role } : header;
  });
  return [...kept, ...split].sort((a, b) => a.column - b.column);
}

function isHeader(found: readonly HeaderColumn[]): boolean {
  const roles = new Set(found.map(({ role }) => role));
  const measures = [...roles].filter((role) => MEASURES.has(role)).length;
  const levels = [...roles].filter((role) => LEVELS.has(role)).length;
  if (levels >= 2) return measures >= 1;
  return (levels === 1 || roles.has("name")) && measures >= 2;
}

function arrange(
  view: SheetView,
  firstRow: number,
  lastRow: number,
  found: readonly HeaderColumn[],
): IndicatorHeader {
  const names = nameColumns(found);
  const others = found.filter(({ role }) => !LEVELS.has(role) && role !== "name");
  const of = (role: HeaderRole): HeaderColumn[] => others.filter((header) => header.role === role);
  const best = (role: HeaderRole): HeaderColumn | undefined =>
    [...of(role)].sort((a, b) => a.rank - b.rank || a.column - b.column)[0];
  const pointsAfter = of("points").filter(({ column }) => column > names.leaf);
  const points = pointsAfter[0] ?? of("points").at(-1);
  const adjusted = best("adjustedTarget");
  const target = best("target") ?? adjusted;
  const scores = scoreColumns(of);
  const used = new Map<ColumnRole, HeaderColumn | undefined>([
    ["points", points],
    ["targetSign", best("targetSign")],
    ["target", target],
    ["targetUnit", target === undefined ? undefined : best("targetUnit")],
    ["rule", best("rule")],
    ["completionRate", best("completionRate")],
    ["scoreRate", best("scoreRate")],
    ["reason", best("reason")],
    ["unit", best("unit")],
  ]);
  const at = (role: ColumnRole): number | null => used.get(role)?.column ?? null;
  const field = ({ row, column }: HeaderColumn): RecognisedColumn["header"] => ({
    text: textAt(view.grid, row, column),
    cell: addressAt(view.grid, row, column),
  });
  const listed: RecognisedColumn[] = [
    ...names.listed.map(([role, header]) => ({ role, header: field(header) })),
    ...[...used].flatMap(([role, header]) => (header ? [{ role, header: field(header) }] : [])),
    ...of("actual").map((header) => ({ role: "actual" as const, header: field(header) })),
    ...scores.map((header) => ({ role: "score" as const, header: field(header) })),
  ];
  return {
    firstRow,
    lastRow,
    level1: names.level1,
    level2: names.level2,
    level3: names.level3,
    leaf: names.leaf,
    hasLevel4: names.hasLevel4,
    isFlat: names.isFlat,
    points: at("points"),
    // 权重 of a 一级指标 beside 分值 of the others is a share of the whole, no sum of points.
    levelPoints: of("points").flatMap(({ column, label }) =>
      column === points?.column || column > names.leaf || isWeight(label) !== isWeight(points?.label ?? "")
        ? []
        : [column],
    ),
    target: at("target"),
    adjustedTarget: adjusted === target ? null : (adjusted?.column ?? null),
    targetSpan: at("targetSign") === null && at("targetUnit") === null ? (target?.span ?? 1) : 1,
    targetSign: at("targetSign"),
    targetUnit: at("targetUnit"),
    targetHeadUnit: target === undefined ? "" : unitInHeader(textAt(view.grid, target.row, target.column)),
    actuals: [...of("actual")].sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    rule: at("rule"),
    completionRate: at("completionRate"),
    scores: scores.map(({ column }) => column),
    scoreRate: at("scoreRate"),
    reason: at("reason"),
    unit: at("unit"),
    grade: best("grade")?.column ?? null,
    columns: listed.sort((a, b) => a.header.cell.column - b.header.cell.column),
    allExact: found.every(({ exact }) => exact),
  };
}

const isWeight = (label: string): boolean => label.includes("权重");

/** `年度指标值（万元）`; `年度指标值(A)` states no unit. */
function unitInHeader(text: string): string {
  return /[(（]\s*(%|％|百分比|(?:亿|万)?元)\s*[)）]/.exec(text)?.[1] ?? "";
}

/** 得分, else 折算得分, else `分数` beside a 分值 column. */
function scoreColumns(of: (role: HeaderRole) => HeaderColumn[]): HeaderColumn[] {
  const named = [of("score"), of("convertedScore")].find((columns) => columns.length > 0);
  const [, ...further] = of("points");
  return named ?? further.filter(({ label }) => label === "分数");
}

interface NameColumns extends Pick<
  IndicatorHeader,
  "level1" | "level2" | "level3" | "leaf" | "hasLevel4" | "isFlat"
> {
  readonly listed: readonly (readonly [ColumnRole, HeaderColumn])[];
}

/** Which columns hold names: by their levels, or 指标名称, alone, repeated, or merged over the level columns. */
function nameColumns(found: readonly HeaderColumn[]): NameColumns {
  const level = (role: HeaderRole): HeaderColumn | undefined =>
    found.filter((header) => header.role === role).sort((a, b) => a.rank - b.rank)[0];
  const [l1, l2, l3, l4] = [level("level1"), level("level2"), level("level3"), level("level4")];
  const generic = found.filter(({ role }) => role === "name");
  const after = (l2 ?? l1)?.column ?? -1;
  const named = l1 || l2 || l3 || l4 ? (l3 ?? generic.find(({ column }) => column > after)) : undefined;
  const chain: HeaderColumn[] = [l1, l2, named, l4].filter((header) => header !== undefined);
  const explicit = chain.length > 0;
  // 评价指标 merged over two columns of groups, 指标名称 beside it: each column is a level.
  const spread = generic.flatMap((header, index) =>
    index === generic.length - 1 && generic.length > 1 ? [header] : spreadOver(header),
  );
  const columns = explicit ? chain : spread;
  const leaf = columns.at(-1);
  if (!leaf) throw new RangeError("a header without a name column");
  const hasLevel4 = explicit ? l4 !== undefined && leaf === l4 : columns.length > 3;
  const role = (header: HeaderColumn): ColumnRole => {
    if (header === leaf) return hasLevel4 ? "level4" : "level3";
    if (explicit) return header === l1 ? "level1" : header === l2 ? "level2" : "level3";
    return (["level1", "level2", "level3"] as const)[columns.indexOf(header)] ?? "level3";
  };
  const listed = columns.map((header) => [role(header), header] as const);
  const at = (wanted: ColumnRole): number | null =>
    listed.find(([name, header]) => name === wanted && header !== leaf)?.[1].column ?? null;
  return {
    level1: at("level1"),
    level2: at("level2"),
    level3: at("level3"),
    leaf: leaf.column,
    hasLevel4,
    isFlat: columns.length === 1,
    listed,
  };
}

function spreadOver(header: HeaderColumn): HeaderColumn[] {
  return Array.from({ length: Math.min(header.span, 4) }, (_, offset) => ({
    ...header,
    column: header.column + offset,
    span: 1,
  }));
}

/** The last column of the header's table. */
export function lastColumnOf(header: IndicatorHeader): number {
  return Math.max(...header.columns.map(({ header: { cell } }) => cell.column));
}
