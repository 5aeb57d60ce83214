import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { format } from "numfmt";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { exact, parseDecimal } from "../../src/expr/exact";
import { parseNumber, textCell } from "../../src/quantities/quantity";
import { parseActual, parseTarget } from "../../src/quantities/target";
import type { GridCell } from "../../src/model/grid";
import type { Quantity } from "../../src/model/quantity";

interface Row {
  说明: string;
  文字: string;
  数字格式: string;
  度量单位: string;
  指标性质: string;
  指标名称: string;
  列: "target" | "actual";
  指标值: string;
  性质: string;
  比较: string;
  数值: string;
  上限: string;
  单位: string;
  方向: string;
  公式: "live" | "fixed";
}

const table = parse<Row>(readFileSync(new URL("./quantities.csv", import.meta.url), "utf8"), {
  columns: true,
});

function cellOf({ 文字: text, 数字格式: code }: Row): GridCell {
  const value = Number(text);
  return code === "" ? textCell(text) : { value, text: format(code, value), formula: null, format: code };
}

function read(row: Row): Quantity & { direction?: unknown } {
  const context = { name: row.指标名称, level2: null, unitText: row.度量单位, signText: row.指标性质 };
  if (row.列 === "target") return parseTarget(cellOf(row), null, context);
  const target = row.指标值 === "" ? null : parseTarget(textCell(row.指标值), null, { name: row.指标名称 });
  return parseActual(cellOf(row), null, { ...context, target });
}

describe("a cell that says", () => {
  it.each(table.map((row) => [row.文字 || "(空)", row.说明, row] as const))(
    "%s — %s — is read as the table has it",
    (_, __, row) => {
      const { nature, comparison, value, value2, date, unit, direction, live } = read(row);
      expect({
        性质: nature,
        比较: comparison,
        数值: date ?? (value ? toDecimal(value) : ""),
        上限: value2 ? toDecimal(value2) : "",
        单位: unit ?? "",
        方向: direction ?? "",
        公式: live === null ? "fixed" : "live",
      }).toEqual({
        性质: row.性质,
        比较: row.比较,
        数值: row.数值,
        上限: row.上限,
        单位: row.单位,
        方向: row.方向,
        公式: row.公式,
      });
    },
  );

  it("covers at least 150 cases", () => {
    expect(table.length).toBeGreaterThanOrEqual(150);
  });
});

/** What the sheet makes of `VALUE(TRIM(SUBSTITUTE(…)))`. */
function asTheSheetReads(
  text: string,
  reading: Exclude<Quantity["live"], "number" | null>,
): ReturnType<typeof parseDecimal> {
  const left = reading.remove
    .reduce((rest, piece) => rest.replaceAll(piece, ""), text)
    .replace(/^ +| +$/g, "");
  return parseDecimal(left)?.mul(reading.scale) ?? null;
}

describe("laws of reading", () => {
  const number = fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${part}`));
  const sign = fc.constantFrom("", "≥", "≤", "不低于", "不超过", "> ", "＝");
  const unit = fc.constantFrom("", "批", "万元", "%", "人次/年", " 个", "平方米");

  it("sign, number and unit come back, whatever they are", () => {
    fc.assert(
      fc.property(sign, number, unit, (before, digits, after) => {
        const read = parseTarget(textCell(`${before}${digits}${after}`), null);
        const expected = after === "%" ? exact(digits).div(100) : exact(digits);
        return (
          read.nature === "number" &&
          read.value?.equals(expected) === true &&
          (read.unit ?? "") === after.trim()
        );
      }),
    );
  });

  it("a live reading gives on the sheet what was read here", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.tuple(sign, number, unit).map((parts) => parts.join("")),
          fc.string({ unit: fc.constantFrom(..."0123456789.,% ≥批约-万元至"), maxLength: 10 }),
        ),
        (text) => {
          const { live, value, nature } = parseNumber(textCell(text), null);
          if (live === null || live === "number") return true;
          const onSheet = asTheSheetReads(text, live);
          return nature === "number" && value !== null && onSheet !== null && onSheet.equals(value);
        },
      ),
    );
  });

  it("no text makes it throw, and only numbers, ranges and dates have values", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const { nature, value, date } = parseTarget(textCell(text), null, { name: text });
        return (
          (value !== null) === (nature === "number" || nature === "range") &&
          (date !== null) === (nature === "date")
        );
      }),
    );
  });
});

it("the factor makes 亿元, 万元 and 元 comparable", () => {
  const amount = (text: string): string => {
    const { value, factor } = parseNumber(textCell(text), null);
    return value ? toDecimal(value.mul(factor)) : "";
  };
  expect(["2.6亿元", "26000万元", "260000000元", "≥5万人次", "0.9‰"].map(amount)).toEqual([
    "260000000",
    "260000000",
    "260000000",
    "50000",
    "0.0009",
  ]);
});
