import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorkbook } from "../cli/workbooks";
import { buildIfStale, chromiumPath, launchBrowser } from "./browser";
import { WorkbenchPage } from "./workbench-page";

const chromium = chromiumPath();

/** 分值 under a name that nobody knows; the rest as usual. */
const ODD = [
  ["培训项目绩效评价表"],
  ["一级指标", "二级指标", "三级指标", "指标分", "年度指标值", "实际完成值", "得分"],
  ["产出", "数量", "培训人次", 60, "≥1000人", "900人", null],
  ["效益", "满意度", "学员满意度", 40, "≥90%", "92%", null],
];

describe.skipIf(chromium === null)("what the user decides in the workbench", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "jiheng-decisions-"));
  let browser: Browser;

  beforeAll(async () => {
    buildIfStale();
    browser = await launchBrowser(chromium ?? "");
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function withWorkbook(
    file: string | undefined,
    work: (bench: WorkbenchPage) => Promise<void>,
  ): Promise<void> {
    const bench = await WorkbenchPage.visit(browser, file);
    try {
      await work(bench);
      expect(bench.errors).toEqual([]);
    } finally {
      await bench.close();
    }
  }

  test("a column that was not read is named by its header cell, and stays named in the saved workbook", async () => {
    const [odd, saved] = [path.join(folder, "odd.xlsx"), path.join(folder, "corrected.xlsx")];
    writeFileSync(odd, await makeWorkbook([{ name: "评价表", rows: ODD }]));
    await withWorkbook(odd, async (bench) => {
      await bench.pane.getByText("没有找到“分值”").waitFor();
      await bench.selectCell("评价表", "D2");
      await bench.pane.getByRole("button", { name: "选中的单元格是“分值”表头" }).click();
      await bench.pane.getByRole("button", { name: /^评价表.*2 个指标，合计 100 分/ }).waitFor();
      await bench.calculate();
      // 60 分 × 900 ÷ 1000 + 40 分
      await expect.poll(() => bench.total()).toBe("94.00");
      await bench.save(saved);
      await bench.open(saved);
      await bench.pane.getByRole("button", { name: /^评价表.*2 个指标，合计 100 分/ }).waitFor();
      await bench.pane.locator("summary", { hasText: "更正" }).click();
      await bench.pane.getByText("已作的更正（1）").waitFor();
    });
  });

  test("an ignored finding stays ignored in the second run, and its reason stands in the workbook", async () => {
    await withWorkbook(undefined, async (bench) => {
      await bench.calculate();
      const finding = bench.pane.getByRole("button", { name: /37\.55%.*33\.16%/ });
      await finding.waitFor();
      await bench.pane.getByRole("button", { name: "忽略：报告数字!B4" }).click();
      await bench.pane.getByLabel(/忽略的理由/).fill("报告已更正");
      await bench.pane.getByRole("button", { name: "忽略", exact: true }).click();
      await expect.poll(() => finding.count()).toBe(0);
      await bench.calculate();
      await bench.pane.getByText("还没有记入工作簿").waitFor({ state: "detached" });
      await bench.pane.getByText("已忽略（1）").waitFor();
      expect(await finding.count()).toBe(0);
      const line = await Promise.all(["A4", "B4", "C4", "D4"].map((at) => bench.peek("评价设置", at)));
      expect(line.map((cell) => cell?.text)).toEqual([
        "忽略问题",
        "报告数字!B4",
        "sample-share 37.55%",
        "报告已更正",
      ]);
    });
  });

  // The workbench takes no file without any content: a word stands in it.
  test("an empty form is inserted into a workbook without tables, and is scored once it is filled in", async () => {
    const empty = path.join(folder, "empty.xlsx");
    writeFileSync(empty, await makeWorkbook([{ name: "Sheet1", rows: [["备忘"]] }]));
    await withWorkbook(empty, async (bench) => {
      await bench.pane.getByRole("button", { name: "项目支出绩效评价指标表" }).click();
      await expect.poll(() => bench.sheetNames()).toEqual(["Sheet1", "项目支出绩效评价指标表", "基础数据"]);
      expect((await bench.peek("项目支出绩效评价指标表", "C4"))?.text).toBe("立项依据充分性");
      await bench.pane.getByRole("button", { name: /^项目支出绩效评价指标表/ }).waitFor();
      await bench.calculate();
      await bench.pane.getByText(/^需要评分/).waitFor();
    });
  });
});
