import { attributesOf, escapeXml, unescapeXml } from "./xml";
import { columnIndex } from "../model/address";
import { moveFormula } from "../model/formula-references";

// A cell without content closes itself, and is no opening of the next one.
const cell = /<c\b([^>]*[^>/])>((?:(?!<\/c>|<c\b)[\s\S])*)<\/c>/g;
const formula = /<f\b([^>]*?)(?:\/>|>([^<]*)<\/f>)/;

/**
 * Gives every member of a shared formula group its own formula. excelize, told to overwrite the first cell of a group,
 * silently erases the formulas of the others.
 */
export function unshareFormulas(sheetXml: string): string {
  if (!sheetXml.includes('t="shared"')) return sheetXml;
  const masters = new Map<string, { row: number; column: number; text: string }>();
  return sheetXml.replace(cell, (whole: string, attributes: string, inside: string) => {
    const found = formula.exec(inside);
    const a = attributesOf(found?.[1] ?? "");
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(attributesOf(attributes)["r"] ?? "") ?? [];
    if (!found || a["t"] !== "shared" || a["si"] === undefined || letters === undefined) return whole;
    const [row, column] = [Number(digits), columnIndex(letters)];
    let text = unescapeXml(found[2] ?? "");
    const master = masters.get(a["si"]);
    if (text !== "") masters.set(a["si"], { row, column, text });
    else if (master) text = moveFormula(master.text, row - master.row, column - master.column);
    else return whole;
    return `<c${attributes}>${inside.replace(formula, () => `<f>${escapeXml(text)}</f>`)}</c>`;
  });
}
