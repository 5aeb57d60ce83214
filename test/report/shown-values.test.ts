import { format } from "numfmt";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { readSheets } from "../forms/grids";
import { planned } from "./planned";

const SAMPLES = ["guizhou", "anning", "longhua", "baojing", "zhangye"];

/** Points of a character of eleven points on paper, as the sheets count them. */
const POINT_PER_CHARACTER = 6;
/** Printable width in points: A4 and A3 without the side margins of 30 points. */
const PAPER = { A4: [595 - 60, 842 - 60], A3: [842 - 60, 1191 - 60] } as const;
/** The smallest type on the sheets. */
const SMALLEST = 11;

describe("what generated sheets show", () => {
  it.each(SAMPLES)("of %s has no stray point and fits its column, formatted as Excel does", async (id) => {
    const { plan } = planned(await readSheets(`assets/samples/${id}.xlsx`));
    for (const { sheet } of plan.sheets) {
      for (const [row, cells] of sheet.cells.entries()) {
        for (const [column, cell] of cells.entries()) {
          const number =
            cell?.expected?.kind === "number"
              ? Number(toDecimal(cell.expected.value))
              : typeof cell?.content === "number"
                ? cell.content
                : null;
          if (cell === null || number === null) continue;
          const shown = format(cell.format, number);
          const where = `${sheet.draft.name} ${row + 1}/${column + 1}`;
          expect(shown, where).not.toMatch(/\d\.$|\.%|#/);
          // A number that does not fit is shown as ####; one in General is rounded to fit.
          if (cell.format !== "General")
            expect(shown.length, where).toBeLessThan(sheet.draft.columnWidths[column] ?? 0);
        }
      }
    }
  });

  it.each(SAMPLES)("of %s prints at nine points at least", async (id) => {
    const { plan } = planned(await readSheets(`assets/samples/${id}.xlsx`));
    for (const { sheet } of plan.sheets) {
      const { page, columnWidths, name } = sheet.draft;
      const widths = columnWidths.slice(0, page.columns ?? columnWidths.length);
      const wide = widths.reduce((sum, width) => sum + width, 0) * POINT_PER_CHARACTER;
      const paper = PAPER[page.paper][page.landscape ? 1 : 0];
      expect(Math.min(1, paper / wide) * SMALLEST, name).toBeGreaterThanOrEqual(9);
    }
  });
});
