import { describe, expect, test } from "vitest";
import { cellName } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import type { SheetGrid } from "../../src/model/grid";
import type { Settings } from "../../src/model/settings";
import { makeXlsx } from "@jiheng/excel-host/fixtures";
import { applied } from "../report/applied";
import { planned } from "../report/planned";
import { selfForm, type SelfForm } from "../scoring/forms";
import { recalculate, skipWithoutLibreOffice } from "./libreoffice";
import { SheetOfFormulas } from "./sheet-of-formulas";

const ROWS = [
  ["产出指标", "数量指标", "场次", "≥10场", "8场", 50, "", "天气"],
  ["效益指标", "社会效益指标", "覆盖率", "≥90%", "95%", 30, 25, "部分乡镇"],
];
const notApplicable = ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "不适用", 10, "", ""];
const open = ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "", 10, "", ""];
const notes = ["注：预算执行率70%-80%总分不超过79分；60%-70%总分不超过69分；低于60%总分不超过59分。"];
const funds = { budget: 200, executed: 150 };

const CASES: readonly (readonly [string, SelfForm, Partial<Settings>])[] = [
  ["rescaled", { ...funds, indicators: [...ROWS, notApplicable] }, { notApplicable: "rescale" }],
  ["capped", { ...funds, indicators: [...ROWS, notApplicable], notes }, {}],
  [
    "rescaled and capped",
    { ...funds, indicators: [...ROWS, notApplicable], notes },
    { notApplicable: "rescale" },
  ],
  ["still open", { ...funds, indicators: [...ROWS, open], notes }, {}],
];

describe.skipIf(skipWithoutLibreOffice)("the sheets of a total, recalculated by LibreOffice", () => {
  test.each(CASES)(
    "show what was calculated where the total is %s",
    async (_, form, settings) => {
      const sheets = [selfForm(form)];
      const { plan, evaluations } = planned(sheets, settings);
      const fresh = await recalculate(asXlsx(applied(sheets, plan)));
      const differing = plan.formulas.flatMap(({ at, expected }) => {
        const shown = fresh.get(at.sheet)?.get(cellName(at)) ?? "";
        const wanted = expected.kind === "text" ? expected.text : Number(toDecimal(expected.value));
        const same =
          typeof shown === "number" && typeof wanted === "number"
            ? Math.abs(shown - wanted) <= 1e-9
            : String(shown) === String(wanted);
        return same ? [] : [`${at.sheet}!${cellName(at)}: ${String(shown)}, not ${String(wanted)}`];
      });
      expect(differing).toEqual([]);
      expect(plan.formulas.length).toBeGreaterThan(40);
      const total = fresh.get("自评表")?.get("G11");
      const score = evaluations[0]?.score;
      expect(total).toBe(score == null ? "待评分" : Number(toDecimal(score)));
    },
    120_000,
  );
});

function asXlsx(sheets: readonly SheetGrid[]): Uint8Array {
  return makeXlsx(
    Object.fromEntries(
      sheets.map(({ name, rows }) => {
        const sheet = new SheetOfFormulas(name);
        rows.forEach((cells, row) =>
          cells.forEach((cell, column) => {
            if (cell == null || (cell.value === null && cell.formula === null)) return;
            if (cell.formula !== null) sheet.put({ row, column }, { formula: cell.formula });
            else if (typeof cell.value === "number")
              sheet.put({ row, column }, { number: String(cell.value) });
            else sheet.put({ row, column }, { text: String(cell.value) });
          }),
        );
        return [name, sheet.xml()];
      }),
    ),
  );
}
