import { cellName, parseCellName, type CellAddress } from "../expr/cell";
import { cellAt, textAt, type CellValue, type SheetGrid } from "../model/grid";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../model/sheetNames";
import { count, text, type DraftCell, type SheetDraft } from "./draft";
import { SheetBuilder } from "./sheetBuilder";

/** The name that stands in the row of a changed cell: by it the cell is found again where rows were moved. */
export interface RowName {
  readonly row: number;
  readonly column: number;
  /** Without outer white space. */
  readonly text: string;
}

/** One change to a cell of the user's, with what 撤销 needs to put it back. */
export interface LoggedChange {
  readonly run: number;
  readonly time: string;
  readonly action: LogAction;
  /** Null for the line that names the run itself. */
  readonly cell: CellAddress | null;
  /** Null where no name is known. */
  readonly name: RowName | null;
  /** As src/report/logContent.ts writes content down; "" for an empty cell. */
  readonly before: string;
  readonly after: string;
  readonly formatBefore: string;
  readonly remark: string;
}

export type LogAction = "计算得分" | "撤销";

const HEADER = [
  "次数",
  "时间",
  "操作",
  "工作表",
  "单元格",
  "所在行",
  "原内容",
  "新内容",
  "原格式",
  "说明",
] as const;
const FIRST_ROW = 3;

/** 运行记录: what was changed, when, from what to what; 撤销 works from it after the workbook was closed. */
export function buildRunLog(changes: readonly LoggedChange[]): SheetDraft {
  const builder = new SheetBuilder(OUTPUT_SHEETS.runLog, [6, 18, 10, 16, 9, 24, 34, 34, 14, 40]);
  builder.banner(text(OUTPUT_TITLES.runLog), "title");
  builder.banner(text("绩衡改动过的单元格。请勿修改本表：撤销时按本表恢复原内容。"), "note");
  builder.add([HEADER.map(text)], "header");
  builder.freezeAbove(builder.nextRow);
  builder.add(changes.map(changeRow), "body", {
    alignments: ["center", "center", "center", "left", "center", "left", "left", "left", "center", "left"],
    width: HEADER.length,
  });
  return builder.finish();
}

function changeRow(change: LoggedChange): (DraftCell | undefined)[] {
  return [
    count(change.run),
    filled(change.time),
    filled(change.action),
    filled(change.cell?.sheet ?? ""),
    filled(change.cell === null ? "" : cellName(change.cell)),
    filled(change.name === null ? "" : `${cellName(change.name)} ${change.name.text}`),
    filled(change.before),
    filled(change.after),
    filled(change.formatBefore),
    filled(change.remark),
  ];
}

const filled = (value: string): DraftCell | undefined => (value === "" ? undefined : text(value));

/** Reads the log back from its sheet; lines that are not the log's own are passed over. */
export function readRunLog(grid: SheetGrid | undefined): LoggedChange[] {
  if (grid === undefined) return [];
  const changes: LoggedChange[] = [];
  for (let row = FIRST_ROW; row < grid.rows.length; row += 1) {
    const change = readChange(grid, row);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function readChange(grid: SheetGrid, row: number): LoggedChange | null {
  const run = cellAt(grid, row, 0).value;
  const action = textAt(grid, row, 2);
  if (typeof run !== "number" || (action !== "计算得分" && action !== "撤销")) return null;
  const at = parseCellName(textAt(grid, row, 4));
  return {
    run,
    time: stored(cellAt(grid, row, 1).value),
    action,
    cell: at === null ? null : { sheet: stored(cellAt(grid, row, 3).value), ...at },
    name: rowName(stored(cellAt(grid, row, 5).value)),
    before: stored(cellAt(grid, row, 6).value),
    after: stored(cellAt(grid, row, 7).value),
    formatBefore: stored(cellAt(grid, row, 8).value),
    remark: stored(cellAt(grid, row, 9).value),
  };
}

function rowName(text: string): RowName | null {
  const cut = text.indexOf(" ");
  const at = cut > 0 ? parseCellName(text.slice(0, cut)) : null;
  return at && { ...at, text: text.slice(cut + 1) };
}

function stored(value: CellValue): string {
  return value === null ? "" : String(value);
}

/** The changes of all runs that have not been undone, oldest first; empty when there are none. */
export function openChanges(changes: readonly LoggedChange[]): LoggedChange[] {
  const undone = new Set(changes.filter((change) => change.action === "撤销").map((change) => change.run));
  return changes.filter((change) => change.action === "计算得分" && !undone.has(change.run));
}

/** `2024-05-06 09:08`, in the user's time. */
export function logTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
