import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/characters";
import { likeness, nameKey, type NamePart } from "../../src/text/keys";

const PARTS: Readonly<Record<string, NamePart>> = { 括号: "brackets", 组: "group" };

const rows = parse<Record<"写法" | "不计" | "键" | "说明", string>>(readFileSync("test/text/names.csv"), {
  columns: true,
});

describe("names.csv: one key for every way of writing a name", () => {
  it.each(rows.map((row) => [row.写法, row] as const))("%s", (written, row) => {
    const without = row.不计.split("|").flatMap((part) => PARTS[part] ?? []);
    expect(nameKey(written, without)).toBe(row.键);
  });
});

describe("folding", () => {
  it("keeps every character at its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it.each([
    ["⼀级指标", "一级指标"],
    ["⻓期", "长期"],
    ["％（Ａ）－１", "%(A)-1"],
    ["≧９０﹪", "≥90%"],
    ["①㎡", "①㎡"],
  ])("%s", (written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});

describe("likeness", () => {
  it.each([
    ["培训人次", "培训人次", 1],
    ["培训人次", "培训总人次", 2 / 3],
    ["培训人次", "绿化面积", 0],
    ["人", "人", 0],
  ])("%s and %s", (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected, 12);
    expect(likeness(b, a)).toBeCloseTo(expected, 12);
  });
});
