import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workbookReport, type WorkbookReport } from "../../src/cli/json-report";
import { parseCellLabel } from "../../src/expr/cell";
import { toDecimal, toFixed } from "../../src/expr/decimal";
import { fromCellNumber, HUNDRED } from "../../src/expr/exact";
import type { EmbeddedExcel } from "@jiheng/excel-host/node";
import type { RunResult } from "../../src/model/run";
import type { WorkbookSession } from "../../src/excel/session";
import { openSample } from "../excel/sample";
import { recalculate, skipWithoutLibreOffice, type CellValues } from "../oracle/libreoffice";

/** What a published report prints, copied from it by hand; percentages and decimals as printed. */
interface Printed {
  readonly report: string;
  readonly family: string;
  readonly points: string | null;
  readonly score: string;
  readonly grade: string;
  readonly enteredScore: string | null;
  /** 名称, 权重, 得分, 得分率, 等级. */
  readonly dimensions: readonly (readonly [string, string, string, string, string])[];
  /** 三级指标, 得分. */
  readonly scores: readonly (readonly [string, string])[];
  /** The user's own cells after the run. */
  readonly cells: Readonly<Record<string, string>>;
  /** Rows of the summary sheet: 表名, 首列, 其余各列. */
  readonly summary: readonly (readonly [string, string, ...string[]])[];
  /** Errors the product must raise, and no other: 单元格, 报告数, 计算数. */
  readonly errors: readonly (readonly [string, string, string])[];
  /** Codes of warnings and notes with their cells that must be there. */
  readonly remarks: readonly (readonly [string, string])[];
}

type Value = string | number | boolean | null | undefined;
type Read = (sheet: string, cell: string) => Value;

/** Recalculates the sample of a published report and holds every step against what was printed. */
export function itReproduces(name: string): void {
  const printed = JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), "utf8")) as Printed;

  describe(printed.report, () => {
    let excel: EmbeddedExcel;
    let session: WorkbookSession;
    let result: RunResult;
    let report: WorkbookReport;
    const inExcel: Read = (sheet, cell) => excel.peek(sheet, cell).value;

    beforeAll(async () => {
      ({ excel, session } = await openSample(name));
      result = await session.calculate();
      report = workbookReport(`${name}.xlsx`, result);
    });

    test("is one evaluation with the printed total and grade", () => {
      expect(report.evaluations).toHaveLength(1);
      const { family, points, score, grade, enteredScore } = evaluationOf(report);
      expect({ family, points, score, grade, enteredScore }).toEqual({
        family: printed.family,
        points: printed.points,
        score: printed.score,
        grade: printed.grade,
        enteredScore: printed.enteredScore,
      });
    });

    test("has the printed scores by dimension", () => {
      const { dimensions } = evaluationOf(report);
      const rows = dimensions.map((each, index) => {
        const rate = printed.dimensions[index]?.[3] ?? "0.00%";
        return [each.name, each.points, each.score, asPrinted(Number(each.scoreRate), rate), each.grade];
      });
      expect(rows).toEqual(printed.dimensions);
    });

    test("has the printed score for every indicator", () => {
      const scores = evaluationOf(report).indicators.map(({ level3, score }) => [level3, score]);
      expect(scores).toEqual(printed.scores);
    });

    test("fills the user's own cells", () => {
      expect(cellsFrom(printed, inExcel)).toEqual(printed.cells);
    });

    test("prints the tables of the summary sheet", () => {
      expect(summaryFrom(printed, inExcel)).toEqual(printed.summary);
    });

    test("raises the errors of the report and no other", () => {
      const errors = report.findings.filter(({ severity }) => severity === "error");
      expect(errors.map(({ cell, stated, computed }) => [cell, stated, computed]).sort()).toEqual(
        [...printed.errors].sort(),
      );
      expect(report.findings.map(({ code, cell }) => [code, cell])).toEqual(
        expect.arrayContaining([...printed.remarks]),
      );
    });

    test("verifies every formula, and changes nothing when it runs again", async () => {
      expect(result.written?.mismatches).toEqual([]);
      expect(result.written?.verified).toBe(result.written?.formulas);
      expect((await session.calculate()).written).toMatchObject({ unchanged: true, changedCells: 0 });
    });

    describe.skipIf(skipWithoutLibreOffice)("saved and recalculated by LibreOffice", () => {
      let fresh: CellValues;
      const inLibreOffice: Read = (sheet, cell) => fresh.get(sheet)?.get(cell);

      beforeAll(async () => {
        fresh = await recalculate(await excel.save());
      }, 300_000);
      afterAll(() => {
        fresh = new Map();
      });

      test("shows the same cells, tables and no error", () => {
        expect(cellsFrom(printed, inLibreOffice)).toEqual(printed.cells);
        expect(summaryFrom(printed, inLibreOffice)).toEqual(printed.summary);
        const broken = [...fresh].flatMap(([sheet, cells]) =>
          [...cells]
            .filter(([, value]) => /^#(?:REF|VALUE|NAME|DIV|N\/A|NUM)/.test(String(value)))
            .map(([at]) => `${sheet}!${at}`),
        );
        expect(broken).toEqual([]);
      });
    });
  });
}

function evaluationOf(report: WorkbookReport): WorkbookReport["evaluations"][number] {
  const [evaluation] = report.evaluations;
  if (evaluation === undefined) throw new Error("nothing was evaluated");
  return evaluation;
}

function cellsFrom(printed: Printed, read: Read): Record<string, string> {
  return Object.fromEntries(
    Object.entries(printed.cells).map(([label, text]) => {
      const at = parseCellLabel(label);
      const cell = label.slice(label.lastIndexOf("!") + 1);
      return [label, asPrinted(at === null ? null : read(at.sheet, cell), text)];
    }),
  );
}

const SUMMARY = "绩效汇总";
const MOST_ROWS = 400;
const COLUMNS = ["A", "B", "C", "D", "E", "F"];

/** The rows of the summary sheet that the report prints, found by the table's name and the row's first text. */
function summaryFrom(printed: Printed, read: Read): string[][] {
  return printed.summary.map(([table, first, ...rest]) => {
    const line = lineOf(table, first, read);
    const values = COLUMNS.map((column) => read(SUMMARY, `${column}${line}`)).filter(
      (value) => value !== null && value !== undefined && value !== "",
    );
    const start = values.findIndex((value) => value === first);
    return [table, first, ...rest.map((text, index) => asPrinted(values[start + 1 + index], text))];
  });
}

function lineOf(table: string, first: string, read: Read): number {
  let inside = false;
  for (let line = 1; line < MOST_ROWS; line += 1) {
    const head = read(SUMMARY, `A${line}`);
    if (typeof head === "string" && /^表 \d+　/.test(head)) inside = head.replace(/^表 \d+　/, "") === table;
    else if (inside && COLUMNS.some((column) => read(SUMMARY, `${column}${line}`) === first)) return line;
  }
  return MOST_ROWS;
}

/** A cell's value with the decimals and percent sign of the printed number. */
function asPrinted(value: Value, printed: string): string {
  const exact = typeof value === "number" ? fromCellNumber(value) : null;
  if (exact === null) return String(value ?? "");
  const digits = /\.(\d+)%?$/.exec(printed)?.[1] ?? "";
  if (printed.endsWith("%")) return `${toFixed(exact.mul(HUNDRED), digits.length)}%`;
  // Sums of doubles: 15383.719999999998 is 15383.72 on the sheet.
  return /^-?\d/.test(printed) ? toFixed(exact, digits.length) : toDecimal(exact);
}
