import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfStale, chromiumPath, launchBrowser } from "./browser";
import { WorkbenchPage } from "./workbench-page";

const chromium = chromiumPath();
if (chromium === null) {
  if (process.env["JIHENG_REQUIRE_BROWSER"] === "1")
    throw new Error("JIHENG_REQUIRE_BROWSER=1, and there is no chromium on the PATH.");
  console.warn("The workbench is not tested: there is no chromium on the PATH.");
}

/** The 贵州 sample: 18 indicators, 98.94 as its report prints it. */
const PRINTED = { score: "98.94", grade: "优" };
/** 实际支出 on 预算资金, and what the total becomes at 90 % of the budget: 2 分 × 90% = 1.80 分 instead of 1.94 分. */
const EXECUTED = { cell: "C43", ninetyPercent: "13845.348" };
const AT_NINETY_PERCENT = "98.80";

describe.skipIf(chromium === null)("the workbench", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "jiheng-e2e-"));
  const saved = path.join(folder, "saved.xlsx");
  let browser: Browser;
  let bench: WorkbenchPage;

  beforeAll(async () => {
    buildIfStale();
    browser = await launchBrowser(chromium ?? "");
    bench = await WorkbenchPage.visit(browser);
  }, 300_000);

  afterAll(async () => {
    await bench.close();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("opens the workbook and recognises it in the pane", async () => {
    await bench.pane.getByRole("button", { name: "计算得分" }).waitFor();
    await bench.pane.getByRole("button", { name: /^绩效指标.*18/ }).waitFor();
    expect(await bench.page.locator("#file-name").innerText()).toBe("guizhou.xlsx");
    expect((await bench.peek("绩效指标", "C11"))?.text).toBe("预算执行率");
  });

  test("scores it with one click: total and grade in the pane, live formulas in the grid", async () => {
    await bench.calculate();
    await bench.pane.locator(".total-score").waitFor();
    expect(await bench.total()).toBe(PRINTED.score);
    expect(await bench.pane.locator(".grade").innerText()).toContain(PRINTED.grade);
    await bench.pane.getByText(/已复核 \d+ 个公式/).waitFor();
    const score = await bench.peek("绩效指标", "H11");
    expect(score).toMatchObject({ value: 1.94, text: "1.94" });
    expect(score?.formula).toMatch(/^=/);
    expect(await bench.sheetNames()).toEqual(
      expect.arrayContaining(["计算底稿", "绩效汇总", "校验结果", "运行记录"]),
    );
  });

  test("names the wrong number of the report and selects its cell", async () => {
    const finding = bench.pane.getByRole("button", { name: /37\.55%.*33\.16%/ });
    await finding.click();
    await expect.poll(() => bench.page.locator("[data-u-comp=defined-name] input").inputValue()).toBe("B4");
  });

  test("follows a change in the grid and says 需重新计算", async () => {
    await bench.type("预算资金", EXECUTED.cell, EXECUTED.ninetyPercent);
    await expect.poll(async () => (await bench.peek("绩效指标", "H11"))?.value).toBe(1.8);
    await bench.pane.getByText("需重新计算").waitFor();
    await bench.calculate();
    await expect.poll(() => bench.total()).toBe(AT_NINETY_PERCENT);
    expect(await bench.pane.getByText("需重新计算").count()).toBe(0);
  });

  test("saves the workbook, and opens it again with its scores", async () => {
    expect(await bench.save(saved)).toBe("guizhou.xlsx");
    await bench.open(saved);
    await expect.poll(() => bench.page.locator("#file-name").innerText()).toBe("saved.xlsx");
    await bench.pane.getByRole("button", { name: /^绩效指标.*18/ }).waitFor();
    expect(await bench.peek("绩效指标", "H11")).toMatchObject({ value: 1.8, text: "1.80" });
  });

  test("undoes the calculation after reopening", async () => {
    await bench.pane.getByRole("button", { name: "撤销计算结果" }).click();
    await bench.pane.getByRole("button", { name: "撤销", exact: true }).click();
    await bench.pane.getByText(/已撤销/).waitFor();
  });

  test("marks unsaved work, and asks before another file takes its place", async () => {
    await expect.poll(() => bench.page.locator("#file-name").innerText()).toBe("saved.xlsx（未保存）");
    const asked: string[] = [];
    bench.page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await bench.open(saved);
    await expect.poll(() => asked).toEqual([expect.stringContaining("“saved.xlsx”有未保存的改动")]);
    expect(await bench.page.locator("#file-name").innerText()).toBe("saved.xlsx（未保存）");
  });

  test("saves with Ctrl+S from the grid and from the pane", async () => {
    for (const focus of ["#grid", "#pane"]) {
      await bench.page.locator(focus).click({ position: { x: 120, y: 160 } });
      const download = bench.page.waitForEvent("download");
      await bench.page.keyboard.press("Control+s");
      expect((await download).suggestedFilename()).toBe("saved.xlsx");
    }
    await expect.poll(() => bench.page.locator("#file-name").innerText()).toBe("saved.xlsx");
  });

  test("says in Chinese why a file cannot be opened, and keeps the one that is open", async () => {
    const broken = path.join(folder, "坏文件.xlsx");
    writeFileSync(broken, "这不是工作簿");
    await bench.open(broken);
    const message = bench.page.getByRole("alert");
    await message.waitFor();
    expect(await message.innerText()).toContain("坏文件.xlsx：这不是 .xlsx 工作簿");
    expect(await bench.page.locator("#file-name").innerText()).toBe("saved.xlsx");
    expect((await bench.peek("绩效指标", "C11"))?.text).toBe("预算执行率");
  });

  test("asks nothing of any other place than its own server, and raises no error", () => {
    const elsewhere = bench.requests.filter(
      ({ protocol, origin }) => protocol.startsWith("http") && origin !== bench.origin,
    );
    expect(elsewhere.map(String)).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
