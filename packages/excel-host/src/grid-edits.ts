import type { ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import type { ExcelHost } from "./excel-host";
import { bounding, type Area } from "./model/address";
import type { ChangeType } from "./model/changes";
import { command } from "./model/runtime";

interface SheetParams {
  unitId?: string;
  subUnitId?: string;
  cellValue?: Record<string, Record<string, Record<string, unknown> | null> | undefined>;
  range?: IRange;
  selections?: { range: IRange }[];
  sheet?: { id: string; name: string };
  subUnitName?: string;
}

const structural: Record<string, ChangeType> = {
  "sheet.mutation.insert-row": "RowInserted",
  "sheet.mutation.remove-rows": "RowDeleted",
  "sheet.mutation.insert-col": "ColumnInserted",
  "sheet.mutation.remove-col": "ColumnDeleted",
};

/** One edit of the user is several commands of the grid: they are told together. */
const pause = 20;

/** Watches what the user does in the grid: change events, recalculation, selection. */
export function watchGrid(host: ExcelHost, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void host.whenIdle(() => host.application.finish()).then(tell, tell);
    }, pause);
  };
  const subscription = host.runtime.commands.onCommandExecuted(
    (info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
      const { model } = host;
      const params = (info.params ?? {}) as SheetParams;
      const sheetId = params.subUnitId ?? "";
      if (model.isApplying || params.unitId !== model.unitId) return;
      const changeType = structural[info.id];
      if (info.id === command.setRangeValues) {
        // Results of calculations come back as local changes.
        if (options?.onlyLocal === true) return;
        const area = changedArea(params.cellValue);
        if (area) model.feed.add({ kind: "cells", sheetId, area, changeType: "RangeEdited", byUser: true });
      } else if (changeType && params.range) {
        model.feed.add({ kind: "cells", sheetId, area: areaOf(params.range), changeType, byUser: true });
      } else if (info.id === command.insertSheet && params.sheet) {
        model.feed.add({
          kind: "added",
          sheetId: params.sheet.id,
          sheetName: params.sheet.name,
          byUser: true,
        });
      } else if (info.id === command.removeSheet) {
        model.feed.add({ kind: "deleted", sheetId, sheetName: params.subUnitName ?? "", byUser: true });
      } else if (info.id === command.activate) {
        model.feed.add({ kind: "activated", sheetId, sheetName: "", byUser: true });
      } else if (info.id === command.setSelections) {
        const [first] = params.selections ?? [];
        if (!first) return;
        model.selection = { sheetId, area: areaOf(first.range) };
        model.feed.add({ kind: "selected", sheetId, area: areaOf(first.range) });
      } else if (!info.id.startsWith("sheet.mutation.")) return;
      soon();
    },
  );
  return () => {
    clearTimeout(timer);
    subscription.dispose();
  };
}

/**
 * Knows whether the workbook has changed since it was last told that all is saved: by the user's hand or the add-in's,
 * cells, formats or sheets. Results of a calculation alone are no change.
 */
export function watchUnsaved(
  host: ExcelHost,
  tell: () => void,
): { readonly unsaved: () => boolean; readonly saved: () => void } {
  let changed = false;
  host.runtime.commands.onCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    const params = (info.params ?? {}) as SheetParams;
    if (changed || options?.onlyLocal === true || params.unitId !== host.model.unitId) return;
    if (!info.id.startsWith("sheet.mutation.")) return;
    changed = true;
    tell();
  });
  return {
    unsaved: () => changed,
    saved: () => {
      changed = false;
      tell();
    },
  };
}

const areaOf = (range: IRange): Area => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

/** The smallest area around the cells whose content changed; a change of format alone is none. */
function changedArea(cells: SheetParams["cellValue"]): Area | null {
  let area: Area | null = null;
  for (const [row, line] of Object.entries(cells ?? {}))
    for (const [column, cell] of Object.entries(line ?? {})) {
      if (cell && !("v" in cell) && !("f" in cell) && !("p" in cell)) continue;
      const one = { row: Number(row), column: Number(column), rows: 1, columns: 1 };
      area = area ? bounding(area, one) : one;
    }
  return area;
}
