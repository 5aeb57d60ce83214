import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { workbookReport, type WorkbookReport } from "../../../src/cli/json-report";
import { createExcelSession } from "../../../src/excel/excel-session";
import { parseCellLabel } from "../../../src/expr/cell";
import { PAPER_COLUMNS } from "../../../src/report/paper/columns";

/** One number of a workbook in one of the places where it can be read, worked out by hand. */
interface Row {
  readonly 工作簿: string;
  readonly 哪里: "结果" | "底稿" | "汇总" | "单元格" | "提示";
  readonly 哪一个: string;
  /** Empty: nothing is shown there. */
  readonly 应为: string;
  readonly 怎样得来: string;
}

const rows = parse<Row>(readFileSync(join(import.meta.dirname, "house.csv"), "utf8"), { columns: true });
const workbooks = [...new Set(rows.map((row) => row.工作簿))];

const letter = (column: number): string => String.fromCharCode(65 + column);
const PAPER = new Map(PAPER_COLUMNS.map(({ title }, column) => [title, letter(column)]));
type Field = "points" | "score" | "scoreRate" | "grade";

const COLUMNS: Readonly<Record<string, { paper: string; summary: string; field: Field }>> = {
  分值: { paper: PAPER.get("分值") ?? "", summary: "B", field: "points" },
  得分: { paper: PAPER.get("采用得分") ?? "", summary: "C", field: "score" },
  得分率: { paper: PAPER.get("得分率") ?? "", summary: "D", field: "scoreRate" },
  等级: { paper: PAPER.get("等级") ?? "", summary: "E", field: "grade" },
};

/** As people read it: 95% has two decimals at most, nothing for an empty cell or 待评分. */
function spoken(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined || value === "待评分") return "";
  return typeof value === "number" ? String(Math.round(value * 1e8) / 1e8) : String(value);
}

describe.each(workbooks)("%s", (name) => {
  let excel: EmbeddedExcel;
  let report: WorkbookReport;

  beforeAll(async () => {
    excel = await startEmbeddedExcel();
    await excel.open(new Uint8Array(readFileSync(join(import.meta.dirname, `${name}.xlsx`))), `${name}.xlsx`);
    const result = await createExcelSession(() => new Date(2024, 4, 6, 9, 8)).calculate();
    expect(result.written?.mismatches).toEqual([]);
    report = workbookReport(`${name}.xlsx`, result);
  });
  afterAll(() => excel.dispose());

  const read = (sheet: string, cell: string): string => spoken(excel.peek(sheet, cell).value);

  /** The last row of a sheet whose cell in the column says the name. */
  function rowSaying(sheet: string, column: string, name: string, until = 80): number {
    let found = 0;
    for (let row = 1; row <= until; row += 1) if (read(sheet, `${column}${row}`) === name) found = row;
    expect(found, `${sheet}里有“${name}”`).toBeGreaterThan(0);
    return found;
  }

  function summaryRow(name: string): number {
    for (let row = 1; row < 80; row += 1) {
      if (!/综合评价得分表$/.test(read("绩效汇总", `A${row}`))) continue;
      for (let line = row + 2; line < row + 20; line += 1)
        if (read("绩效汇总", `A${line}`) === name) return line;
    }
    throw new Error(`综合评价得分表里没有“${name}”`);
  }

  function said({ 哪里: where, 哪一个: what }: Row): string {
    const [of = "", column = ""] = what.split(" ");
    const isWhole = of === "合计";
    const places = COLUMNS[column];
    const [evaluation] = report.evaluations;
    switch (where) {
      case "结果": {
        const sum: Partial<Record<Field, string | null>> | undefined = isWhole
          ? evaluation
          : evaluation?.dimensions.find(({ name: own }) => own === of);
        expect(sum, of).toBeDefined();
        return places === undefined ? "?" : (sum?.[places.field] ?? "");
      }
      case "底稿": {
        const row = rowSaying("计算底稿", PAPER.get("三级指标") ?? "", isWhole ? of : `小计：${of}`);
        return read("计算底稿", `${places?.paper ?? ""}${row}`);
      }
      case "汇总":
        return read("绩效汇总", `${places?.summary ?? ""}${summaryRow(isWhole ? "综合得分" : of)}`);
      case "单元格": {
        const at = parseCellLabel(what);
        return at === null ? "?" : read(at.sheet, what.slice(what.lastIndexOf("!") + 1));
      }
      case "提示":
        return report.findings
          .filter(({ code }) => code === what)
          .map(({ cell }) => cell)
          .join("、");
    }
  }

  it.each(rows.filter((row) => row.工作簿 === name))("$哪里 $哪一个 为 $应为（$怎样得来）", (row) =>
    expect(said(row)).toBe(row.应为),
  );
});
