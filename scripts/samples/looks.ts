import type { Style } from "excelize-wasm";
import type { CellLook, GridCell } from "./grid.js";

const thinBorder = ["left", "right", "top", "bottom"].map((Type) => ({ Type, Color: "000000", Style: 1 }));
const headerFill = { Type: "pattern", Pattern: 1, Color: ["D9E1F2"] };

const roles: Record<CellLook["role"], Style> = {
  title: { Font: { Family: "宋体", Size: 16, Bold: true } },
  note: { Font: { Family: "宋体", Size: 10 } },
  header: { Font: { Family: "宋体", Size: 11, Bold: true }, Border: thinBorder, Fill: headerFill },
  total: { Font: { Family: "宋体", Size: 11, Bold: true }, Border: thinBorder },
  body: { Font: { Family: "宋体", Size: 11 }, Border: thinBorder },
  plain: { Font: { Family: "宋体", Size: 11 } },
};

const fixtureLook: CellLook = { role: "body", align: "center" };

/** The excelize style of a cell: its look and number format. */
export function styleOf({ look = fixtureLook, format }: GridCell): Style {
  return {
    ...roles[look.role],
    Alignment: { Horizontal: look.align, Vertical: "center", WrapText: true },
    ...(format !== undefined && { CustomNumFmt: format }),
  };
}
