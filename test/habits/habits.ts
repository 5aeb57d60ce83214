import type { Book } from "./book";
import {
  cellsOf,
  escapeXml,
  heightOf,
  insertBefore,
  mergesOf,
  put,
  widthOf,
  type HabitCell,
  type HabitSheet,
} from "./sheet";

/** A way to keep a workbook that changes nothing of its meaning. */
export interface Habit {
  readonly id: string;
  /** What docs/habits.md calls it. */
  readonly name: string;
  readonly change: (book: Book) => void;
}

const all = (book: Book): HabitCell[] => book.sheets.flatMap(cellsOf);
const constants = (book: Book, kind: HabitCell["kind"]): HabitCell[] =>
  all(book).filter((cell) => cell.formula === null && cell.kind === kind);
const texts = (book: Book): HabitCell[] => constants(book, "text");
const numbers = (book: Book): HabitCell[] => constants(book, "number");

/** Changes the text of every cell that is typed text. */
const retyped =
  (change: (text: string) => string) =>
  (book: Book): void => {
    for (const cell of texts(book)) cell.value = change(cell.value);
  };

/** Names and headers: short texts without digits, which nobody reads a number from. */
const names = (book: Book): HabitCell[] =>
  texts(book).filter(({ value }) => /^[\p{Script=Han}（）()、/]{2,14}$/u.test(value));

const halves = (text: string, between: string): string => {
  const at = Math.ceil(text.length / 2);
  return `${text.slice(0, at)}${between}${text.slice(at)}`;
};

/** Fills the gaps of every sheet with empty cells, as a sheet has that was formatted as a whole. */
function fillGaps(sheet: HabitSheet): void {
  const width = widthOf(sheet);
  for (let row = 0; row < heightOf(sheet); row += 1)
    for (let column = 0; column < width; column += 1) {
      const stands = sheet.rows.get(row)?.cells.some((cell) => cell.column === column) === true;
      if (!stands) put(sheet, blankCell(row, column));
    }
}

const blankCell = (row: number, column: number): HabitCell => ({
  row,
  column,
  style: 0,
  kind: "blank",
  value: "",
  formula: null,
  hasResult: false,
});

const textCell = (row: number, column: number, value: string): HabitCell => ({
  ...blankCell(row, column),
  kind: "text",
  value,
});

function asText(book: Book): void {
  for (const sheet of book.sheets) fillGaps(sheet);
  for (const cell of all(book)) {
    // Without its format 0.95 would no longer say that it is a percentage with no decimals.
    const isShare = cell.kind === "number" && book.formatOf(cell.style).includes("%");
    if (cell.formula === null && !isShare) cell.style = book.formatLike(cell.style, "@");
  }
}

/** Cells that a formula of the workbook reads: text in them is another meaning, because SUM leaves it out. */
function readByFormulas(book: Book): (cell: HabitCell) => boolean {
  const formulas = book.sheets.flatMap((sheet) =>
    cellsOf(sheet).flatMap(({ formula }) => (formula === null ? [] : [{ sheet, formula }])),
  );
  const areas = formulas.flatMap(({ sheet, formula }) =>
    [
      ...formula.matchAll(
        /(?:('(?:[^']|'')+'|[\p{L}\d_.]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/gu,
      ),
    ].map(([, other, fromColumn = "", fromRow = "", toColumn = fromColumn, toRow = fromRow]) => ({
      sheet: other === undefined ? sheet.name : other.replace(/^'|'$/g, "").replaceAll("''", "'"),
      from: { column: lettersOf(fromColumn), row: Number(fromRow) - 1 },
      to: { column: lettersOf(toColumn), row: Number(toRow) - 1 },
    })),
  );
  const owner = new Map(
    book.sheets.flatMap((sheet) => cellsOf(sheet).map((cell) => [cell, sheet.name] as const)),
  );
  return (cell) =>
    areas.some(
      ({ sheet, from, to }) =>
        sheet === owner.get(cell) &&
        cell.row >= from.row &&
        cell.row <= to.row &&
        cell.column >= from.column &&
        cell.column <= to.column,
    );
}

const lettersOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What the sheet shows for a number, as the export of a budget system keeps it. */
function shown(value: string, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length;
  if (format.endsWith("%")) return `${fixed(`${value}e2`, decimals ?? 0, value)}%`;
  return format.includes("0") && decimals !== undefined ? fixed(value, decimals, value) : plainNumber(value);
}

/** Rounds only where nothing is lost: a rounded number would be another one. */
function fixed(value: string, decimals: number, original: string): string {
  const number = value === original ? Number(value) : Number(`${Number(original).toPrecision(15)}e2`);
  const text = number.toFixed(decimals);
  return Math.abs(Number(text) - number) < 1e-9 ? text : String(Number(number.toPrecision(12)));
}

const plainNumber = (value: string): string => String(Number(Number(value).toPrecision(15)));

function numbersAsText(book: Book): void {
  const isRead = readByFormulas(book);
  for (const cell of numbers(book).filter((one) => !isRead(one))) {
    const format = book.formatOf(cell.style);
    if (/[ymd]/i.test(format)) continue;
    cell.value = shown(cell.value, format);
    cell.kind = "text";
  }
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "%": "％",
  ":": "：",
  ",": "，",
};
const fullWidth = (text: string): string =>
  text.replace(
    /[\d.%():,]/g,
    (character) => FULL_WIDTH[character] ?? String.fromCodePoint(character.charCodeAt(0) + 0xfee0),
  );
const asciiMarks = (text: string): string =>
  text.replace(/[（）：，；％]/g, (mark) => String.fromCodePoint(mark.charCodeAt(0) - 0xfee0));

const RADICALS = new Map(
  Array.from({ length: 0x2fd6 - 0x2f00 }, (_, at) => String.fromCodePoint(0x2f00 + at)).map((radical) => [
    radical.normalize("NFKC"),
    radical,
  ]),
);

function withoutResults(book: Book): void {
  for (const cell of all(book)) if (cell.formula !== null) cell.hasResult = false;
}

function calculateOnLoad(book: Book): void {
  const workbook = book.part("xl/workbook.xml").replace(/<calcPr\b[^>]*?(?:\/>|><\/calcPr>)/, "");
  const calculation = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
  book.setPart(
    "xl/workbook.xml",
    workbook.replace(
      /(<\/definedNames>|<\/sheets>)(?!.*(?:<\/definedNames>|<\/sheets>))/s,
      `$1${calculation}`,
    ),
  );
}

function formulasOverValues(book: Book, hasResult: boolean): void {
  for (const cell of numbers(book)) {
    cell.formula = cell.value.replace("E", "e").includes("e") ? String(Number(cell.value)) : cell.value;
    cell.hasResult = hasResult;
  }
}

/** Names merged down stand in each row instead. */
function unmerged(book: Book, repeats: boolean): void {
  for (const sheet of book.sheets)
    for (const area of mergesOf(sheet)) {
      const first = sheet.rows.get(area.row)?.cells.find(({ column }) => column === area.column);
      const isName = first?.kind === "text" && /\p{Script=Han}/u.test(first.value) && first.value.length < 20;
      const isGroup = area.column < 3 && area.column === area.lastColumn && area.lastRow > area.row;
      if (!isName || !isGroup || hasLongMerge(sheet, area.row)) continue;
      sheet.tail = sheet.tail.replace(mergeElement(area), "");
      for (let row = area.row + 1; repeats && row <= area.lastRow; row += 1)
        put(sheet, { ...first, row, column: area.column });
    }
  for (const sheet of book.sheets)
    sheet.tail = sheet.tail.replace(/<mergeCells\b[^>]*>\s*<\/mergeCells>/, "");
}

/** Header cells merged down over a header of several rows are part of it. */
const hasLongMerge = (sheet: HabitSheet, row: number): boolean =>
  mergesOf(sheet).some((area) => area.row === row && area.lastRow > area.row && area.column > 4);

const mergeElement = ({ row, column, lastRow, lastColumn }: ReturnType<typeof mergesOf>[number]): RegExp =>
  new RegExp(
    `<mergeCell ref="${letters(column)}${row + 1}:${letters(lastColumn)}${lastRow + 1}"(?:/>|></mergeCell>)`,
  );

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;

const AFTER_MERGES = [
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "drawing",
  "legacyDrawing",
  "tableParts",
  "extLst",
];
const AFTER_CONDITIONS = AFTER_MERGES.slice(2);
const AFTER_VALIDATIONS = AFTER_MERGES.slice(3);
const AFTER_DATA = ["sheetProtection", "autoFilter", "mergeCells", ...AFTER_MERGES];
const BEFORE_LEGACY = ["legacyDrawing", "tableParts", "extLst"];

/** Every habit, in the order of docs/habits.md. */
export const HABITS: readonly Habit[] = [
  { id: "text-format", name: "全部单元格设为文本格式", change: asText },
  { id: "numbers-as-text", name: "数字、百分比存为文本", change: numbersAsText },
  {
    id: "exported-text",
    name: "文本格式，数字也是文本（系统导出）",
    change: (book) => {
      numbersAsText(book);
      asText(book);
    },
  },
  {
    id: "apostrophes",
    name: "数字前加撇号",
    change: (book) => {
      numbersAsText(book);
      for (const cell of texts(book)) cell.style = book.styleLike(cell.style, { quotePrefix: "1" });
    },
  },
  {
    id: "spaced-names",
    name: "名称和表头中加空格",
    change: (book) => {
      for (const cell of names(book)) cell.value = [...cell.value].join(" ");
    },
  },
  { id: "outer-spaces", name: "文字前后有空格", change: retyped((text) => `  ${text} `) },
  {
    id: "full-width-spaces",
    name: "文字前后有全角空格",
    change: (book) => {
      for (const cell of names(book)) cell.value = `\u3000\u3000${cell.value}\u3000`;
    },
  },
  {
    id: "line-breaks",
    name: "名称和表头中有换行",
    change: (book) => {
      for (const cell of names(book)) cell.value = halves(cell.value, "\n");
    },
  },
  {
    id: "odd-blanks",
    name: "名称中有不间断空格和零宽字符",
    change: (book) => {
      for (const cell of names(book)) cell.value = `${halves(cell.value, "\u00a0")}\u200b`;
    },
  },
  { id: "full-width", name: "数字、百分号、括号为全角", change: retyped(fullWidth) },
  { id: "ascii-marks", name: "标点为半角", change: retyped(asciiMarks) },
  {
    id: "signs",
    name: "≥ 写作 ≧，≤ 写作 ≦",
    change: retyped((text) => text.replaceAll("≥", "≧").replaceAll("≤", "≦")),
  },
  {
    id: "typed-signs",
    name: "≥ 写作 >=，≤ 写作 <=",
    change: retyped((text) => text.replaceAll("≥", ">=").replaceAll("≤", "<=")),
  },
  {
    id: "signs-in-words",
    name: "≥ 写作不低于，≤ 写作不超过",
    change: (book) => {
      for (const cell of texts(book))
        cell.value = cell.value.replace(/^≥(?=\d)/, "不低于").replace(/^≤(?=\d)/, "不超过");
    },
  },
  {
    id: "radicals",
    name: "名称含康熙部首（由 PDF 粘贴）",
    change: (book) => {
      for (const cell of names(book))
        cell.value = [...cell.value].map((character) => RADICALS.get(character) ?? character).join("");
    },
  },
  {
    id: "rich-text",
    name: "富文本",
    change: (book) => {
      for (const cell of texts(book)) {
        const at = Math.ceil(cell.value.length / 2);
        const run = (text: string, look: string): string =>
          text === "" ? "" : `<r>${look}<t xml:space="preserve">${escapeXml(text)}</t></r>`;
        cell.rich =
          run(cell.value.slice(0, at), '<rPr><b/><sz val="11"/></rPr>') + run(cell.value.slice(at), "");
      }
    },
  },
  {
    id: "rows-above",
    name: "表前插入空行",
    change: (book) => {
      for (const sheet of book.sheets) book.shift(sheet, { axis: "row", at: 0, count: 3 });
    },
  },
  {
    id: "columns-before",
    name: "表左插入空列",
    change: (book) => {
      for (const sheet of book.sheets) book.shift(sheet, { axis: "column", at: 0, count: 2 });
    },
  },
  {
    id: "sheet-names",
    name: "工作表名含空格、单引号、括号、井号",
    change: (book) => {
      book.sheets.forEach((sheet, index) => {
        book.rename(sheet, `附件 ${index + 1}（${sheet.name.slice(0, 6)}）it's (2023) #`);
      });
    },
  },
  {
    id: "sheet-marks",
    name: "工作表名含双引号、叹号",
    change: (book) => {
      book.sheets.forEach((sheet, index) => {
        book.rename(sheet, `"附件${index + 1}"!A1`);
      });
    },
  },
  {
    id: "number-names",
    name: "工作表名像单元格地址或公式",
    change: (book) => {
      book.sheets.forEach((sheet, index) => {
        book.rename(sheet, ["A1", "R1C1", "=1+1", "2023-1", "TRUE", "&附件"][index] ?? `1${index}`);
      });
    },
  },
  {
    id: "reordered",
    name: "工作表次序颠倒",
    change: (book) => {
      book.sheets = [...book.sheets].reverse();
    },
  },
  {
    id: "values-over-formulas",
    name: "公式粘贴为数值",
    change: (book) => {
      for (const cell of all(book)) cell.formula = null;
    },
  },
  {
    id: "formulas-over-values",
    name: "数值改为公式（=12.5）",
    change: (book) => formulasOverValues(book, true),
  },
  {
    id: "formulas-without-results",
    name: "数值改为公式，未存结果",
    change: (book) => formulasOverValues(book, false),
  },
  { id: "no-results", name: "公式未存结果", change: withoutResults },
  {
    id: "stale-results",
    name: "公式存的结果已过时（打开时重算）",
    change: (book) => {
      for (const cell of all(book)) if (cell.formula !== null && cell.kind === "number") cell.value = "0";
      calculateOnLoad(book);
    },
  },
  {
    id: "accounting",
    name: "数字用会计格式",
    change: (book) => {
      for (const cell of all(book))
        if (cell.kind === "number" && !/[%ymd]/i.test(book.formatOf(cell.style)))
          cell.style = book.formatLike(cell.style, '_ * #,##0.00##_ ;_ * \\-#,##0.00##_ ;_ * "-"??_ ;_ @_ ');
    },
  },
  {
    id: "coloured-formats",
    name: "数字格式含颜色和负数样式",
    change: (book) => {
      for (const cell of all(book)) {
        const format = book.formatOf(cell.style);
        const plain = format === "General" ? "0.########" : format;
        if (cell.kind === "number" && /^[0#,.]+%?$/.test(plain))
          cell.style = book.formatLike(cell.style, `${plain}_ ;[Red]\\-${plain}\\ `);
      }
    },
  },
  {
    id: "comments",
    name: "批注",
    change: (book) => {
      book.sheets.forEach((sheet, index) => addComment(book, sheet, index));
    },
  },
  {
    id: "validation",
    name: "数据验证",
    change: (book) => {
      for (const sheet of book.sheets)
        insertBefore(
          sheet,
          `<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" sqref="A1:Z200"><formula1>0</formula1><formula2>1000000000</formula2></dataValidation></dataValidations>`,
          AFTER_VALIDATIONS,
        );
    },
  },
  {
    id: "conditions",
    name: "条件格式",
    change: (book) => {
      for (const sheet of book.sheets)
        insertBefore(
          sheet,
          `<conditionalFormatting sqref="A1:Z200"><cfRule type="containsBlanks" priority="1"><formula>LEN(TRIM(A1))=0</formula></cfRule></conditionalFormatting>`,
          AFTER_CONDITIONS,
        );
    },
  },
  {
    id: "filter",
    name: "自动筛选",
    change: (book) => {
      for (const sheet of book.sheets) {
        if (sheet.tail.includes("<autoFilter")) continue;
        const area = `A3:${letters(widthOf(sheet) - 1)}${heightOf(sheet)}`;
        insertBefore(sheet, `<autoFilter ref="${area}"/>`, AFTER_DATA.slice(2));
      }
    },
  },
  {
    id: "table",
    name: "旁边有 Excel 表格",
    change: (book) => book.sheets.forEach((sheet, index) => addTable(book, sheet, index)),
  },
  {
    id: "outline",
    name: "分级显示（行组合）",
    change: (book) => {
      for (const sheet of book.sheets)
        for (const [row, line] of sheet.rows)
          if (row > 4)
            line.attributes = `${line.attributes.replace(/\soutlineLevel="\d"/, "")} outlineLevel="1"`;
    },
  },
  {
    id: "hidden-columns",
    name: "隐藏列",
    change: (book) => {
      for (const sheet of book.sheets) {
        const cols = `<cols><col min="${widthOf(sheet)}" max="${widthOf(sheet)}" width="12" hidden="1" customWidth="1"/></cols>`;
        sheet.head = `${sheet.head.replace(/<cols>.*?<\/cols>/s, "")}${cols}`;
      }
    },
  },
  {
    id: "hidden-rows",
    name: "隐藏行",
    change: (book) => {
      for (const sheet of book.sheets)
        for (const [row, line] of sheet.rows)
          if (row === heightOf(sheet) - 2) line.attributes = `${line.attributes} hidden="1"`;
    },
  },
  {
    id: "narrow-columns",
    name: "列宽过窄（显示 ####）",
    change: (book) => {
      for (const sheet of book.sheets)
        sheet.head = `${sheet.head.replace(/<cols>.*?<\/cols>/s, "")}<cols><col min="1" max="30" width="2" customWidth="1"/></cols>`;
    },
  },
  {
    id: "date-system",
    name: "1904 日期系统",
    change: (book) => {
      const workbook = book.part("xl/workbook.xml");
      const properties = /<workbookPr\b[^>]*?(?:\/>|><\/workbookPr>)/;
      book.setPart(
        "xl/workbook.xml",
        properties.test(workbook)
          ? workbook.replace(properties, '<workbookPr date1904="1"/>')
          : workbook.replace(/(<workbook\b[^>]*>)/, '$1<workbookPr date1904="1"/>'),
      );
      for (const cell of numbers(book))
        if (/[ymd]/i.test(book.formatOf(cell.style))) cell.value = String(Number(cell.value) - 1462);
    },
  },
  {
    id: "notes-beside",
    name: "表旁写有备注",
    change: (book) => {
      for (const sheet of book.sheets)
        ["待核实", "已报局里，共3份", "张三 5月6日"].forEach((note, index) =>
          put(sheet, textCell(index * 2 + 4, widthOf(sheet) + (index === 0 ? 1 : 0), note)),
        );
    },
  },
  { id: "repeated-names", name: "一、二级指标不合并，每行重复", change: (book) => unmerged(book, true) },
  { id: "blank-below", name: "一、二级指标不合并，只写第一行", change: (book) => unmerged(book, false) },
  {
    id: "more-sheets",
    name: "另有说明表和空表",
    change: (book) => {
      const [first] = book.sheets;
      if (first === undefined) return;
      addSheet(book, "填报说明", [textCell(0, 0, "填报说明"), textCell(1, 0, "请各单位于3月底前报送。")]);
      addSheet(book, "Sheet9", []);
    },
  },
  {
    id: "stars",
    name: "指标名称前加星号",
    change: (book) => {
      for (const cell of names(book)) if (/(?:率|数|次|人)$/.test(cell.value)) cell.value = `★${cell.value}`;
    },
  },
];

const DRAWING = "application/vnd.openxmlformats-officedocument";

function addComment(book: Book, sheet: HabitSheet, index: number): void {
  book.addPart(
    `xl/habit/comments${index}.xml`,
    `${DRAWING}.spreadsheetml.comments+xml`,
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核</author></authors><commentList><comment ref="A1" authorId="0"><text><t>请核对</t></text></comment></commentList></comments>`,
  );
  book.addPart(
    `xl/habit/notes${index}.vml`,
    `${DRAWING}.vmlDrawing`,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
  );
  book.relate(sheet, "comments", `/xl/habit/comments${index}.xml`);
  const id = book.relate(sheet, "vmlDrawing", `/xl/habit/notes${index}.vml`);
  insertBefore(sheet, `<legacyDrawing r:id="${id}"/>`, BEFORE_LEGACY);
}

function addTable(book: Book, sheet: HabitSheet, index: number): void {
  const column = widthOf(sheet) + 2;
  ["材料", "份数"].forEach((text, at) => put(sheet, textCell(0, column + at, text)));
  put(sheet, textCell(1, column, "合同"));
  put(sheet, { ...blankCell(1, column + 1), kind: "number", value: "3", hasResult: true });
  const area = `${letters(column)}1:${letters(column + 1)}2`;
  book.addPart(
    `xl/habit/table${index}.xml`,
    `${DRAWING}.spreadsheetml.table+xml`,
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${index + 1}" name="材料${index}" displayName="材料${index}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="2"><tableColumn id="1" name="材料"/><tableColumn id="2" name="份数"/></tableColumns></table>`,
  );
  const id = book.relate(sheet, "table", `/xl/habit/table${index}.xml`);
  insertBefore(sheet, `<tableParts count="1"><tablePart r:id="${id}"/></tableParts>`, ["extLst"]);
}

function addSheet(book: Book, name: string, cells: readonly HabitCell[]): void {
  book.addSheet(name);
  const sheet = book.sheets.at(-1);
  for (const cell of cells) if (sheet !== undefined) put(sheet, cell);
}
