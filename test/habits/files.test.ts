import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { foreignFiles, type Row } from "@jiheng/excel-host/foreign-files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExcelSession } from "../../src/excel/excel-session";
import { packageFaults } from "../oracle/package-check";

/** 96 of 100: the fund row 10 × 90 % = 9, the fourth indicator 30 × 90 % = 27, all others in full. */
const TABLE: readonly Row[] = [
  ["项目支出绩效自评表"],
  ["(2023年度)"],
  ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 100, 100, 90, 10, "", ""],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ["产出指标", "数量指标", "培训人次", "≥500人次", "520人次", 20, "", ""],
  ["", "质量指标", "培训合格率", "≥95%", "96%", 15, "", ""],
  ["", "时效指标", "按期完成率", "=100%", "100%", 15, "", ""],
  ["效益指标", "社会效益指标", "受益人数", "≥1000人", "900人", 30, "", "部分改为线上"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "92%", 10, "", ""],
  ["总分", "", "", "", "", 100, "", ""],
];

/** What a run may write besides the sheets: the lists that everything is registered in. */
const SHARED = /^(?:\[Content_Types\]\.xml|.*workbook\.xml(?:\.rels)?|.*styles\.xml|.*sharedStrings\.xml)$/i;

/** hucre cannot open these as they came. */
const UNREADABLE = ["chart-sheet", "strict", "workbook-at-root", "backslashes", "part-name-case"];

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

const files = foreignFiles(TABLE);

describe("a workbook as another program writes it is scored, written and otherwise as it was", () => {
  test.each(files.map((file) => [file.id, file.what, file] as const))("%s: %s", async (_, __, file) => {
    await excel.open(file.bytes, "x.xlsx");
    const result = await createExcelSession().calculate({
      settings: { adopt: false, output: "formulas" },
      writes: true,
    });
    expect(result.evaluations.map(({ score }) => score?.toString())).toEqual(["96"]);
    const saved = await excel.save();

    const before = new Set(packageFaults(file.bytes));
    expect(packageFaults(saved).filter((fault) => !before.has(fault))).toEqual([]);
    const [old, now] = [unzipSync(file.bytes), unzipSync(saved)].map((parts) =>
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replace(/\\/g, "/"), part])),
    );
    for (const [name, part] of Object.entries(old ?? {}))
      if (!SHARED.test(name) && !/worksheets\/sheet\d+\.xml$/.test(name))
        expect(now?.[name], name).toEqual(part);
    expect(Object.keys(now ?? {})).toEqual(expect.arrayContaining(Object.keys(old ?? {})));

    await excel.open(saved, "x.xlsx");
    expect(excel.sheetNames()).toContain("绩效汇总");
    for (const [cell, value] of Object.entries(file.values ?? {})) {
      const shown = excel.peek("台账", cell).value;
      if (typeof value === "number") expect(shown, cell).toBeCloseTo(value, 9);
      else expect(shown, cell).toBe(value);
    }
    for (const [cell, format] of Object.entries(file.formats ?? {}))
      expect(excel.peek("台账", cell).numberFormat, cell).toBe(format);
  });

  test("another reader sees the user's table and ours", async () => {
    const readable = files.filter(({ id }) => !UNREADABLE.includes(id));
    for (const file of readable) {
      await excel.open(file.bytes, "x.xlsx");
      await createExcelSession().calculate({ settings: { adopt: false, output: "formulas" }, writes: true });
      const { sheets } = await readXlsx(await excel.save());
      const form = sheets.find(({ name }) => name === "自评表");
      expect(form?.rows[5]?.slice(2, 6), file.id).toEqual(["培训人次", "≥500人次", "520人次", 20]);
      expect(
        sheets.map(({ name }) => name),
        file.id,
      ).toContain("计算底稿");
    }
  });
});
