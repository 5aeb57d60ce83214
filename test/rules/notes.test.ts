import { expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { apply, rowsOf, type Given } from "./case-rows";

it.each(rowsOf<Given | "提示" | "级别" | "单元格" | "表中" | "算得">("notes.csv"))(
  "$指标 ($目标, $实际, $其他数据) leaves the note $提示 at $单元格",
  (row) => {
    const found = apply(row).notes.find(({ code }) => code === row.提示);
    expect({
      级别: found?.severity,
      单元格: found?.cell ? cellName(found.cell) : "",
      表中: found?.stated ?? "",
      算得: found?.computed ?? "",
    }).toEqual({ 级别: row.级别, 单元格: row.单元格, 表中: row.表中, 算得: row.算得 });
  },
);
