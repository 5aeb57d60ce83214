import { toDecimal } from "../../src/expr/decimal";
import { EMPTY_CELL, type GridCell, type SheetGrid } from "../../src/model/grid";
import type { CompiledCell } from "../../src/report/sheets/compile";
import type { WritePlan } from "../../src/report/plan";

/** The sheets as they are after the plan was written, with the values that its formulas must show. */
export function applied(sheets: readonly SheetGrid[], plan: WritePlan): SheetGrid[] {
  const own = sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row]);
    for (const { at, content, format, before } of plan.userWrites) {
      if (at.sheet !== sheet.name) continue;
      const row = (rows[at.row] ??= []);
      row[at.column] = { ...typed(content), format: format ?? before.format };
    }
    return { ...sheet, rows };
  });
  const written = plan.sheets.map(({ sheet: { draft, cells } }): SheetGrid => ({
    name: draft.name,
    visible: true,
    protected: false,
    rows: cells.map((row) => row.map((cell) => (cell === null ? undefined : compiled(cell)))),
    merges: draft.merges,
    hiddenRows: new Set(),
  }));
  return [...own.filter(({ name }) => !written.some((sheet) => sheet.name === name)), ...written];
}

function typed(content: string | number | null): GridCell {
  if (content === null) return EMPTY_CELL;
  const isFormula = typeof content === "string" && content.startsWith("=");
  return isFormula
    ? { value: 0, text: "0", formula: content, format: "General" }
    : { value: content, text: String(content), formula: null, format: "General" };
}

function compiled({ content, isFormula, format, expected }: CompiledCell): GridCell {
  if (!isFormula) return { value: content, text: String(content), formula: null, format };
  const value =
    expected === null ? null : expected.kind === "text" ? expected.text : Number(toDecimal(expected.value));
  return { value, text: String(value ?? ""), formula: String(content), format };
}
