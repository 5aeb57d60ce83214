import { cellName, type CellAddress } from "../../src/expr/cell";
import { makeXlsx } from "@jiheng/excel-host/fixtures";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** What stands in a cell: a number, text, or a formula with its `=`. */
export type Typed = { readonly number: string } | { readonly text: string } | { readonly formula: string };

/** A workbook of one sheet, written without any help from the product. */
export class SheetOfFormulas {
  readonly #rows = new Map<number, Map<number, string>>();

  constructor(readonly name: string) {}

  put({ row, column }: Pick<CellAddress, "row" | "column">, typed: Typed): void {
    const cells = this.#rows.get(row) ?? new Map<number, string>();
    cells.set(column, xmlOf(cellName({ row, column }), typed));
    this.#rows.set(row, cells);
  }

  toXlsx(): Uint8Array {
    return makeXlsx({ [this.name]: this.xml() });
  }

  xml(): string {
    const rows = [...this.#rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => {
        const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
        return `<row r="${row + 1}">${inOrder.join("")}</row>`;
      });
    return `<sheetData>${rows.join("")}</sheetData>`;
  }
}

function xmlOf(name: string, typed: Typed): string {
  if ("number" in typed) return `<c r="${name}"><v>${typed.number}</v></c>`;
  if ("formula" in typed) return `<c r="${name}"><f>${escaped(typed.formula.slice(1))}</f></c>`;
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(typed.text)}</t></is></c>`;
}
