import type { CellAddress } from "../../expr/cell";
import type { CaptionPoints, Doubt, Field, IndicatorEntry, TotalEntry } from "../../model/form";
import { dimensionScope, isWhole, WHOLE } from "../../model/scope";
import { pointsFromCaptions, sharedPoints } from "./caption-share";
import { isCaptionRow, readCaptionRow } from "./caption-rows";
import { groupsOfFlatList } from "./flat-groups";
import type { IndicatorHeader } from "./indicator-header";
import { readIndicator } from "./indicator-row";
import { levelsOf, NO_LEVELS } from "./level-names";
import { nestedRows } from "./nested-rows";
import { noteIn } from "./notes";
import type { Heading, TableReader, TableState } from "./table-reader";
import { withScoreColumnFromAbove } from "./score-column";
import { filledColumns, isOwn, shownAt, type SheetView } from "../sheet/sheet-view";
import { readTotal, totalLabel } from "./totals";

export interface UnitIndicator {
  readonly unit: string | null;
  readonly entry: IndicatorEntry;
}

/** What an indicator table holds, in the order of its rows. */
export interface IndicatorTable {
  readonly header: IndicatorHeader;
  readonly indicators: readonly UnitIndicator[];
  readonly captions: readonly CaptionPoints[];
  readonly totals: readonly TotalEntry[];
  readonly notes: readonly Field[];
  readonly doubts: readonly Doubt[];
  readonly scoreColumn: number | null;
}

/** Reads the rows between a header and `endRow` (not included). */
export function readIndicatorTable(
  view: SheetView,
  found: IndicatorHeader,
  endRow: number,
  heading: Heading | null,
): IndicatorTable {
  const header = withScoreColumnFromAbove(view, found, endRow);
  const filledScores = header.scores.filter((column) => isFilled(view, column, header.lastRow + 1, endRow));
  const scoreColumn = filledScores[0] ?? header.scores[0] ?? null;
  const groups = header.isFlat ? groupsOfFlatList(view, header, endRow) : null;
  const reader: TableReader = {
    view,
    header,
    scoreColumn,
    actualColumn:
      header.actuals.find((column) => isFilled(view, column, header.lastRow + 1, endRow)) ??
      header.actuals[0] ??
      null,
    groups,
  };
  const levels = { ...NO_LEVELS, level1: heading?.level1 ?? null };
  const state: TableState = {
    levels,
    unit: null,
    captions: [...(heading?.captions ?? [])],
    doubts: severalScores(view, header, filledScores),
    scoreOwners: new Map(),
  };
  const indicators: UnitIndicator[] = [];
  const totals: { entry: TotalEntry; kind: "whole" | "part"; after: number }[] = [];
  const notes: Field[] = [];
  let hidden: CellAddress | null = null;

  for (let row = header.lastRow + 1; row < endRow; row += 1) {
    const filled = filledColumns(view, row);
    if (filled.length === 0 && !isInsideMerge(view, row, header)) continue;
    const total = totalLabel(view, row, header.leaf);
    if (total) {
      const name = total.dimension ?? (total.kind === "part" ? (state.levels.level1?.name ?? null) : null);
      const scope = name === null ? WHOLE : dimensionScope(name);
      totals.push({
        entry: readTotal(view, row, total, header, scoreColumn, scope),
        kind: total.kind,
        after: indicators.length,
      });
      continue;
    }
    const note = hasNumber(view, row, header.points) ? null : noteIn(view, row, filled);
    if (note) {
      notes.push(note);
      continue;
    }
    if (header.unit !== null && shownAt(view, row, header.unit) !== "")
      state.unit = shownAt(view, row, header.unit);
    if (isCaptionRow(reader, row, filled)) {
      readCaptionRow(reader, row, filled, state);
      continue;
    }
    state.levels = levelsOf(view, row, header, state.levels, state.captions);
    const entry = readIndicator(reader, row, state);
    if (entry === null) continue;
    indicators.push({ unit: state.unit, entry });
    if (view.grid.hiddenRows.has(row)) hidden ??= entry.cell;
  }
  if (hidden)
    state.doubts.push({
      code: "hidden-rows",
      cell: hidden,
      message: "表中有隐藏（或被筛选掉）的行，其中的指标照常计算；如不应计入，请删除这些行。",
    });
  state.doubts.push(...nestedRows(view, indicators));
  const pointed = header.points === null ? pointsFromCaptions(view, indicators, state.captions) : indicators;
  state.doubts.push(...sharedPoints(pointed, state.captions));
  return {
    header,
    indicators: pointed,
    captions: state.captions,
    totals: scoped(totals, indicators),
    notes,
    doubts: state.doubts,
    scoreColumn,
  };
}

function hasNumber(view: SheetView, row: number, column: number | null): boolean {
  return column !== null && typeof view.grid.rows[row]?.[column]?.value === "number";
}

/** Whether something stands in the column: of 县级评分 | 市级评分 the first such one counts. */
function isFilled(view: SheetView, column: number, from: number, to: number): boolean {
  for (let row = from; row < to; row += 1) {
    if ((view.grid.rows[row]?.[column]?.value ?? null) !== null) return true;
  }
  return false;
}

/** 自评得分 | 复核得分, or 甲县得分 | 乙县得分, both filled: which one is meant the user may know better. */
function severalScores(view: SheetView, header: IndicatorHeader, filled: readonly number[]): Doubt[] {
  const [first, ...others] = header.columns.filter(
    ({ role, header: { cell } }) => role === "score" && filled.includes(cell.column),
  );
  if (first === undefined || others.length === 0) return [];
  const rest = others.map(({ header: { text } }) => `“${text}”`).join("、");
  return [
    {
      code: "several-score-columns",
      cell: first.header.cell,
      message: `有几列得分，按“${first.header.text}”一列计算，${rest}未用；应采用别的列的，请在窗格中更正这一列。`,
    },
  ];
}

/** A row that is blank because its name is merged from above still may be part of an indicator; others are skipped. */
function isInsideMerge(view: SheetView, row: number, header: IndicatorHeader): boolean {
  return !isOwn(view, row, header.leaf) && shownAt(view, row, header.leaf) !== "";
}

/** 合计 under one dimension of several totals that dimension: only the last 合计 is for the whole. */
function scoped(
  totals: readonly { entry: TotalEntry; kind: "whole" | "part"; after: number }[],
  indicators: readonly UnitIndicator[],
): TotalEntry[] {
  return totals.map(({ entry, kind, after }) => {
    if (kind === "part" || after >= indicators.length || !isWhole(entry)) return entry;
    const last = indicators[after - 1]?.entry.level1 ?? null;
    const next = indicators[after]?.entry.level1 ?? null;
    return last !== null && last !== next ? { ...entry, scope: dimensionScope(last) } : entry;
  });
}
