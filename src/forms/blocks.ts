import { compact } from "../text/characters";
import { labelOf } from "../text/labels";
import { isDimensionTable } from "./indicators/dimension-table";
import { fundHeaderAt, type FundHeader } from "./funds/fund-header";
import { indicatorHeaderAt, type IndicatorHeader } from "./indicators/indicator-header";
import { areaAt, filledColumns, ownTextAt, type SheetView } from "./sheet/sheet-view";

/** A table of a form with the rows it may take: up to the next table or title. */
export type Block =
  | { readonly kind: "funds"; readonly row: number; readonly endRow: number; readonly header: FundHeader }
  | {
      readonly kind: "indicators" | "dimensions";
      readonly row: number;
      readonly endRow: number;
      readonly header: IndicatorHeader;
    };

/** The title that follows a block, in the row it ends with; null where the next table follows without one. */
export interface ScannedBlock {
  readonly block: Block;
  readonly titleBefore: string | null;
  /** The row `一、基础工作（总分16分）` right above the table's header; null without one. */
  readonly sectionRow: number | null;
}

type Start =
  | { kind: "funds"; row: number; header: FundHeader }
  | { kind: "indicators"; row: number; header: IndicatorHeader };

/** The fund blocks and indicator tables of a sheet, in order. */
export function scanBlocks(view: SheetView): ScannedBlock[] {
  const starts: Start[] = [];
  for (let row = 0; row < view.rows; row += 1) {
    const indicators = indicatorHeaderAt(view, row);
    if (indicators) {
      starts.push({ kind: "indicators", row, header: indicators });
      row = indicators.lastRow;
      continue;
    }
    const funds = fundHeaderAt(view, row);
    if (funds) starts.push({ kind: "funds", row, header: funds });
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? view.rows : (sectionAbove(view, next) ?? next.row);
    const from = start.kind === "indicators" ? start.header.lastRow + 1 : start.row + 1;
    const endRow = titleRow(view, from, end) ?? headRow(view, from, end, start) ?? end;
    const before = index === 0 ? null : titleRow(view, (starts[index - 1]?.row ?? 0) + 1, start.row);
    return {
      block: blockOf(view, start, endRow),
      titleBefore: before === null ? null : titleText(view, before),
      sectionRow: sectionAbove(view, start),
    };
  });
}

function blockOf(view: SheetView, start: Start, endRow: number): Block {
  if (start.kind === "funds") return { ...start, endRow };
  return {
    kind: isDimensionTable(view, start.header, endRow) ? "dimensions" : "indicators",
    row: start.row,
    endRow,
    header: start.header,
  };
}

const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]+部分|\([一二三四五六七八九十]{1,3}\))/;

/** A heading of a section whose table has its own header: alone in one of the two rows above, and the table has no 一级指标. */
function sectionAbove(view: SheetView, start: Start): number | null {
  if (start.kind === "funds" || start.header.level1 !== null) return null;
  for (let row = start.row - 1; row >= Math.max(0, start.row - 2); row -= 1) {
    const filled = filledColumns(view, row);
    const text = filled.length === 1 ? compact(ownTextAt(view, row, filled[0] ?? 0)) : "";
    if (text.length <= 60 && (SECTION.test(text) || /\d分\)$/.test(text))) return row;
    if (filled.length > 0) return null;
  }
  return null;
}

const TITLE_END =
  /(?:自评表|评价表|评分表|考核表|打分表|情况表|指标表|结论表|概要表|目标表|体系表|汇总表|明细表|指标体系|得分情况|完成情况|评价报告|自评报告)(?:\(.*\))?$|^表\d+/;

/** The first line between two tables that titles what follows: alone in its row. */
function titleRow(view: SheetView, from: number, to: number): number | null {
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (filled.length !== 1 || first === undefined || first > 2) continue;
    const text = compact(ownTextAt(view, row, first));
    const isWide = (areaAt(view, row, first)?.columnCount ?? 1) >= 3 || areaAt(view, row, first) === null;
    const isTall = (areaAt(view, row, first)?.rowCount ?? 1) > 2;
    if (
      isWide &&
      !isTall &&
      text.length >= 5 &&
      text.length <= 60 &&
      TITLE_END.test(text) &&
      !/^[一二三四五六七八九十]{1,3}、/.test(text)
    )
      return row;
  }
  return null;
}

/** Labels that head a form and stand in none of its tables. */
const HEAD_LABEL = /^(?:项目名称|项目主管部门|主管部门|项目实施单位|项目编码)$/;

/** 项目名称 | 乙项目 below a table of indicators: the head of the next form on the sheet, which has no title of its own. */
function headRow(view: SheetView, from: number, to: number, start: Start): number | null {
  if (start.kind === "funds") return null;
  for (let row = from; row < to; row += 1) {
    const [first, ...others] = filledColumns(view, row);
    if (first === undefined || others.length === 0 || others.length > 5) continue;
    if (HEAD_LABEL.test(labelOf(ownTextAt(view, row, first)))) return row;
  }
  return null;
}

function titleText(view: SheetView, row: number): string {
  return ownTextAt(view, row, filledColumns(view, row)[0] ?? 0);
}

const OF_A_DIMENSION =
  /(决策|过程|产出|效益|效果|投入|管理|满意度|履职效能|社会效应|可持续性)(?:类)?(?:指标)?(?:评价)?(?:得分|评分|完成|分析|打分)?情况/;

/** `表5 决策指标得分情况表`: the 一级指标 whose indicators the table lists. */
export function dimensionOfTitle(title: string): string | null {
  return OF_A_DIMENSION.exec(compact(title))?.[1] ?? null;
}
