import { strToU8, zipSync } from "fflate";

/**
 * Small workbooks as other programs write them, each with one trait over which a reader or writer may trip. All hold the
 * rows that are handed in on a first sheet 自评表; the rest is the user's and must stay as it is.
 */

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Part = string | Uint8Array;
export type Row = readonly (string | number)[];

const xf = (a: string, inside = ""): string =>
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${a}>${inside}</xf>`;
export const plainStyles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${xf("")}<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${xf(' applyAlignment="1"', '<alignment horizontal="center" vertical="center"/>')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** `<row>` elements; empty texts are no cells. `style`: of every cell; `strings`: collects the texts. */
export function rowsXml(rows: readonly Row[], strings?: string[], style = ""): string {
  return rows
    .map((row, i) => {
      const cells = row.map((value, j) => {
        const place = `r="${String.fromCharCode(65 + j)}${i + 1}"${style}`;
        if (value === "") return style === "" ? "" : `<c ${place}/>`;
        if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
        if (strings) return `<c ${place} t="s"><v>${strings.push(escaped(value)) - 1}</v></c>`;
        return `<c ${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
      });
      return `<row r="${i + 1}">${cells.join("")}</row>`;
    })
    .join("");
}

export const sheetXml = (data: string, { before = "", after = "", namespaces = "" } = {}): string =>
  `${head}<worksheet xmlns="${main}" xmlns:r="${office}"${namespaces}>${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

/** A package put together part by part. */
export class ForeignBook {
  readonly parts: Record<string, Part> = {};
  readonly defaults: Record<string, string> = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
  };
  names = "";
  calculation = '<calcPr calcId="191029"/>';
  tail = "";
  readonly #types: [string, string][] = [];
  readonly #relations: [id: string, type: string, target: string][] = [];
  readonly #sheets: string[] = [];

  constructor(
    readonly styles: string | null = plainStyles,
    readonly root = "xl/",
  ) {
    if (styles !== null) this.part("styles.xml", styles, `${type}styles+xml`, "styles");
  }

  part(name: string, xml: Part, contentType?: string, relation?: string): string {
    this.parts[this.root + name] = xml;
    if (contentType !== undefined) this.#types.push([this.root + name, contentType]);
    return relation === undefined ? "" : this.relate(relation, name);
  }

  relate(relation: string, target: string): string {
    const id = `rId${this.#relations.length + 1}`;
    this.#relations.push([id, relation, target]);
    return id;
  }

  /** Answers the name of the part. */
  sheet(name: string, xml: string, kind = "worksheet"): string {
    const number = this.#sheets.length + 1;
    const part = `${kind}s/sheet${number}.xml`;
    const id = this.part(part, xml, `${type}${kind}+xml`, kind);
    this.#sheets.push(`<sheet name="${name}" sheetId="${number}" r:id="${id}"/>`);
    return this.root + part;
  }

  relations(part: string, list: readonly [id: string, type: string, target: string][]): void {
    this.parts[part.replace(/([^/]*)$/, "_rels/$1.rels")] = relationshipsXml(list);
  }

  bytes(change: (parts: Record<string, Part>) => Record<string, Part> = (parts) => parts): Uint8Array {
    const book = `${this.root}workbook.xml`;
    const overrides = [...this.#types, [book, `${type}sheet.main+xml`] as const];
    const all: Record<string, Part> = {
      "[Content_Types].xml": `${head}<Types xmlns="${packageNamespace}/content-types">${Object.entries(
        this.defaults,
      )
        .map(([extension, one]) => `<Default Extension="${extension}" ContentType="${one}"/>`)
        .join("")}${overrides
        .map(([name, one]) => `<Override PartName="/${name}" ContentType="${one}"/>`)
        .join("")}</Types>`,
      "_rels/.rels": relationshipsXml([["rId1", "officeDocument", book]]),
      [book]: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${this.#sheets.join("")}</sheets>${this.names}${this.calculation}${this.tail}</workbook>`,
      [`${this.root}_rels/workbook.xml.rels`]: relationshipsXml(this.#relations),
      ...this.parts,
    };
    return zipSync(
      Object.fromEntries(
        Object.entries(change(all)).map(([name, part]) => [
          name,
          typeof part === "string" ? strToU8(part) : part,
        ]),
      ),
    );
  }
}

const relationshipsXml = (list: readonly (readonly [string, string, string])[]): string =>
  `${head}<Relationships xmlns="${packageNamespace}/relationships">${list
    .map(([id, one, target]) => `<Relationship Id="${id}" Type="${office}/${one}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const texts = (change: (xml: string) => string) => (parts: Record<string, Part>) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? change(part) : part]),
  );

function utf16(text: string): Uint8Array {
  const out = new Uint8Array(2 + 2 * text.length);
  [out[0], out[1]] = [0xff, 0xfe];
  for (let i = 0; i < text.length; i++) {
    out[2 + 2 * i] = text.charCodeAt(i) & 255;
    out[3 + 2 * i] = text.charCodeAt(i) >> 8;
  }
  return out;
}

export interface ForeignFile {
  readonly id: string;
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Cells of the user's sheet 台账 that must hold this afterwards. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Their number formats. */
  readonly formats?: Readonly<Record<string, string>>;
}

const ledger = (book: ForeignBook, cells: Record<number, string>, more = {}): string =>
  book.sheet(
    "台账",
    sheetXml(
      Object.entries(cells)
        .map(([row, xml]) => `<row r="${row}">${xml}</row>`)
        .join(""),
      more,
    ),
  );
const text = (place: string, value: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const formula = (place: string, formula: string, value: string | null, a = ""): string =>
  `<c r="${place}"${a}><f>${formula}</f>${value === null ? "" : `<v>${value}</v>`}</c>`;

/** Each trait with the rows of a table on its first sheet. */
export function foreignFiles(table: readonly Row[]): ForeignFile[] {
  const plain = (styles: string | null = plainStyles, root = "xl/"): ForeignBook => {
    const book = new ForeignBook(styles, root);
    book.sheet("自评表", sheetXml(rowsXml(table)));
    return book;
  };
  return [
    { id: "form-control", what: "a check box: its anchor has columns, too", bytes: formControl(plain()) },
    { id: "no-styles", what: "no styles part", bytes: plain(null).bytes() },
    { id: "chart-sheet", what: "a chart sheet", bytes: chartSheet(plain()) },
    { id: "strict", what: "Strict Open XML", bytes: strictFile(plain()), values: { B1: 12.5 } },
    { id: "utf16-part", what: "a custom XML part in UTF-16", bytes: utf16Part(plain()) },
    { id: "workbook-at-root", what: "workbook part outside xl/", bytes: plain(plainStyles, "").bytes() },
    {
      id: "empty-results",
      what: "formulas with an empty <v>",
      ...withLedger(plain(), {
        1: `<c r="A1"><v>3</v></c>${formula("B1", "A1+1", "")}${formula("C1", 'A1&amp;"万元"', "")}`,
      }),
      values: { B1: 4, C1: "3万元" },
    },
    {
      id: "dynamic-array",
      what: "a spilled array keeps its results",
      bytes: dynamicArray(plain()),
      values: { A3: 2023, A4: 2024, A5: 2025 },
    },
    {
      id: "date-format",
      what: "General stays General beside TODAY() and dates",
      ...withLedger(plain(), {
        1: `<c r="A1" s="1"><v>45000</v></c>${formula("B1", "TODAY()-A1", "100")}${formula("C1", "D1", "45100", ' s="2"')}${formula("D1", "TODAY()", "45100", ' s="1"')}${formula("E1", "D1-A1", "100", ' s="2"')}`,
      }),
      formats: { A1: "yyyy/m/d", B1: "General", C1: "General", D1: "yyyy/m/d", E1: "General" },
    },
    {
      id: "merged-column",
      what: "a whole column merged",
      ...withLedger(
        plain(),
        { 1: text("A1", "说明") },
        { after: '<mergeCells count="1"><mergeCell ref="C1:C1048576"/></mergeCells>' },
      ),
    },
    {
      id: "iso-times",
      what: "dates and times of day in ISO 8601",
      ...withLedger(plain(), {
        1: '<c r="A1" s="1" t="d"><v>2023-12-31</v></c><c r="B1" s="1" t="d"><v>2023-12-31T12:00:00</v></c><c r="C1" t="d"><v>18:00:00</v></c>',
      }),
      // 2023-12-31 is day 45291 of Excel's calendar.
      values: { A1: 45291, B1: 45291.5, C1: 0.75 },
    },
    { id: "part-name-case", what: "a part named in other case", bytes: partNameCase(table) },
    {
      id: "let",
      what: "LET inside LET keeps its result",
      ...withLedger(plain(), {
        1: formula("A1", "2+_xlfn.LET(_xlpm.x,8,_xlfn.LET(_xlpm.x,2,_xlpm.x+_xlpm.x)*_xlpm.x)", "34"),
        2: formula("A2", "_xlfn.LET(_xlpm.x,1,_xlpm.x*8)", null),
        3: formula("A3", "1+_xlfn.LET(_xlpm.x,2,_xlfn.LET(_xlpm.y,3,_xlpm.x*_xlpm.y))", null),
      }),
      values: { A1: 34, A3: "#N/A" },
    },
    { id: "orphan-strings", what: "a table of texts that nothing leads to", bytes: orphanStrings(plain()) },
    {
      id: "ext-list-prefix",
      what: "extLst that declares its own prefix",
      bytes: extensionList(plain()),
    },
    {
      id: "backslashes",
      what: "backslashes in part names",
      bytes: plain().bytes((parts) =>
        Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replace(/\//g, "\\"), part])),
      ),
    },
    {
      id: "implicit-intersection",
      what: "=自评表!F:F*1 in row 4 is F4*1",
      ...withLedger(plain(), { 4: formula("A4", "自评表!F:F*1", "10") }),
      values: { A4: 10 },
    },
    {
      id: "implicit-intersection-uncalculated",
      what: "the same without a stored result",
      ...withLedger(plain(), { 4: formula("A4", "自评表!F:F*1", null) }),
      values: { A4: 10 },
    },
    {
      id: "stale-zero",
      what: "a stored 0 that the file calls out of date",
      bytes: staleZero(plain()),
      values: { A1: 120 },
    },
    {
      id: "unknown-function",
      what: "a function that the engine does not know keeps its result",
      ...withLedger(plain(), { 1: formula("A1", "_xludf.OWN.RATE(TODAY())", "7") }),
      values: { A1: 7 },
    },
    {
      id: "other-workbook",
      what: "a reference to another workbook keeps its result",
      ...withLedger(plain(), { 1: formula("A1", "[1]年初!$B$2*2+0*TODAY()", "50") }),
      values: { A1: 50 },
    },
    { id: "fill-without-type", what: "a fill without type", bytes: styled(table, "<patternFill/>") },
    {
      id: "alpha-00",
      what: "colours with alpha 00",
      bytes: styled(table, '<patternFill patternType="solid"><fgColor rgb="00FFFF00"/></patternFill>'),
    },
    {
      id: "palette",
      what: "a palette of its own, lines of automatic and of no colour",
      bytes: styled(table, '<patternFill patternType="none"/>', true),
    },
  ];
}

const withLedger = (book: ForeignBook, cells: Record<number, string>, more = {}): { bytes: Uint8Array } => {
  ledger(book, cells, more);
  return { bytes: book.bytes() };
};

const mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

function formControl(book: ForeignBook): Uint8Array {
  const corner = (name: string, column: number, row: number): string =>
    `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
  const control = `<legacyDrawing r:id="rId1"/><mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId2" name="Check Box 1"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1">${corner("from", 1, 1)}${corner("to", 3, 3)}</anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`;
  const namespaces = ` xmlns:xdr="${xdr}" xmlns:x14="${x14}" xmlns:mc="${mc}"`;
  const part = ledger(book, { 1: text("A1", "已复核") }, { after: control, namespaces });
  book.relations(part, [
    ["rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId2", "ctrlProp", "../ctrlProps/ctrlProp1.xml"],
  ]);
  book.defaults["vml"] = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  book.part(
    "drawings/vmlDrawing1.vml",
    '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
  );
  book.part(
    "ctrlProps/ctrlProp1.xml",
    `${head}<formControlPr xmlns="${x14}" objectType="CheckBox"/>`,
    "application/vnd.ms-excel.controlproperties+xml",
  );
  return book.bytes();
}

function chartSheet(book: ForeignBook): Uint8Array {
  const [a, c] = ["main", "chart"].map((one) => `http://schemas.openxmlformats.org/drawingml/2006/${one}`);
  const part = book.sheet(
    "分值图",
    `${head}<chartsheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    "chartsheet",
  );
  book.relations(part, [["rId1", "drawing", "../drawings/drawing1.xml"]]);
  book.part(
    "drawings/drawing1.xml",
    `${head}<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="${a}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9308969" cy="6078325"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${c}"><c:chart xmlns:c="${c}" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
    "application/vnd.openxmlformats-officedocument.drawing+xml",
  );
  book.relations("xl/drawings/drawing1.xml", [["rId1", "chart", "../charts/chart1.xml"]]);
  book.part(
    "charts/chart1.xml",
    `${head}<c:chartSpace xmlns:c="${c}" xmlns:a="${a}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>自评表!$F$6:$F$10</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`,
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  );
  return book.bytes();
}

function strictFile(book: ForeignBook): Uint8Array {
  ledger(book, { 1: `${text("A1", "金额")}<c r="B1"><v>12.5</v></c>` });
  return book.bytes(
    texts((xml) =>
      xml
        .replaceAll(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(office, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace("<workbook ", '<workbook conformance="strict" '),
    ),
  );
}

function utf16Part(book: ForeignBook): Uint8Array {
  book.parts["customXml/item1.xml"] = utf16(
    '<?xml version="1.0" encoding="utf-16"?><DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAAAA==</DataMashup>',
  );
  book.relate("customXml", "../customXml/item1.xml");
  return book.bytes();
}

function dynamicArray(book: ForeignBook): Uint8Array {
  ledger(book, {
    1: '<c r="A1"><v>2023</v></c>',
    3: '<c r="A3" cm="1"><f t="array" ref="A3:A5">A1+_xlfn.SEQUENCE(3)-1+0*TODAY()</f><v>2023</v></c>',
    4: '<c r="A4"><v>2024</v></c>',
    5: '<c r="A5"><v>2025</v></c>',
  });
  return book.bytes();
}

function partNameCase(table: readonly Row[]): Uint8Array {
  const book = new ForeignBook();
  const strings: string[] = [];
  book.sheet("自评表", sheetXml(rowsXml(table, strings)));
  const items = strings.map((one) => `<si><t>${one}</t></si>`).join("");
  book.part(
    "SharedStrings.xml",
    `${head}<sst xmlns="${main}">${items}</sst>`,
    `${type}sharedStrings+xml`,
    "sharedStrings",
  );
  return book.bytes((parts) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name.replace("SharedStrings", "sharedStrings"), part]),
    ),
  );
}

function orphanStrings(book: ForeignBook): Uint8Array {
  book.part(
    "sharedStrings.xml",
    `${head}<sst xmlns="${main}" count="1" uniqueCount="1"><si><t>旧文字</t></si></sst>`,
    `${type}sharedStrings+xml`,
  );
  return book.bytes();
}

function extensionList(book: ForeignBook): Uint8Array {
  book.tail =
    '<extLst xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
  return book.bytes();
}

function staleZero(book: ForeignBook): Uint8Array {
  book.calculation = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
  ledger(book, { 1: formula("A1", "60+60", "0") });
  return book.bytes();
}

/** All cells of the table in a format of its own: bordered, filled, centred. */
function styled(table: readonly Row[], fill: string, palette = false): Uint8Array {
  const colors = palette
    ? '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/><rgbColor rgb="00FF0000"/></indexedColors></colors>'
    : "";
  const line = palette
    ? '<left style="thin"><color auto="1"/></left><right style="thin"/>'
    : "<left/><right/>";
  const styles = plainStyles
    .replace('<patternFill patternType="none"/>', fill)
    .replace("<left/><right/>", line)
    .replace('<dxfs count="0"/>', `<dxfs count="0"/>${colors}`);
  const book = new ForeignBook(styles);
  book.sheet("自评表", sheetXml(rowsXml(table, undefined, ' s="2"')));
  return book.bytes();
}
