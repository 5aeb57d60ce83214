import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellsOf, escapeXml, readSheet, sheetXml, textOf, unescapeXml, type HabitSheet } from "./sheet";
import { shiftFormula, shiftReferences, type Shift } from "./references";

const MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook's package, its sheets as data: what a habit changes. */
export class Book {
  sheets: HabitSheet[];

  private constructor(private readonly parts: Map<string, Uint8Array>) {
    const shared = [...this.part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) =>
      textOf(si),
    );
    const relations = new Map(
      [...this.part("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)].map(([relation]) => [
        /\bId="([^"]*)"/.exec(relation)?.[1] ?? "",
        /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? "",
      ]),
    );
    this.sheets = [...this.part("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/g)].map(([sheet]) => {
      const target = relations.get(/\br:id="([^"]*)"/.exec(sheet)?.[1] ?? "") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      const name = unescapeXml(/\bname="([^"]*)"/.exec(sheet)?.[1] ?? "");
      return readSheet(name, part, this.part(part), shared);
    });
  }

  static open(bytes: Uint8Array): Book {
    return new Book(new Map(Object.entries(unzipSync(bytes))));
  }

  part(name: string): string {
    const bytes = this.parts.get(name);
    return bytes === undefined ? "" : strFromU8(bytes);
  }

  setPart(name: string, xml: string): void {
    this.parts.set(name, strToU8(xml));
  }

  /** Adds a part with its content type. */
  addPart(name: string, type: string, xml: string): void {
    this.setPart(name, xml);
    const types = this.part("[Content_Types].xml");
    this.setPart(
      "[Content_Types].xml",
      types.replace("</Types>", `<Override PartName="/${name}" ContentType="${type}"/></Types>`),
    );
  }

  /** A new empty sheet behind the others. */
  addSheet(name: string): void {
    const number = this.sheets.length + 50;
    const part = `xl/worksheets/sheet${number}.xml`;
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
    this.addPart(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", xml);
    const relations = this.part("xl/_rels/workbook.xml.rels");
    const relation = `<Relationship Id="rIdHabit${number}" Type="${MAIN}/worksheet" Target="worksheets/sheet${number}.xml"/>`;
    this.setPart(
      "xl/_rels/workbook.xml.rels",
      relations.replace("</Relationships>", `${relation}</Relationships>`),
    );
    const element = `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rIdHabit${number}"/>`;
    const workbook = this.part("xl/workbook.xml");
    this.setPart("xl/workbook.xml", workbook.replace("</sheets>", `${element}</sheets>`));
    this.sheets.push(readSheet(name, part, xml, []));
  }

  /** Relates a sheet to a part; answers the relation's id. */
  relate(sheet: HabitSheet, type: string, target: string): string {
    const name = sheet.part.replace(/([^/]+)$/, "_rels/$1.rels");
    const before =
      this.part(name) ||
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const id = `rIdHabit${before.match(/<Relationship\b/g)?.length ?? 0}`;
    const relation = `<Relationship Id="${id}" Type="${MAIN}/${type}" Target="${target}"/>`;
    this.setPart(name, before.replace("</Relationships>", `${relation}</Relationships>`));
    return id;
  }

  /** The number of a cell format that is like another one but for the attributes given. */
  styleLike(style: number, change: Readonly<Record<string, string>>): number {
    const key = `${style} ${JSON.stringify(change)}`;
    const known = this.#styles.get(key);
    if (known !== undefined) return known;
    const styles = this.part("xl/styles.xml");
    const [, open = "", inner = ""] = /(<cellXfs\b[^>]*>)(.*?)<\/cellXfs>/s.exec(styles) ?? [];
    const all = inner.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [];
    const own = all[style] ?? all[0] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
    const changed = Object.entries(change).reduce(
      (xf, [name, value]) =>
        xf.replace(new RegExp(`\\s${name}="[^"]*"`), "").replace(/^<xf/, `<xf ${name}="${escapeXml(value)}"`),
      own,
    );
    const count = all.length + 1;
    this.setPart(
      "xl/styles.xml",
      styles.replace(
        /<cellXfs\b[^>]*>.*?<\/cellXfs>/s,
        () => `${open.replace(/count="\d+"/, `count="${count}"`)}${inner}${changed}</cellXfs>`,
      ),
    );
    this.#styles.set(key, all.length);
    return all.length;
  }

  readonly #styles = new Map<string, number>();

  /** A cell format like another one, with a number format of its own. */
  formatLike(style: number, code: string): number {
    const id = BUILT_IN[code] ?? this.#customFormat(code);
    return this.styleLike(style, { numFmtId: String(id), applyNumberFormat: "1" });
  }

  #customFormat(code: string): number {
    const styles = this.part("xl/styles.xml");
    const element = `formatCode="${escapeXml(code)}"`;
    const known = new RegExp(`numFmtId="(\\d+)" ${escapeRegex(element)}`).exec(styles)?.[1];
    if (known !== undefined) return Number(known);
    const id = 300 + (styles.match(/<numFmt\b/g)?.length ?? 0);
    const format = `<numFmt numFmtId="${id}" ${element}/>`;
    this.setPart(
      "xl/styles.xml",
      /<numFmts\b/.test(styles)
        ? styles.replace(
            /<numFmts\b[^>]*>(.*?)<\/numFmts>/s,
            (_, inner: string) => `<numFmts>${inner}${format}</numFmts>`,
          )
        : styles.replace(/(<styleSheet\b[^>]*>)/, `$1<numFmts>${format}</numFmts>`),
    );
    return id;
  }

  /** The number format code of a cell format. */
  formatOf(style: number): string {
    const styles = this.part("xl/styles.xml");
    const inner = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? "";
    const xf = (inner.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [])[style] ?? "";
    const id = Number(/numFmtId="(\d+)"/.exec(xf)?.[1] ?? 0);
    const custom = [...styles.matchAll(/<numFmt\b[^>]*>/g)].find(([one]) =>
      one.includes(`numFmtId="${id}"`),
    )?.[0];
    const code = custom === undefined ? undefined : /formatCode="([^"]*)"/.exec(custom)?.[1];
    return code === undefined
      ? (Object.entries(BUILT_IN).find(([, known]) => known === id)?.[0] ?? "General")
      : unescapeXml(code);
  }

  /** Inserts rows or columns on a sheet; formulas, merges and references follow. */
  shift(sheet: HabitSheet, shift: Shift): void {
    const rows = new Map<number, (typeof sheet)["rows"] extends Map<number, infer Row> ? Row : never>();
    for (const [row, { attributes, cells }] of sheet.rows) {
      const to = shift.axis === "row" && row >= shift.at ? row + shift.count : row;
      rows.set(to, {
        attributes,
        cells: cells.map((cell) => ({
          ...cell,
          row: to,
          column:
            shift.axis === "column" && cell.column >= shift.at ? cell.column + shift.count : cell.column,
        })),
      });
    }
    sheet.rows = rows;
    sheet.tail = shiftReferences(sheet.tail, shift);
    sheet.head = sheet.head.replace(/<pane\b[^>]*?(?:\/>|><\/pane>)/, "");
    if (shift.axis === "column") sheet.head = sheet.head.replace(/<cols>.*?<\/cols>/s, "");
    for (const other of this.sheets)
      for (const cell of cellsOf(other))
        if (cell.formula !== null)
          cell.formula = shiftFormula(cell.formula, other === sheet, sheet.name, shift);
  }

  rename(sheet: HabitSheet, name: string): void {
    const before = sheet.name;
    const quoted = `'${name.replaceAll("'", "''")}'!`;
    const spellings = [`'${before.replaceAll("'", "''")}'!`, `${before}!`];
    for (const other of this.sheets)
      for (const cell of cellsOf(other))
        for (const spelling of spellings)
          if (cell.formula?.includes(spelling) === true)
            cell.formula = cell.formula.replaceAll(spelling, "\u0000").replaceAll("\u0000", quoted);
    sheet.name = name;
  }

  save(): Uint8Array {
    for (const sheet of this.sheets) this.setPart(sheet.part, sheetXml(sheet));
    let workbook = this.part("xl/workbook.xml");
    const elements = workbook.match(/<sheet\b[^>]*?(?:\/>|><\/sheet>)/g) ?? [];
    const relations = this.part("xl/_rels/workbook.xml.rels");
    const ordered = this.sheets.map(({ part, name }) => {
      const relation = (relations.match(/<Relationship\b[^>]*>/g) ?? []).find((one) =>
        part.endsWith((/Target="([^"]*)"/.exec(one)?.[1] ?? "?").replace(/^\//, "")),
      );
      const id = /\bId="([^"]*)"/.exec(relation ?? "")?.[1] ?? "";
      const element = elements.find((one) => one.includes(`r:id="${id}"`)) ?? "";
      return element.replace(/\bname="[^"]*"/, () => `name="${escapeXml(name)}"`);
    });
    workbook = workbook.replace(/<sheets>.*<\/sheets>/s, () => `<sheets>${ordered.join("")}</sheets>`);
    this.setPart("xl/workbook.xml", workbook);
    return zipSync(Object.fromEntries(this.parts), { level: 1 });
  }
}

const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "yyyy/m/d": 14,
  "@": 49,
};

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
