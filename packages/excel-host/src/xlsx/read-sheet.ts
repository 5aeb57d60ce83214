import { areaName, maxColumns, parseArea, type Area } from "../model/address";
import {
  cellKey,
  emptyExtras,
  type PageLayoutState,
  type SheetExtras,
  type Validation,
} from "../model/extras";
import { colorOf } from "./colors";
import { WorkbookFileError } from "./file-error";
import { CellReader, type CellSource, type ReadCell } from "./read-cells";
import { readValidation } from "./read-validation";
import { readXml, type Attributes } from "./xml";

export interface SheetLink {
  area: Area;
  relationshipId: string | undefined;
  location: string | undefined;
  tooltip: string | undefined;
}

export interface SheetPart {
  merges: Area[];
  columns: { first: number; last: number; width: number | null; hidden: boolean }[];
  rows: Map<number, { height: number | null; hidden: boolean }>;
  defaultWidth: number | null;
  defaultHeight: number | null;
  showGridlines: boolean;
  tabColor: string | null;
  freeze: { rows: number; columns: number } | null;
  links: SheetLink[];
  /** All but cell locking, which the styles say, and hyperlinks, which need relationships. */
  extras: SheetExtras;
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
const inches = (value: string | undefined, other: number): number =>
  value === undefined ? other : Number(value) * 72;
const paperSizes: Record<string, string> = {
  1: "Letter",
  5: "Legal",
  8: "A3",
  9: "A4",
  11: "A5",
  12: "B4",
  13: "B5",
  7: "Executive",
  3: "Tabloid",
};

/** Reads a worksheet part. The cells are handed over one by one. */
export function readSheet(
  part: string,
  xml: string,
  source: CellSource & { readonly theme: readonly string[] },
  take: (cell: ReadCell) => void,
): SheetPart {
  const sheet: SheetPart = {
    merges: [],
    columns: [],
    rows: new Map(),
    defaultWidth: null,
    defaultHeight: null,
    showGridlines: true,
    tabColor: null,
    freeze: null,
    links: [],
    extras: emptyExtras(),
  };
  const cells = new CellReader(part, source, take);
  const merges = new MergeReader(part, source);
  const damaged = (detail: string, place: string): WorkbookFileError =>
    new WorkbookFileError("damaged", `${part}: ${detail}`, `工作表“${source.sheet}”${place}`);
  const layout = sheet.extras.pageLayout;
  let fitToPage = false;
  let inColumns = false;
  let headerPart: string | null = null;
  let validation: Validation[] = [];
  let formulaOfValidation: "formula1" | "formula2" | null = null;

  readXml(part, xml, {
    open(name, a) {
      switch (name) {
        case "row":
          cells.open(name, a);
          if (a["ht"] !== undefined && !isSize(a["ht"]))
            throw damaged(`height ${a["ht"]}`, `第 ${cells.row + 1} 行的行高是“${a["ht"]}”`);
          if (cells.row < source.limits.blankRows) readRow(sheet, cells.row, a);
          break;
        case "tabColor":
          sheet.tabColor = colorOf(a, source.theme);
          break;
        case "pageSetUpPr":
          fitToPage = isOn(a["fitToPage"]);
          break;
        case "sheetView":
          sheet.showGridlines = a["showGridLines"] === undefined || isOn(a["showGridLines"]);
          break;
        case "pane":
          if (a["state"]?.startsWith("frozen"))
            sheet.freeze = { rows: Number(a["ySplit"] ?? 0), columns: Number(a["xSplit"] ?? 0) };
          break;
        case "sheetFormatPr":
          sheet.defaultWidth = a["defaultColWidth"] === undefined ? null : Number(a["defaultColWidth"]);
          sheet.defaultHeight = a["defaultRowHeight"] === undefined ? null : Number(a["defaultRowHeight"]);
          break;
        case "cols":
          inColumns = true;
          break;
        case "col":
          // An anchor of a control has columns, too.
          if (!inColumns) break;
          if (!isColumn(a["min"]) || !isColumn(a["max"]) || !isSize(a["width"] ?? "0"))
            throw damaged(
              "a column",
              `的列设置有误（第“${a["min"] ?? ""}”至“${a["max"] ?? ""}”列，列宽“${a["width"] ?? ""}”）`,
            );
          sheet.columns.push({
            first: Number(a["min"]) - 1,
            last: Number(a["max"]) - 1,
            width: a["width"] === undefined ? null : Number(a["width"]),
            hidden: isOn(a["hidden"]),
          });
          break;
        case "mergeCell":
          sheet.merges.push(merges.read(a["ref"]));
          break;
        case "sheetProtection":
          if (isOn(a["sheet"])) sheet.extras.protection = protectionOf(a);
          break;
        case "autoFilter":
          if (a["ref"] !== undefined) sheet.extras.autoFilter = { range: a["ref"], filtered: false };
          break;
        case "filterColumn":
          if (sheet.extras.autoFilter) sheet.extras.autoFilter.filtered = true;
          break;
        case "hyperlink": {
          const area = parseArea(a["ref"] ?? "");
          if (sheet.links.length >= source.limits.links)
            throw new WorkbookFileError(
              "too-large",
              `${part}: more than ${source.limits.links} links`,
              `工作表“${source.sheet}”的超链接超过 ${source.limits.links} 个`,
            );
          if (area)
            sheet.links.push({
              area,
              relationshipId: a["id"],
              location: a["location"],
              tooltip: a["tooltip"],
            });
          break;
        }
        case "dataValidation":
          validation = readValidation(a);
          sheet.extras.validations.push(...validation);
          break;
        case "formula1":
        case "formula2":
          formulaOfValidation = name;
          break;
        case "tablePart":
          sheet.extras.hasTables = true;
          break;
        case "printOptions":
          layout.centerHorizontally = isOn(a["horizontalCentered"]);
          layout.centerVertically = isOn(a["verticalCentered"]);
          layout.printGridlines = isOn(a["gridLines"]);
          break;
        case "pageMargins":
          readMargins(layout, a);
          break;
        case "pageSetup":
          readPageSetup(layout, a, fitToPage);
          break;
        case "oddHeader":
        case "oddFooter":
          headerPart = name;
          break;
        default:
          cells.open(name, a);
      }
    },
    text(piece) {
      if (headerPart) readHeader(layout, headerPart, piece);
      else if (formulaOfValidation) setValidationFormula(validation, formulaOfValidation, piece);
      else cells.text(piece);
    },
    close(name) {
      if (name === "cols") inColumns = false;
      headerPart = null;
      formulaOfValidation = null;
      cells.close(name);
    },
  });
  return sheet;
}

const isSize = (text: string): boolean => Number.isFinite(Number(text)) && Number(text) >= 0;
const isColumn = (text: string | undefined): boolean =>
  /^\d{1,5}$/.test(text ?? "") && Number(text) >= 1 && Number(text) <= maxColumns;

/** Merged areas are kept apart from each other, and few enough: the engine keeps a note for each cell of theirs. */
class MergeReader {
  #count = 0;
  readonly #covered = new Set<number>();

  constructor(
    readonly part: string,
    readonly source: CellSource,
  ) {}

  read(reference: string | undefined): Area {
    const { sheet, limits } = this.source;
    const stated = parseArea(reference ?? "");
    // Of whole columns, the part where cells are: the engine keeps a note for each cell, the file keeps the rest.
    const area = stated && {
      ...stated,
      rows: Math.min(stated.rows, Math.max(1, limits.blankRows - stated.row)),
    };
    if (!stated || !area)
      throw this.#error("damaged", `merge ${reference ?? ""}`, `的合并区域“${reference ?? ""}”有误`);
    if (++this.#count > limits.merges)
      throw this.#error("too-large", "merges", `的合并区域超过 ${limits.merges} 个`);
    if (this.#covered.size + area.rows * area.columns > limits.mergedCells)
      throw this.#error(
        "too-large",
        "merged cells",
        `的合并区域 ${areaName(stated)} 太大，合并的单元格合计超过 ${limits.mergedCells} 个`,
      );
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = this.#covered.size;
        if (this.#covered.add(cellKey(row, column)).size === before)
          throw this.#error(
            "damaged",
            `${sheet} overlap`,
            `的合并区域 ${areaName(stated)} 与别的合并区域重叠`,
          );
      }
    return area;
  }

  #error(code: "damaged" | "too-large", detail: string, place: string): WorkbookFileError {
    return new WorkbookFileError(code, `${this.part}: ${detail}`, `工作表“${this.source.sheet}”${place}`);
  }
}

function readRow(sheet: SheetPart, row: number, a: Attributes): void {
  const height = a["ht"] === undefined ? null : Number(a["ht"]);
  const hidden = isOn(a["hidden"]);
  if (height !== null || hidden) sheet.rows.set(row, { height, hidden });
}

/** In the file a set flag forbids; `formatCells` and its like are forbidden unless the file says 0. */
function protectionOf(a: Attributes): NonNullable<SheetExtras["protection"]> {
  const forbidden = (name: string, otherwise: boolean): boolean =>
    a[name] === undefined ? otherwise : isOn(a[name]);
  const hash = {
    ...(a["password"] !== undefined && { legacy: a["password"] }),
    ...(a["algorithmName"] !== undefined && { algorithm: a["algorithmName"] }),
    ...(a["hashValue"] !== undefined && { value: a["hashValue"] }),
    ...(a["saltValue"] !== undefined && { salt: a["saltValue"] }),
    ...(a["spinCount"] !== undefined && { spins: Number(a["spinCount"]) }),
  };
  const flags = [
    "formatCells",
    "formatColumns",
    "formatRows",
    "insertColumns",
    "insertRows",
    "insertHyperlinks",
    "deleteColumns",
    "deleteRows",
    "sort",
    "autoFilter",
    "pivotTables",
  ];
  const options: Record<string, boolean | string> = Object.fromEntries(
    flags.map((flag) => [`allow${flag.charAt(0).toUpperCase()}${flag.slice(1)}`, !forbidden(flag, true)]),
  );
  options["allowEditObjects"] = !forbidden("objects", false);
  options["allowEditScenarios"] = !forbidden("scenarios", false);
  options["selectionMode"] = forbidden("selectUnlockedCells", false)
    ? "None"
    : forbidden("selectLockedCells", false)
      ? "Unlocked"
      : "Normal";
  return { options, hash };
}

function readMargins(layout: PageLayoutState, a: Attributes): void {
  const { margins } = layout;
  for (const side of ["top", "bottom", "left", "right", "header", "footer"] as const)
    margins[side] = inches(a[side], margins[side]);
}

function readPageSetup(layout: PageLayoutState, a: Attributes, fitToPage: boolean): void {
  layout.orientation = a["orientation"] === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = paperSizes[a["paperSize"] ?? "9"] ?? "A4";
  layout.blackAndWhite = isOn(a["blackAndWhite"]);
  layout.zoom = fitToPage
    ? {
        horizontalFitToPages: Number(a["fitToWidth"] ?? 1),
        verticalFitToPages: Number(a["fitToHeight"] ?? 1),
      }
    : { scale: Number(a["scale"] ?? 100) };
}

/** `&L左&C中&R右` */
function readHeader(layout: PageLayoutState, name: string, text: string): void {
  const suffix = name === "oddHeader" ? "Header" : "Footer";
  const places = { L: "left", C: "center", R: "right" } as const;
  for (const [, place = "C", content = ""] of text.matchAll(/&([LCR])([\s\S]*?)(?=&[LCR]|$)/g))
    layout.headersFooters[`${places[place as "L" | "C" | "R"]}${suffix}`] = content;
}

function setValidationFormula(list: Validation[], which: "formula1" | "formula2", text: string): void {
  for (const one of list) {
    const rule = Object.values(one.rule)[0] as Record<string, unknown> | undefined;
    if (!rule) continue;
    if (which === "formula2") rule["formula2"] = text;
    else if ("list" in one.rule) rule["source"] = /^".*"$/s.test(text) ? text.slice(1, -1) : `=${text}`;
    else if ("custom" in one.rule) rule["formula"] = `=${text}`;
    else rule["formula1"] = text;
  }
}
