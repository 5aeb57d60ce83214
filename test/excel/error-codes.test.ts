import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { asFailure } from "../../src/excel/office-errors";
import { enUS } from "../../src/strings/en-US";
import { zhCN } from "../../src/strings/zh-CN";

interface Row {
  readonly code: string;
  readonly failure: string;
  readonly source: string;
}

/** Every code of Microsoft's page on errors of the application-specific APIs, and what we make of it. */
const ROWS = parse<Row>(readFileSync("test/excel/error-codes.csv", "utf8"), { columns: true });

beforeAll(() => startEmbeddedExcel());

const office = (code: string): Error =>
  Object.assign(Object.create(OfficeExtension.Error.prototype) as OfficeExtension.Error, {
    code,
    message: "raw",
  });

describe("what Excel says is told by its cause and the next step", () => {
  test.each(ROWS)("$code is $failure", ({ code, failure }) => {
    const { code: told, detail } = asFailure(office(code), true);
    expect(told).toBe(failure);
    // Only where no cause is known the code itself goes to the support.
    expect(detail).toBe(told === "unexpected" || told === "excel-refused" ? code : null);
    for (const texts of [zhCN, enUS]) {
      const { what, why, next } = texts.failures[told]({ cell: "表!A1", detail: "表" });
      for (const text of [what, why, next]) {
        expect(text).not.toBe("");
        expect(text).not.toContain("raw");
      }
    }
  });

  test("what is refused in a read-only workbook, or one in the old format, is told as that", () => {
    expect(asFailure(office("AccessDenied"), true, { readOnly: true }).code).toBe("read-only");
    const old = { readOnly: false, oldFormat: true };
    expect(asFailure(office("InvalidArgument"), true, old).code).toBe("old-format");
    expect(asFailure(office("UnsupportedOperation"), true, old).code).toBe("old-format");
    expect(asFailure(office("InvalidSelection"), true, old).code).toBe("not-in-front");
  });
});
