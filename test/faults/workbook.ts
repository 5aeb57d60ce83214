import type { EmbeddedExcel } from "@jiheng/excel-host/node";
import { createExcelSession } from "../../src/excel/excel-session";
import type { WorkbookSession } from "../../src/excel/session";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";

export const INDICATORS = "绩效指标";
export const NOTES = "备注";

const HEADERS = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "得分率"];
const ROWS: readonly (readonly (string | number)[])[] = [
  ["产出指标", "数量指标", "培训人数", 20, "≥100人", "96人"],
  ["", "质量指标", "合格率", 20, "≥95%", "97%"],
  ["", "时效指标", "完成及时率", 20, "100%", "100%"],
  ["效益指标", "社会效益", "受益人数", 30, "≥5000人", "4800人"],
  ["满意度指标", "满意度指标", "群众满意度", 10, "≥90%", "92%"],
];

export interface FormOptions {
  /** Where a typed score stands, as row of the table → text or number. */
  readonly typed?: Readonly<Record<number, string | number>>;
  readonly sheetXml?: { readonly before?: string; readonly after?: string };
  readonly workbookXml?: string;
  /** Style of the score cells; 4 is unlocked. */
  readonly scoreStyle?: number;
  /** Attributes of rows by number on the sheet, such as ` hidden="1"`. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  readonly moreSheets?: Readonly<Record<string, string>>;
}

/** A small form of five indicators with empty result cells, beside a sheet of the user's that nobody may touch. */
export function smallForm(options: FormOptions = {}): Uint8Array {
  const { typed = {}, sheetXml = {}, scoreStyle = 2, rowAttributes = {} } = options;
  const cell = (reference: string, value: string | number, style = 0): string =>
    typeof value === "number" ? numberCell(reference, value, style) : textCell(reference, value, style);
  const line = (row: number, cells: string): string =>
    `<row r="${row}"${rowAttributes[row] ?? ""}>${cells}</row>`;
  const letters = "ABCDEFGH";
  const body = ROWS.map((values, index) => {
    const row = index + 3;
    const cells = values
      .map((value, column) => (value === "" ? "" : cell(`${letters[column] ?? ""}${row}`, value)))
      .join("");
    const score = typed[index];
    const scoreCell =
      score === undefined ? `<c r="G${row}" s="${scoreStyle}"/>` : cell(`G${row}`, score, scoreStyle);
    return line(row, `${cells}${scoreCell}<c r="H${row}" s="${scoreStyle}"/>`);
  }).join("");
  const header = HEADERS.map((text, column) => textCell(`${letters[column] ?? ""}2`, text, 3)).join("");
  const total = `${textCell("A8", "合计")}${numberCell("D8", 100)}<c r="G8" s="${scoreStyle}"/><c r="H8" s="${scoreStyle}"/>`;
  return makeXlsx(
    {
      [INDICATORS]: `${sheetXml.before ?? ""}<sheetData>${line(1, textCell("A1", "项目支出绩效自评表（2023年度）", 3))}${line(2, header)}${body}${line(8, total)}</sheetData>${sheetXml.after ?? ""}`,
      [NOTES]: `<sheetData><row r="1">${textCell("A1", "007")}${numberCell("B1", 45291, 1)}<c r="C1"><f>B1+1</f><v>45292</v></c>${textCell("D1", "=不是公式")}<c r="E1" t="b"><v>1</v></c></row></sheetData>`,
      ...options.moreSheets,
    },
    {},
    options.workbookXml ?? "",
  );
}

export const session = (): WorkbookSession => createExcelSession(() => new Date(2024, 4, 6, 9, 8));

/** Everything that a workbook holds: sheet → cell → content and format; merges and charts of the generated sheets. */
export type Contents = Readonly<Record<string, Readonly<Record<string, string>>>>;

const OUTPUT_NAMES: readonly string[] = Object.values(OUTPUT_SHEETS);

/** An empty sheet counts as none: what a failed run made is emptied, never deleted. */
export function contentsOf(excel: EmbeddedExcel): Promise<Contents> {
  excel.faults.clear();
  return Excel.run(async (context) => {
    const sheets = excel.sheetNames().map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRangeOrNullObject(false);
      used.load("rowIndex,columnIndex,values,formulas,numberFormat");
      const merged = used.getMergedAreasOrNullObject();
      merged.load("address");
      const { charts } = sheet;
      charts.load("items/name");
      return { name, used, merged, charts };
    });
    await context.sync();
    return Object.fromEntries(
      sheets.flatMap(({ name, used, merged, charts }) => {
        const cells: Record<string, string> = {};
        if (!used.isNullObject)
          used.values.forEach((line: unknown[], row) =>
            line.forEach((value, column) => {
              const format = String(used.numberFormat[row]?.[column]);
              const content = JSON.stringify([value, used.formulas[row]?.[column], format]);
              if (value !== "" || used.formulas[row]?.[column] !== "" || format !== "General")
                cells[`${used.rowIndex + row},${used.columnIndex + column}`] = content;
            }),
          );
        const isOutput = OUTPUT_NAMES.includes(name);
        if (Object.keys(cells).length === 0 && charts.items.length === 0) return [];
        if (isOutput) {
          cells["merges"] = used.isNullObject || merged.isNullObject ? "" : merged.address;
          cells["charts"] = String(charts.items.length);
        }
        return [[name, cells] as const];
      }),
    );
  });
}

export const withoutSheet = (contents: Contents, name: string): Contents =>
  Object.fromEntries(Object.entries(contents).filter(([sheet]) => sheet !== name));

/** The user's own sheets. */
export const usersSheets = (contents: Contents): Contents =>
  Object.fromEntries(Object.entries(contents).filter(([sheet]) => !OUTPUT_NAMES.includes(sheet)));
