import { expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { apply, rowsOf, type Given } from "./case-rows";

it.each(rowsOf<Given | "单元格" | "级别" | "提示">("note-sentences.csv"))(
  "$评分标准 $目标 $实际: $提示",
  (row) => {
    const { notes } = apply(row);
    const seen = notes.map(({ cell, severity, message }) => [cell && cellName(cell), severity, message]);
    expect(seen).toEqual([[row.单元格, row.级别, row.提示]]);
  },
);
