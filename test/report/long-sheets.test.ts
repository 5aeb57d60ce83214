import { describe, expect, it } from "vitest";
import { EMPTY_CELL } from "../../src/model/grid";
import { compileSheet } from "../../src/report/sheets/compile";
import { count, text } from "../../src/report/sheets/draft";
import { linesPerRow } from "../../src/report/sheets/lines";
import { Places } from "../../src/report/sheets/places";
import { SheetBuilder } from "../../src/report/sheets/sheet-builder";

const compiled = (builder: SheetBuilder) =>
  compileSheet(builder.finish(), new Places(), () => EMPTY_CELL, "formulas");

describe("long sheets", () => {
  it("hold more rows than a call takes arguments", () => {
    const builder = new SheetBuilder("运行记录", [6, 10]);
    const rows = Array.from({ length: 300_000 }, (_, index) => [count(index)]);
    builder.add([...rows, [count(-1), text("最宽")]], "body");
    const { cells, draft } = compiled(builder);
    expect([cells.length, cells[0]?.length, cells.at(-1)?.[1]?.content]).toEqual([300_001, 2, "最宽"]);
    expect(draft.blocks[0]?.columnCount).toBe(2);
  });

  it("give a merged line the width of all its columns, and a cell merged downwards no height of its own", () => {
    const words = "绩".repeat(20);
    const builder = new SheetBuilder("绩效汇总", [11, 11, 11, 11]);
    builder.add([[text(words)]], "body");
    builder.banner(text(words), "sentence");
    builder.add([[text(words)], []], "body");
    builder.merge(2, 0, 2, 1);
    expect(linesPerRow(compiled(builder))).toEqual([4, 1, 1, 1]);
  });
});
