import { addUp, ZERO, type Exact } from "../expr/exact";
import {
  type DimensionEntry,
  type Doubt,
  type EvaluationForm,
  type Field,
  type FundEntry,
  type IndicatorEntry,
  type ResultCell,
  type TotalEntry,
} from "../model/form";
import { dimensionOf, dimensionScope, INDICATORS_ALONE, isWhole } from "../model/scope";
import { dimensionOfTitle, scanBlocks, type ScannedBlock } from "./blocks";
import { readHeading } from "./indicators/caption-rows";
import { readDimensionTable } from "./indicators/dimension-table";
import { familyOf } from "./head/family";
import { fundsOfPairs, labelledNumbers } from "./funds/fund-pairs";
import { readFundBlock } from "./funds/fund-block";
import { readFormHead, type FormHead } from "./head/form-head";
import { readHeadFields } from "./head/head-fields";
import { gradeScaleOfRows } from "./head/grade-scale-search";
import { readIndicatorTable, type IndicatorTable } from "./indicators/indicator-table";
import { shownAt, type SheetView } from "./sheet/sheet-view";
import { statedResults } from "./head/stated-results";
import { splitByUnit } from "./indicators/unit-split";

/** The parts of one evaluation while its blocks are gathered. */
interface Draft {
  readonly headFrom: number;
  headTo: number;
  endRow: number;
  readonly funds: FundEntry[];
  readonly tables: IndicatorTable[];
  readonly dimensions: DimensionEntry[];
  /** Totals of a table of dimensions; they count where the evaluation has no indicators. */
  readonly dimensionTotals: TotalEntry[];
  /** The rows of tables of dimensions, from the header down: what stands there is theirs. */
  readonly dimensionRows: Set<number>;
  readonly doubts: Doubt[];
}

/** The evaluations of a sheet: one for each title, fund block or table that begins anew. */
export function readEvaluations(view: SheetView): EvaluationForm[] {
  const drafts: Draft[] = [];
  for (const scanned of scanBlocks(view)) {
    const open = drafts.at(-1);
    if (open && !beginsAnew(open, scanned)) addBlock(view, open, scanned);
    else {
      const draft = {
        headFrom: open?.endRow ?? 0,
        headTo: scanned.sectionRow ?? scanned.block.row,
        endRow: scanned.block.row,
        funds: [],
        tables: [],
        dimensions: [],
        dimensionTotals: [],
        dimensionRows: new Set<number>(),
        doubts: [],
      };
      drafts.push(draft);
      addBlock(view, draft, scanned);
    }
  }
  const forms = drafts.map((one, index, all) => finish(view, one, all[index + 1]?.headFrom ?? view.rows));
  return forms.flatMap((ofDraft, index) =>
    ofDraft.map((form) => withTitleAbove(form, forms.slice(0, index).flat())),
  );
}

/** A form stacked under another one on the sheet without a title of its own goes by that one's title, and its year. */
function withTitleAbove(form: EvaluationForm, above: readonly EvaluationForm[]): EvaluationForm {
  if (form.title !== null) return form;
  const titled = above.findLast(({ title }) => title !== null);
  return titled === undefined ? form : { ...form, title: titled.title, year: form.year ?? titled.year };
}

function beginsAnew(draft: Draft, { block, titleBefore }: ScannedBlock): boolean {
  const done = draft.tables.length > 0;
  if (block.kind === "dimensions" || !done) return false;
  if (titleBefore !== null) return dimensionOfTitle(titleBefore) === null;
  if (block.kind === "funds") return draft.funds.length > 0;
  // A header repeated on the next page goes on; after 总分 something new begins, unless it goes on by dimensions.
  const isClosed = draft.tables.some(({ totals }) => totals.some(isWhole));
  return isClosed && block.header.level1 !== null;
}

function addBlock(view: SheetView, draft: Draft, { block, titleBefore, sectionRow }: ScannedBlock): void {
  draft.endRow = block.endRow;
  if (block.kind === "funds") {
    const { funds, doubts } = readFundBlock(view, block.header, block.endRow);
    draft.funds.push(...funds);
    draft.doubts.push(...doubts);
    return;
  }
  if (block.kind === "dimensions") {
    const { dimensions, total, endRow } = readDimensionTable(view, block.header, block.endRow);
    for (const row of rowsBetween(block.row, endRow)) draft.dimensionRows.add(row);
    draft.dimensions.push(...dimensions);
    if (total) draft.dimensionTotals.push(total);
    return;
  }
  const dimension = block.header.level1 === null ? dimensionAbove(view, block.row, titleBefore) : null;
  const titled =
    dimension === null
      ? null
      : { level1: { name: dimension, row: -1, column: -1, points: null }, captions: [] };
  const table = readIndicatorTable(
    view,
    block.header,
    block.endRow,
    sectionRow === null ? titled : readHeading(view, sectionRow),
  );
  const totals =
    dimension === null
      ? table.totals
      : table.totals.map((total) =>
          isWhole(total) ? { ...total, scope: dimensionScope(dimension) } : total,
        );
  draft.tables.push({ ...table, totals });
}

function dimensionAbove(view: SheetView, row: number, titleBefore: string | null): string | null {
  if (titleBefore !== null) return dimensionOfTitle(titleBefore);
  for (let above = row - 1; above >= Math.max(0, row - 3); above -= 1) {
    const dimension = dimensionOfTitle(shownAt(view, above, 0));
    if (dimension !== null) return dimension;
  }
  return null;
}

function finish(view: SheetView, draft: Draft, endRow: number): EvaluationForm[] {
  const head = readFormHead(view, draft.headFrom, draft.headTo);
  const indicators = draft.tables.flatMap((table) => table.indicators);
  const form = assemble(view, draft, head, endRow);
  // A report may print its total score beside the funds and no indicator at all (部门自评).
  const isEvaluation =
    indicators.length > 0 ||
    draft.dimensions.length > 0 ||
    (draft.funds.length > 0 && form.statedScore !== null);
  if (!isEvaluation) return [];
  return splitByUnit(form, indicators);
}

function assemble(view: SheetView, draft: Draft, head: FormHead, endRow: number): EvaluationForm {
  const indicators = draft.tables.flatMap((table) => table.indicators.map(({ entry }) => entry));
  const columns = draft.tables.flatMap(({ header }) => header.columns);
  const lastRow = Math.max(
    draft.headTo,
    ...draft.funds.map(({ cell }) => cell.row),
    ...draft.tables.map(lastIndicatorRow),
  );
  const totalRows = new Set(draft.tables.flatMap(({ totals }) => totals.map(({ cell }) => cell.row)));
  const outside = [...rowsBetween(draft.headFrom, draft.headTo), ...rowsBetween(lastRow + 1, endRow)].filter(
    (row) => !totalRows.has(row) && !draft.dimensionRows.has(row),
  );
  const stated = statedResults(view, outside);
  const notes: Field[] = draft.tables.flatMap((table) => table.notes);
  return {
    sheet: view.grid.name,
    family: familyOf(
      head.title?.text ?? view.grid.name,
      columns.map(({ header }) => header.text),
      indicators,
      draft.funds.length > 0,
    ),
    title: head.title,
    unit: head.unit,
    year: head.year,
    head: readHeadFields(view, draft.headFrom, draft.headTo),
    funds:
      draft.funds.length > 0
        ? draft.funds
        : fundsOfPairs(view, labelledNumbers(view, draft.headFrom, draft.headTo)),
    indicators,
    captions: draft.tables.flatMap((table) => table.captions),
    dimensions: draft.dimensions,
    totals:
      draft.tables.length === 0
        ? draft.dimensionTotals
        : draft.tables
            .flatMap((table) => table.totals)
            .map((total) => scopeOf(total, draft.funds, indicators)),
    statedScore: stated.score,
    statedGrade: stated.grade,
    gradeScale: gradeScaleOfRows(view, outside, notes),
    notes,
    columns,
    doubts: [
      ...draft.doubts,
      ...draft.tables.flatMap((table) => table.doubts),
      ...missingColumns(draft.tables),
    ],
  };
}

const OF_INDICATORS = /^(?:绩效)?指标$/;

/** A 合计 whose points are those of the indicators without the fund row leaves that row out of its score, too. */
function scopeOf(
  total: TotalEntry,
  funds: readonly FundEntry[],
  indicators: readonly IndicatorEntry[],
): TotalEntry {
  const named = dimensionOf(total);
  // 绩效指标小计 of a form that calls no 一级指标 so.
  if (named !== null && OF_INDICATORS.test(named) && !indicators.some(({ level1 }) => level1 === named))
    return { ...total, scope: INDICATORS_ALONE };
  const stated = total.points?.entered.value ?? null;
  if (!isWhole(total) || stated === null) return total;
  const sum = (entries: readonly { readonly points: IndicatorEntry["points"] }[]): Exact =>
    addUp(entries.map(({ points }) => points?.value ?? ZERO));
  const counted = funds.filter(({ counts }) => counts);
  const scores = (entries: readonly { readonly score: ResultCell | null }[]): Exact =>
    addUp(entries.map(({ score }) => score?.entered.value ?? ZERO));
  const score = total.score?.entered.value ?? null;
  // The score may say otherwise: 96 over rows of 90 and a fund row of 6 leaves nothing out.
  const includes =
    score !== null && score.equals(scores([...indicators, ...counted])) && !score.equals(scores(indicators));
  const leavesOut = !sum(counted).equals(ZERO) && stated.equals(sum(indicators)) && !includes;
  return leavesOut ? { ...total, scope: INDICATORS_ALONE } : total;
}

function* rowsBetween(from: number, to: number): Generator<number> {
  for (let row = from; row < to; row += 1) yield row;
}

function lastIndicatorRow({ indicators, header }: IndicatorTable): number {
  return indicators.at(-1)?.entry.cell.row ?? header.lastRow;
}

function missingColumns(tables: readonly IndicatorTable[]): Doubt[] {
  return tables.flatMap(({ header, indicators }) => {
    const cell = header.columns.find(({ role }) => role === "level3" || role === "level4")?.header.cell;
    if (!cell || indicators.length === 0) return [];
    const doubts: Doubt[] = [];
    if (header.points === null && indicators.some(({ entry }) => entry.points === null))
      doubts.push({
        code: "missing-points-column",
        cell,
        message: "没有找到“分值”（或“权重”）列，不能计算得分；请在表中加一列“分值”。",
      });
    if (header.scores.length === 0)
      doubts.push({
        code: "missing-score-column",
        cell,
        message: "没有找到“得分”列；得分只写在计算底稿和绩效汇总中。",
      });
    for (const { role, header: field } of header.columns) {
      const twice = header.columns.filter(
        (other) => other.role === role && role !== "actual" && role !== "score",
      );
      if (twice.length > 1 && twice[0]?.header === field)
        doubts.push({
          code: "uncertain-column",
          cell: field.cell,
          message: `“${field.text}”与另一列含义相同，不能确定用哪一列；请改一列的名称。`,
        });
    }
    return doubts;
  });
}
