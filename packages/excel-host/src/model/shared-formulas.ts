import type { ICalculateFormulaService, IFormulaData, IFormulaDataItem } from "@univerjs/engine-formula";
import { filledFormula } from "./formula-references";

/** The formulas of one sheet by row and column. */
type SheetFormulas = Record<number, Record<number, IFormulaDataItem | null | undefined>>;

/**
 * Lets the engine read a formula once that was filled into many cells: reading takes most of the time of a calculation,
 * and the engine keeps no more than 5,000 formulas that it has read.
 */
export function shareFilledFormulas(
  service: Pick<ICalculateFormulaService, "execute">,
  calculable: (formulas: IFormulaData) => IFormulaData = (formulas) => formulas,
): void {
  const execute = service.execute.bind(service);
  service.execute = (config) =>
    execute({ ...config, formulaData: sharedFormulas(calculable(config.formulaData)) });
}

/** The formulas in the engine's own form of shared formulas: one in full, the others by their distance from it. */
export function sharedFormulas(workbooks: IFormulaData): IFormulaData {
  const out: IFormulaData = {};
  for (const [unitId, sheets] of Object.entries(workbooks)) {
    const shared: NonNullable<IFormulaData[string]> = (out[unitId] = {});
    for (const [sheetId, formulas] of Object.entries(sheets ?? {}))
      if (formulas) shared[sheetId] = sharedInSheet(formulas as SheetFormulas);
  }
  return out;
}

/** The first of a group. */
interface Master {
  row: number;
  column: number;
  item: IFormulaDataItem;
}

function sharedInSheet(formulas: SheetFormulas): SheetFormulas {
  const out: SheetFormulas = {};
  const masters = new Map<string, Master>();
  for (const [row, line] of Object.entries(formulas)) {
    const shared: SheetFormulas[number] = (out[Number(row)] = {});
    for (const [column, item] of Object.entries(line))
      if (item) shared[Number(column)] = sharedItem(item, Number(row), Number(column), masters);
  }
  return out;
}

function sharedItem(
  item: IFormulaDataItem,
  row: number,
  column: number,
  masters: Map<string, Master>,
): IFormulaDataItem {
  // What the engine has shared by itself stays as it is.
  const filled = item.si === undefined ? filledFormula(item.f, row, column) : null;
  if (filled === null) return item;
  const master = masters.get(filled);
  if (master) return { ...master.item, x: column - master.column, y: row - master.row };
  const own = { f: item.f, si: `filled-${masters.size}` };
  masters.set(filled, { row, column, item: own });
  return own;
}
