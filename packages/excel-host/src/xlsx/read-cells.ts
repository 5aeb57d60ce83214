import type { ICellData } from "@univerjs/core";
import { cellName, columnIndex, maxColumns, maxRows } from "../model/address";
import { WorkbookFileError } from "./file-error";
import type { OpenLimits } from "./limits";
import { decodeEscapes } from "./read-shared-strings";
import { arrayOf } from "../model/calculable";
import { withSingleValues } from "../model/implicit-intersection";
import { moveFormula } from "../model/formula-references";
import type { Attributes } from "./xml";

export interface ReadCell {
  row: number;
  column: number;
  data: ICellData;
  format: number;
  uncalculated: boolean;
}

/** What the cells of a sheet refer to, and how messages call it. */
export interface CellSource {
  readonly sheet: string;
  readonly strings: readonly string[];
  /** How many cell formats there are. */
  readonly formats: number;
  readonly limits: OpenLimits;
  /** Days count from 1904. */
  readonly date1904: boolean;
}

interface SharedMaster {
  row: number;
  column: number;
  formula: string;
}

const reference = /^([A-Z]{1,3})(\d{1,7})$/i;
const rowNumber = /^[1-9]\d{0,6}$/;
const decimalNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}.*)?$/;
const isoTime = /^T?(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2}(?:\.\d+)?))?Z?$/;
/** Of day 0 in the two ways to count days. */
const daysTo1970 = 25_569;
const daysFrom1900To1904 = 1462;
/** Excel's own. */
const longestFormula = 8192;
/** Excel takes 64 functions one inside the other; brackets count here, and whoever calculates goes in at each. */
const deepestFormula = 256;
/** Signs between operands; each is one step further in, too. */
const mostOperators = 2000;
/** Functions newer than the file format carry a prefix in files that people never see. */
const stripPrefixes = (formula: string): string =>
  formula.replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\./g, "");

/** Collects the cells of a sheet part while its XML is read. */
export class CellReader {
  #row = -1;
  #column = -1;
  #rows = 0;
  #countedRow = -1;
  #count = 0;
  /** Of the cell at hand, with the gap before it. */
  #width = 1;
  #attributes: Attributes | null = null;
  #formulaAttributes: Attributes = {};
  #formula: string | null = null;
  #value: string | null = null;
  #into: "f" | "v" | "t" | null = null;
  #phonetic = 0;
  readonly #shared = new Map<string, SharedMaster>();

  constructor(
    readonly part: string,
    readonly source: CellSource,
    readonly take: (cell: ReadCell) => void,
  ) {}

  open(name: string, a: Attributes): void {
    switch (name) {
      case "row":
        if (a["r"] !== undefined && !rowNumber.test(a["r"]))
          throw this.#damaged(`row ${a["r"]}`, `有一行的行号是“${a["r"]}”`);
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

  #damaged(detail: string, place: string): WorkbookFileError {
    const { part, source } = this;
    return new WorkbookFileError("damaged", `${part}: ${detail}`, `工作表“${source.sheet}”${place}`);
  }

  #tooLarge(detail: string, place: string): WorkbookFileError {
    const { part, source } = this;
    return new WorkbookFileError("too-large", `${part}: ${detail}`, `工作表“${source.sheet}”${place}`);
  }

  get #name(): string {
    return cellName(this.#row, this.#column);
  }

  #begin(a: Attributes): void {
    const before = this.#column;
    const [, letters, digits] = reference.exec(a["r"] ?? "") ?? [];
    if (letters !== undefined && digits !== undefined) {
      this.#column = columnIndex(letters);
      this.#row = Number(digits) - 1;
    } else this.#column++;
    if (!(this.#row >= 0 && this.#row < maxRows && this.#column < maxColumns))
      throw this.#damaged(`${a["r"] ?? "a cell"} is no cell`, `的单元格“${a["r"] ?? ""}”不在工作表范围内`);
    this.#width = Math.max(1, this.#column - before);
    this.#attributes = a;
    this.#formula = null;
    this.#value = null;
    this.#formulaAttributes = {};
  }

  #end(): void {
    const a = this.#attributes;
    if (!a) return;
    const data = this.#content(a["t"] ?? "n");
    const formula = this.#wholeFormula();
    if (formula !== null) Object.assign(data, this.#formulaData(`=${stripPrefixes(formula)}`));
    this.#attributes = null;
    const format = this.#format(a["s"] ?? "0");
    const isFilled = data.v !== undefined || data.f !== undefined;
    if (!isFilled && this.#row >= this.source.limits.blankRows) return;
    this.#count += this.#width;
    this.#checkSize(isFilled);
    this.take({
      row: this.#row,
      column: this.#column,
      data,
      format,
      uncalculated: formula !== null && data.v === undefined,
    });
  }

  /** An array over several cells keeps the results that the file states; other formulas name single values. */
  #formulaData(formula: string): Partial<ICellData> {
    const { t: type, ref = "" } = this.#formulaAttributes;
    if (type === "array") return { f: formula, ...(ref.includes(":") && arrayOf(formula)) };
    const isDynamic = this.#attributes?.["cm"] !== undefined;
    return { f: isDynamic ? formula : withSingleValues(formula, this.#row, this.#column) };
  }

  #format(index: string): number {
    if (index !== "0" && !(/^\d+$/.test(index) && Number(index) < this.source.formats))
      throw this.#damaged(
        `${this.#name} has format ${index}`,
        `的单元格 ${this.#name} 用了不存在的格式“${index}”`,
      );
    return Number(index);
  }

  #checkSize(isFilled: boolean): void {
    const { cells, rows } = this.source.limits;
    if (this.#count > cells)
      throw this.#tooLarge(
        `more than ${cells} cells`,
        `到单元格 ${this.#name} 为止已超过 ${cells} 格，请查看远离表格的行列里有没有多余内容`,
      );
    if (!isFilled || this.#row === this.#countedRow) return;
    this.#countedRow = this.#row;
    if (++this.#rows > rows)
      throw this.#tooLarge(
        `more than ${rows} rows`,
        `有内容的行超过 ${rows} 行（到单元格 ${this.#name} 为止）`,
      );
  }

  #content(type: string): ICellData {
    const text = this.#value;
    if (text === null) return {};
    switch (type) {
      case "s": {
        const string = this.source.strings[Number(text)];
        if (string === undefined)
          throw this.#damaged(`shared string ${text} is missing`, `的单元格 ${this.#name} 的文字不在文件里`);
        return { v: string, t: 1 };
      }
      case "str":
      case "inlineStr":
        return { v: decodeEscapes(text), t: 1 };
      case "b":
        return { v: text === "1" || text === "true" ? 1 : 0, t: 3 };
      case "e":
        return { v: text, t: 1 };
      case "d": {
        const days = daysOf(text, this.source.date1904);
        if (!Number.isFinite(days))
          throw this.#damaged(`${text} is no date`, `的单元格 ${this.#name} 是“${text}”，不是日期`);
        return { v: days, t: 2 };
      }
      default: {
        const number = Number(text);
        if (text.trim() === "") return {};
        if (!decimalNumber.test(text) || !Number.isFinite(number))
          throw this.#damaged(`${text} is no number`, `的单元格 ${this.#name} 是“${text}”，不是数字`);
        return { v: number, t: 2 };
      }
    }
  }

  #wholeFormula(): string | null {
    const text = this.#formula;
    if (text === null) return null;
    if (text.length > longestFormula)
      throw this.#damaged(
        `a formula of ${text.length} characters`,
        `的单元格 ${this.#name} 的公式超过 ${longestFormula} 个字符`,
      );
    if (depthOf(text) > deepestFormula)
      throw this.#damaged(
        `a formula ${depthOf(text)} deep`,
        `的单元格 ${this.#name} 的公式括号嵌套超过 ${deepestFormula} 层`,
      );
    if ((text.match(/[-+*/^&=<>]/g)?.length ?? 0) > mostOperators)
      throw this.#tooLarge("operators", `的单元格 ${this.#name} 的公式里运算符超过 ${mostOperators} 个`);
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

/** Brackets one inside the other; those in texts count, too: nobody writes as many. */
function depthOf(formula: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of formula) {
    if (sign === "(") deepest = Math.max(deepest, ++depth);
    else if (sign === ")") depth--;
  }
  return deepest;
}

/** A date, a date with its time, or a time alone, in days. NaN for anything else. */
function daysOf(text: string, date1904: boolean): number {
  if (isoDate.test(text)) {
    const isZoned = /Z$|[+-]\d{2}:\d{2}$/.test(text) || !text.includes("T");
    return (
      Date.parse(isZoned ? text : `${text}Z`) / 86_400_000 + daysTo1970 - (date1904 ? daysFrom1900To1904 : 0)
    );
  }
  const { hours, minutes, seconds = "0" } = isoTime.exec(text)?.groups ?? {};
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
