import type { IStyleData } from "@univerjs/core";
import type { Area } from "../model/address";
import type { SheetModel } from "../model/sheet-model";

/** One attribute of the cells' styles, or null where the cells differ. */
export function uniformStyle<T>(
  sheet: SheetModel,
  area: Area,
  attribute: (style: IStyleData) => T,
): T | null {
  sheet.cells.flush();
  const within = sheet.bounded(area);
  const first = attribute(sheet.cells.styleAt(within.row, within.column));
  for (let r = 0; r < within.rows; r++)
    for (let c = 0; c < within.columns; c++)
      if (attribute(sheet.cells.styleAt(within.row + r, within.column + c)) !== first) return null;
  return first;
}
