import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { maskOf } from "../../src/quantities/masked";
import { textCell } from "../../src/quantities/quantity";
import { parseActual } from "../../src/quantities/target";

interface Row {
  说明: string;
  内容: string;
  显示: string;
  数字格式: string;
  读作: "原样" | "未公开";
}

const table = parse<Row>(readFileSync(new URL("./masked.csv", import.meta.url), "utf8"), { columns: true });

describe("a number under its format", () => {
  it.each(table)("$说明：$内容 显示为“$显示”，读作$读作", ({ 内容, 显示, 数字格式, 读作 }) => {
    const mask = maskOf(Number(内容), 显示, 数字格式);
    expect(mask === null ? "原样" : parseActual(textCell(mask), null).text).toBe(读作);
  });
});

describe("a number format that hides the cell", () => {
  it.each<[string, string | number, string, string, string | null]>([
    ["stars", 7342, "***", '"***"', "***"],
    ["words", 7342, "涉密", '"涉密"', "涉密"],
    ["nothing", 7342, "", ";;;", "*"],
    ["nothing, of a text", "35批", "", ";;;", "*"],
    ["stars, of a text", "35批", "***", '0;0;0;"***"', "***"],
  ])("shows %s", (_, value, shown, format, mask) => {
    expect(maskOf(value, shown, format)).toBe(mask);
  });

  it.each<[string, string | number | boolean | null, string, string]>([
    ["a number as it is", 7342, "7342", "General"],
    ["a share", 0.95, "95%", "0%"],
    ["an amount with its unit", 35, "35批", '0"批"'],
    ["a zero that is left out", 0, "", "0;-0;;@"],
    ["a zero as a dash", 0, "-", '_ * #,##0_ ;_ * "-"_ '],
    ["a column that is too narrow", 7342, "####", "0.00"],
    ["words for a number", 1, "是", '[=1]"是";"否"'],
    ["a typed star", "**", "**", "@"],
    ["white space", "  ", "", "@"],
    ["an empty cell", null, "", ";;;"],
    ["true", true, "TRUE", "0"],
  ])("is not %s", (_, value, shown, format) => {
    expect(maskOf(value, shown, format)).toBeNull();
  });
});
