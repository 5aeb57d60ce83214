import { cellName } from "../../expr/cell";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { count, text, UPRIGHT, type DraftCell, type SheetDraft } from "./draft";
import type { LoggedChange } from "../../kept/run-log";
import { SheetBuilder } from "./sheet-builder";

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

/** 运行记录: what was changed, when, from what to what; 撤销 works from it after the workbook was closed. */
export function buildRunLog(changes: readonly LoggedChange[]): SheetDraft {
  const builder = new SheetBuilder(OUTPUT_SHEETS.runLog, [6, 18, 10, 16, 9, 24, 34, 34, 14, 40], {
    ...UPRIGHT,
    paper: "A3",
    landscape: true,
  });
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

/** `2024-05-06 09:08`, in the user's time. */
export function logTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
