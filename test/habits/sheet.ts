import { columnName, parseCellName } from "../../src/expr/cell";

/** A cell of a sheet's XML, its text in place of the number of a shared string. */
export interface HabitCell {
  readonly row: number;
  readonly column: number;
  style: number;
  kind: "number" | "text" | "boolean" | "error" | "blank";
  /** As the XML has it: the number's digits, the text, 0 or 1. */
  value: string;
  /** Without its leading `=`. */
  formula: string | null;
  /** False where the file keeps no result of the formula. */
  hasResult: boolean;
  /** The inner XML of a rich text, in the place of `value`. */
  rich?: string;
}

export interface HabitRow {
  attributes: string;
  cells: HabitCell[];
}

/** One worksheet part, its cells as data and the rest as the XML it is. */
export interface HabitSheet {
  name: string;
  readonly part: string;
  /** Up to `<sheetData>`. */
  head: string;
  rows: Map<number, HabitRow>;
  /** From behind `</sheetData>`. */
  tail: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (ENTITIES[name ?? ""] ?? all),
  );

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The text of an `<si>` or `<is>`: its runs joined. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text = ""]) => unescapeXml(text)).join("");

export function readSheet(name: string, part: string, xml: string, shared: readonly string[]): HabitSheet {
  const match = /^(.*?)<sheetData(?:\/>|>(.*)<\/sheetData>)(.*)$/s.exec(xml);
  const [, head = "", data = "", tail = ""] = match ?? [];
  const rows = new Map<number, HabitRow>();
  for (const [, attributes = "", inner = ""] of data.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const row = Number(/\br="(\d+)"/.exec(attributes)?.[1]) - 1;
    const cells = [...inner.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, own = "", content = ""]) =>
      readCell(own, content, shared),
    );
    rows.set(row, { attributes: attributes.replace(/\s(?:r|spans)="[^"]*"/g, ""), cells });
  }
  return { name, part, head: head.replace(/<dimension\b[^>]*?(?:\/>|><\/dimension>)/, ""), rows, tail };
}

function readCell(attributes: string, content: string, shared: readonly string[]): HabitCell {
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  const at = parseCellName(attribute("r") ?? "");
  if (at === null) throw new Error(`no place: ${attributes}`);
  const formula = /<f\b[^>]*>([^<]*)<\/f>/.exec(content)?.[1];
  const stored = /<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1];
  const type = attribute("t") ?? "n";
  const base = {
    ...at,
    style: Number(attribute("s") ?? 0),
    formula: formula === undefined ? null : unescapeXml(formula),
    hasResult: stored !== undefined,
  };
  if (type === "inlineStr") return { ...base, kind: "text", value: textOf(content) };
  if (stored === undefined) return { ...base, kind: "blank", value: "" };
  if (type === "s") return { ...base, kind: "text", value: shared[Number(stored)] ?? "" };
  if (type === "str") return { ...base, kind: "text", value: unescapeXml(stored) };
  return { ...base, kind: type === "b" ? "boolean" : type === "e" ? "error" : "number", value: stored };
}

export function sheetXml({ head, rows, tail }: HabitSheet): string {
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, { attributes, cells }]) => {
      const inner = [...cells].sort((a, b) => a.column - b.column).map(cellXml);
      return `<row r="${row + 1}"${attributes}>${inner.join("")}</row>`;
    });
  return `${head}<sheetData>${data.join("")}</sheetData>${tail}`;
}

const TYPES = { number: "n", text: "str", boolean: "b", error: "e", blank: "n" } as const;

function cellXml(cell: HabitCell): string {
  const place = `r="${columnName(cell.column)}${cell.row + 1}" s="${cell.style}"`;
  const result = cell.hasResult && cell.kind !== "blank" ? `<v>${escapeXml(cell.value)}</v>` : "";
  if (cell.formula !== null)
    return `<c ${place} t="${TYPES[cell.kind]}"><f>${escapeXml(cell.formula)}</f>${result}</c>`;
  if (cell.kind === "blank") return `<c ${place}/>`;
  if (cell.kind !== "text") return `<c ${place} t="${TYPES[cell.kind]}">${result}</c>`;
  const text = cell.rich ?? `<t xml:space="preserve">${escapeXml(cell.value)}</t>`;
  return `<c ${place} t="inlineStr"><is>${text}</is></c>`;
}

export const cellsOf = (sheet: HabitSheet): HabitCell[] =>
  [...sheet.rows.values()].flatMap(({ cells }) => cells);

/** The number of columns that any cell stands in. */
export const widthOf = (sheet: HabitSheet): number =>
  cellsOf(sheet).reduce((most, { column }) => Math.max(most, column + 1), 0);

export const heightOf = (sheet: HabitSheet): number =>
  [...sheet.rows.keys()].reduce((most, row) => Math.max(most, row + 1), 0);

/** Puts a cell into its row, which it replaces where one stands there. */
export function put(sheet: HabitSheet, cell: HabitCell): void {
  const row = sheet.rows.get(cell.row) ?? { attributes: "", cells: [] };
  row.cells = [...row.cells.filter(({ column }) => column !== cell.column), cell];
  sheet.rows.set(cell.row, row);
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export function mergesOf({ tail }: HabitSheet): Area[] {
  return [...tail.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].flatMap(([, from = "", to = ""]) => {
    const [first, last] = [parseCellName(from), parseCellName(to)];
    return first && last ? [{ ...first, lastRow: last.row, lastColumn: last.column }] : [];
  });
}

/** Puts an element where the order of a worksheet's children wants it, before the first of the given ones. */
export function insertBefore(sheet: HabitSheet, element: string, following: readonly string[]): void {
  const at = following.reduce((first, name) => {
    const found = sheet.tail.indexOf(`<${name}`);
    return found === -1 ? first : Math.min(first, found);
  }, sheet.tail.indexOf("</worksheet>"));
  sheet.tail = sheet.tail.slice(0, at) + element + sheet.tail.slice(at);
}
