import type { ICellData, IUniverInstanceService, Workbook } from "@univerjs/core";
import type { IFormulaData, IFormulaDataItem } from "@univerjs/engine-formula";

/** A function before its bracket. Names may have dots; what stands behind a dot or a letter is no beginning. */
const call = /(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu;
/** Texts and sheet names in quotes. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
/** Another workbook, several sheets at once, a table, a spilled area. */
const beyond =
  /\[|#(?!REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)|(?<![\p{L}\p{N}_.$])[\p{L}_][\p{L}\p{N}_.]*:[\p{L}_][\p{L}\p{N}_.]*!/u;
/** In quotes, another workbook stands in brackets, and several sheets have a colon between them. */
const beyondInQuotes = /^'(?:[^']*\[|[^']*:)/;

/** Functions that name values. The engine reads few of them rightly, and one inside another ends it. */
const withNames = new Set(["LET", "LAMBDA"]);
const namesInNames = /\b(?:LET|LAMBDA)\s*\(.*\b(?:LET|LAMBDA)\s*\(/is;

/**
 * Whether the engine can calculate a formula: it knows its functions and what it refers to.
 */
export function isCalculable(formula: string, knows: (name: string) => boolean): boolean {
  for (const [text] of formula.matchAll(quoted)) if (beyondInQuotes.test(text)) return false;
  const bare = formula.replace(quoted, (text) => (text.startsWith('"') ? '""' : "Q"));
  if (beyond.test(bare)) return false;
  for (const [, word = ""] of bare.matchAll(call)) {
    const name = word.toUpperCase();
    if (withNames.has(name) || !knows(name)) return false;
  }
  return true;
}

/** A formula over several cells, of which the first has the text: the others would stand in the way of its results. */
export const arrayOf = (formula: string): Pick<ICellData, "custom"> => ({ custom: { arrayOf: formula } });

/**
 * The formulas that the engine is to calculate. What it cannot keeps the result that the file states, so that no
 * #NAME? or #SPILL! takes the place of a good value.
 */
export function calculableFormulas(
  workbooks: IFormulaData,
  instances: IUniverInstanceService,
  knows: (name: string) => boolean,
): IFormulaData {
  const known = new Map<string, boolean>();
  const isKnown = (formula: string): boolean => {
    let answer = known.get(formula);
    if (answer === undefined) known.set(formula, (answer = isCalculable(formula, knows)));
    return answer;
  };
  const out: IFormulaData = {};
  for (const [unitId, sheets] of Object.entries(workbooks)) {
    const workbook = instances.getUnit<Workbook>(unitId);
    out[unitId] = Object.fromEntries(
      Object.entries(sheets ?? {}).map(([sheetId, formulas]) => {
        const cells = workbook?.getSheetBySheetId(sheetId)?.getCellMatrix();
        const keeps = (row: number, column: number, item: IFormulaDataItem): boolean => {
          const cell = cells?.getValue(row, column);
          const isArray = cell?.custom?.["arrayOf"] === item.f;
          return (isArray || !isKnown(item.f)) && cell?.v != null;
        };
        return [sheetId, withoutKept(formulas as SheetFormulas, keeps)];
      }),
    );
  }
  return out;
}

type SheetFormulas = Record<number, Record<number, IFormulaDataItem | null | undefined>>;

function withoutKept(
  formulas: SheetFormulas,
  keeps: (row: number, column: number, item: IFormulaDataItem) => boolean,
): SheetFormulas {
  const out: SheetFormulas = {};
  for (const [row, line] of Object.entries(formulas)) {
    const kept: SheetFormulas[number] = (out[Number(row)] = {});
    for (const [column, item] of Object.entries(line))
      if (item && !keeps(Number(row), Number(column), item))
        kept[Number(column)] = namesInNames.test(item.f) ? { ...item, f: "=NA()" } : item;
  }
  return out;
}
