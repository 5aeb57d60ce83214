import type { ICellData } from "@univerjs/core";
import { columnIndex, maxColumns, maxRows } from "../model/address";
import { WorkbookFileError } from "./file-error";
import type { OpenLimits } from "./limits";
import { decodeEscapes } from "./read-shared-strings";
import { moveFormula } from "../model/formula-references";
import type { Attributes } from "./xml";

export interface ReadCell {
  row: number;
  column: number;
  data: ICellData;
  format: number;
  uncalculated: boolean;
}

interface SharedMaster {
  row: number;
  column: number;
  formula: string;
}

const reference = /^([A-Z]{1,3})(\d{1,7})$/i;
/** Functions newer than the file format carry a prefix in files that people never see. */
const stripPrefixes = (formula: string): string =>
  formula.replace(/_xlfn\.(?:_xlws\.)?/g, "").replace(/_xlws\./g, "");

/** Collects the cells of a sheet part while its XML is read. */
export class CellReader {
  #row = -1;
  #column = -1;
  #rows = 0;
  #countedRow = -1;
  #count = 0;
  #attributes: Attributes | null = null;
  #formulaAttributes: Attributes = {};
  #formula: string | null = null;
  #value: string | null = null;
  #into: "f" | "v" | "t" | null = null;
  #phonetic = 0;
  readonly #shared = new Map<string, SharedMaster>();

  constructor(
    readonly part: string,
    readonly strings: readonly string[],
    readonly limits: OpenLimits,
    readonly take: (cell: ReadCell) => void,
  ) {}

  open(name: string, a: Attributes): void {
    switch (name) {
      case "row":
        this.#row = a["r"] === undefined ? this.#row + 1 : Number(a["r"]) - 1;
        this.#column = -1;
        break;
      case "c":
        this.#begin(a);
        break;
      case "f":
        this.#formulaAttributes = a;
        this.#formula = "";
        this.#into = "f";
        break;
      case "v":
        this.#value = "";
        this.#into = "v";
        break;
      case "rPh":
        this.#phonetic++;
        break;
      case "t":
        if (this.#attributes && this.#phonetic === 0) {
          this.#value ??= "";
          this.#into = "t";
        }
    }
  }

  text(piece: string): void {
    if (this.#into === "f") this.#formula = (this.#formula ?? "") + piece;
    else if (this.#into) this.#value = (this.#value ?? "") + piece;
  }

  close(name: string): void {
    if (name === "f" || name === "v" || name === "t") this.#into = null;
    else if (name === "rPh") this.#phonetic--;
    else if (name === "c") this.#end();
  }

  get row(): number {
    return this.#row;
  }

  #begin(a: Attributes): void {
    const [, letters, digits] = reference.exec(a["r"] ?? "") ?? [];
    if (letters !== undefined && digits !== undefined) {
      this.#column = columnIndex(letters);
      this.#row = Number(digits) - 1;
    } else this.#column++;
    if (!(this.#row >= 0 && this.#row < maxRows && this.#column < maxColumns))
      throw new WorkbookFileError("damaged", `${this.part}: ${a["r"] ?? "a cell"} is no cell of a sheet`);
    this.#attributes = a;
    this.#formula = null;
    this.#value = null;
    this.#formulaAttributes = {};
  }

  #end(): void {
    const a = this.#attributes;
    this.#attributes = null;
    if (!a) return;
    const data = this.#content(a["t"] ?? "n");
    const formula = this.#wholeFormula();
    if (formula !== null) data.f = `=${stripPrefixes(formula)}`;
    if (data.v === undefined && data.f === undefined && this.#row >= this.limits.blankRows) return;
    this.#countCell(data.v !== undefined || data.f !== undefined);
    this.take({
      row: this.#row,
      column: this.#column,
      data,
      format: Number(a["s"] ?? 0),
      uncalculated: formula !== null && this.#value === null,
    });
  }

  #countCell(isFilled: boolean): void {
    if (++this.#count > this.limits.cells)
      throw new WorkbookFileError("too-large", `${this.part}: more than ${this.limits.cells} cells`);
    if (!isFilled || this.#row === this.#countedRow) return;
    this.#countedRow = this.#row;
    if (++this.#rows > this.limits.rows)
      throw new WorkbookFileError("too-large", `${this.part}: more than ${this.limits.rows} rows`);
  }

  #content(type: string): ICellData {
    const text = this.#value;
    if (text === null) return {};
    switch (type) {
      case "s": {
        const string = this.strings[Number(text)];
        if (string === undefined)
          throw new WorkbookFileError("damaged", `${this.part}: shared string ${text} is missing`);
        return { v: string, t: 1 };
      }
      case "str":
      case "inlineStr":
        return { v: decodeEscapes(text), t: 1 };
      case "b":
        return { v: text === "1" || text === "true" ? 1 : 0, t: 3 };
      case "e":
        return { v: text, t: 1 };
      case "d":
        return { v: Date.parse(text) / 86_400_000 + 25_569, t: 2 };
      default: {
        const number = Number(text);
        if (text.trim() === "") return {};
        if (!Number.isFinite(number))
          throw new WorkbookFileError("damaged", `${this.part}: ${text} is no number`);
        return { v: number, t: 2 };
      }
    }
  }

  #wholeFormula(): string | null {
    const text = this.#formula;
    if (text === null) return null;
    const { t: type, si } = this.#formulaAttributes;
    if (type === "shared" && si !== undefined) {
      const master = this.#shared.get(si);
      if (text !== "") this.#shared.set(si, { row: this.#row, column: this.#column, formula: text });
      else if (master)
        return moveFormula(master.formula, this.#row - master.row, this.#column - master.column);
    }
    return type === "dataTable" || text === "" ? null : text;
  }
}
