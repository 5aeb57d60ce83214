// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { WorkbookFailure } from "../../src/excel/failure";
import type { FailureCode } from "../../src/model/run";
import { enUS } from "../../src/strings/en-US";
import { zhCN as zh } from "../../src/strings/zh-CN";
import { Pane } from "../../src/taskpane/Pane";
import { Surroundings } from "../../src/taskpane/Surroundings";
import * as run from "./fake-run";
import { FakeSession, untilCancelled } from "./fake-session";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Loaded with the first click; the tests below look at once. */
beforeAll(async () => {
  await import("../../src/taskpane/view/FirstRun");
  await openPane(new FakeSession());
  await click("计算得分");
  await screen.findByText("88.94", {}, { timeout: 60_000 });
  cleanup();
});

async function openPane(session: FakeSession, language = "zh-CN"): Promise<void> {
  render(
    <Surroundings language={language} officeDark={false}>
      <Pane session={session} />
    </Surroundings>,
  );
  await act(async () => Promise.resolve());
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name));
    return Promise.resolve();
  });
}

describe("what was recognised", () => {
  test("stands there sheet by sheet as soon as the pane opens", async () => {
    await openPane(new FakeSession());
    expect(button(/绩效指标/).textContent).toContain("18 个三级指标，合计 100 分");
    expect(screen.getByText("另有 1 张工作表不参与评分")).toBeTruthy();
  });

  test("takes the user to a sheet", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click(/预算资金/);
    expect(session.asked("activate")).toEqual([["预算资金"]]);
  });

  test("asks about a doubt and selects its cell", async () => {
    const session = new FakeSession({ recognise: () => Promise.resolve(run.doubtfulRecognition) });
    await openPane(session);
    expect(screen.getByText("1 处请确认")).toBeTruthy();
    await click("绩效指标!D4");
    expect(session.asked("select")).toEqual([[run.cell("绩效指标!D4")]]);
  });

  test("follows changes while there is no result", async () => {
    const session = new FakeSession();
    await openPane(session);
    await act(async () => Promise.resolve(session.change("绩效指标", "F9")));
    expect(session.asked("recognise")).toHaveLength(2);
    expect(screen.queryByText(zh.run.changed)).toBeNull();
  });
});

describe("计算得分", () => {
  test("shows total, grade, dimensions and the verification", async () => {
    await openPane(new FakeSession());
    await click("计算得分");
    expect(screen.getByText("88.94")).toBeTruthy();
    expect(screen.getByText("/ 100 分")).toBeTruthy();
    expect(screen.getByTitle("等级").textContent).toContain("良");
    expect(screen.getByText("99.70%")).toBeTruthy();
    expect(screen.getByText("已复核 126 个公式，与精确计算一致")).toBeTruthy();
    expect(screen.getByText(/^计算完成：88.94 分，等级 良；没有需要处理的问题/)).toBeTruthy();
  });

  test("leads to the summary and the working paper", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click("计算得分");
    await click("查看汇总表");
    await click("查看底稿");
    expect(session.asked("activate")).toEqual([["绩效汇总"], ["计算底稿"]]);
  });

  test("says which indicators keep the total open", async () => {
    const session = new FakeSession({
      calculate: () => Promise.resolve({ ...run.result, evaluations: [run.evaluationWithoutTotal] }),
    });
    await openPane(session);
    await click("计算得分");
    const missing = screen.getByRole("list", { name: zh.result.missing });
    expect(missing.textContent).toContain("服务对象满意度 实际完成值未填");
    fireEvent.click(within(missing).getByRole("button", { name: "绩效指标!C21" }));
    expect(session.asked("select")).toEqual([[run.cell("绩效指标!C21")]]);
  });

  test("reports a formula that does not give the exact value as an error", async () => {
    const mismatches = [{ cell: run.cell("计算底稿!H9"), expected: "1.94", found: "1.93" }];
    const session = new FakeSession({
      calculate: () => Promise.resolve({ ...run.result, written: { ...run.written, mismatches } }),
    });
    await openPane(session);
    await click("计算得分");
    expect(screen.getByRole("alert").textContent).toContain("1 个公式的结果与精确计算不一致");
    expect(screen.getByRole("alert").textContent).toContain("应为 1.94，表中是 1.93");
  });

  test("names the phase after a second and can be cancelled", async () => {
    vi.useFakeTimers();
    await openPane(new FakeSession({ calculate: untilCancelled }));
    await click("计算得分");
    expect(screen.queryByRole("progressbar")).toBeNull();
    act(() => void vi.advanceTimersByTime(1_100));
    expect(screen.getByRole("progressbar", { name: "计算得分" })).toBeTruthy();
    expect(screen.getByText("第 3 步，共 6 步")).toBeTruthy();
    await click("取消");
    expect(screen.getByText("已取消计算")).toBeTruthy();
    expect(screen.getByText("工作簿保持原样。")).toBeTruthy();
  });

  test("folds one evaluation of several", async () => {
    const session = new FakeSession({
      calculate: () => Promise.resolve({ ...run.result, evaluations: [run.evaluation, run.evaluation] }),
    });
    await openPane(session);
    await click("计算得分");
    expect(screen.getByText("共 2 个评价对象")).toBeTruthy();
    expect(screen.getAllByText("贵州省农业农村厅")).toHaveLength(2);
  });

  test("says 需重新计算 when somebody changes a cell afterwards", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click("计算得分");
    act(() => session.change("绩效指标", "F9"));
    expect(screen.getByText(zh.run.changed)).toBeTruthy();
    await click("计算得分");
    expect(screen.queryByText(zh.run.changed)).toBeNull();
  });
});

describe("需要处理", () => {
  const withFindings = (): FakeSession =>
    new FakeSession({ calculate: () => Promise.resolve(run.resultWithFindings) });

  test("lists the worst first, in words and not by colour alone", async () => {
    await openPane(withFindings());
    await click("计算得分");
    const rows = screen
      .getAllByRole("button", { name: /^(错误|警告)/ })
      .map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/^错误报告数字!B4抽样资金占比/);
    expect(rows[1]).toMatch(/^警告绩效指标!H17/);
    expect(screen.getByText("1 个错误，1 个警告")).toBeTruthy();
  });

  test("sets both values side by side where the sentence does not say them", async () => {
    await openPane(withFindings());
    await click("计算得分");
    expect(button(/^警告/).textContent).toMatch(/表中 秸秆综合利用率对照 秸秆利用率$/);
    expect(button(/^错误/).textContent).not.toContain("表中");
  });

  test("selects the cell of a finding", async () => {
    const session = withFindings();
    await openPane(session);
    await click("计算得分");
    await click(/^错误/);
    expect(session.asked("select")).toEqual([[run.cell("报告数字!B4")]]);
  });

  test("keeps the notes folded", async () => {
    await openPane(withFindings());
    await click("计算得分");
    const notes = screen.getByText("计算说明（1）").closest("details");
    expect(notes?.open).toBe(false);
    expect(notes?.textContent).toContain("预算数为 0");
  });

  test("adopts one computed score, or all", async () => {
    const session = withFindings();
    await openPane(session);
    await click("计算得分");
    await click("采用计算得分：预算执行率");
    await click("全部采用计算得分");
    const cells = [run.cell("绩效指标!G9"), run.cell("绩效指标!G17")];
    expect(session.asked("calculate").map(([adopted]) => adopted)).toEqual([[], [cells[0]], cells]);
  });
});

describe("a workbook without an indicator table", () => {
  test.each<[string, FakeSession]>([
    ["by recognition", new FakeSession({ recognise: () => Promise.resolve(run.emptyRecognition) })],
    ["by failure", new FakeSession({ recognise: () => Promise.reject(new WorkbookFailure("empty")) })],
  ])("is met with an explanation and a sample (%s)", async (_, session) => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
    await openPane(session);
    expect(screen.getByText(zh.firstRun.heading)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "计算得分" })).toBeNull();
    await click("插入示例");
    await waitFor(() => expect(session.asked("insertSheets")).toEqual([["AQID"]]));
    await waitFor(() => expect(session.asked("recognise")).toHaveLength(2));
  });

  test("says so when the sample cannot be read", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
    await openPane(new FakeSession({ recognise: () => Promise.resolve(run.emptyRecognition) }));
    await click("插入示例");
    expect((await screen.findByRole("alert")).textContent).toContain("工作表没有插入");
  });
});

describe("撤销", () => {
  test("asks in place, then restores", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click("计算得分");
    await click("撤销计算结果");
    expect(session.asked("undo")).toHaveLength(0);
    expect(document.activeElement?.textContent).toBe("撤销");
    await click("撤销");
    expect(screen.getByText("已撤销，恢复了 24 个单元格")).toBeTruthy();
    expect(screen.queryByText("88.94")).toBeNull();
  });

  test("gives the focus back when the user thinks better of it", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click("计算得分");
    await click("撤销计算结果");
    await click("取消");
    expect(document.activeElement?.textContent).toBe("撤销计算结果");
    expect(session.asked("undo")).toHaveLength(0);
  });

  test("names the cells that were changed since and left alone", async () => {
    const session = new FakeSession({
      undo: () => Promise.resolve({ restored: 23, kept: [run.cell("绩效指标!G9")], inUse: [] }),
    });
    await openPane(session);
    await click("计算得分");
    await click("撤销计算结果");
    await click("撤销");
    expect(button("绩效指标!G9")).toBeTruthy();
  });

  test("is offered for an earlier run when the workbook is opened again", async () => {
    await openPane(new FakeSession({ recognise: () => Promise.resolve(run.recognitionWithResults) }));
    expect(button("撤销计算结果")).toBeTruthy();
  });
});

describe("a failure", () => {
  const codes = Object.keys(zh.failures) as FailureCode[];

  test.each(codes)("%s says what, why and what next, in both languages", (code) => {
    for (const texts of [zh, enUS]) {
      const { what, why, next } = texts.failures[code]({ cell: "绩效指标!F9", detail: "" });
      for (const part of [what, why, next]) expect(part.trim()).not.toBe("");
    }
  });

  test("of a run is shown with its cell, and can be retried", async () => {
    const failure = new WorkbookFailure("merged-target", run.cell("绩效指标!G9"));
    const session = new FakeSession({ calculate: () => Promise.reject(failure) });
    await openPane(session);
    await click("计算得分");
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("（绩效指标!G9）");
    expect(alert.textContent).toContain("工作簿保持原样。");
    await click("重试");
    expect(session.asked("calculate")).toHaveLength(2);
  });

  test("that could not be undone says how to get back", async () => {
    const failure = new WorkbookFailure("connection-lost", null, null, false);
    await openPane(new FakeSession({ calculate: () => Promise.reject(failure) }));
    await click("计算得分");
    expect(screen.getByRole("alert").textContent).toContain(zh.notRestored);
  });

  test("never shows a raw error message", async () => {
    await openPane(
      new FakeSession({ calculate: () => Promise.reject(new TypeError("x is not a function")) }),
    );
    await click("计算得分");
    expect(screen.getByRole("alert").textContent).toContain("计算没有完成");
    expect(document.body.textContent).not.toContain("not a function");
  });

  test("keeps the last result in sight", async () => {
    let runs = 0;
    const calculate = () =>
      ++runs === 1 ? Promise.resolve(run.result) : Promise.reject(new WorkbookFailure("cell-edit-mode"));
    await openPane(new FakeSession({ calculate }));
    await click("计算得分");
    await click("计算得分");
    expect(screen.getByText("88.94")).toBeTruthy();
    expect(screen.getByText("有单元格正在编辑")).toBeTruthy();
  });
});

describe("settings", () => {
  async function setThreshold(percent: string): Promise<void> {
    await click("设置");
    fireEvent.change(await screen.findByLabelText(zh.settings.output), { target: { value: "values" } });
    fireEvent.change(screen.getByLabelText(zh.settings.overAchievement), { target: { value: percent } });
    await click(zh.settings.apply);
  }

  test("are kept in the workbook by a new calculation, and only the changed ones", async () => {
    const session = new FakeSession();
    await openPane(session);
    await setThreshold("150");
    await click("计算得分");
    const kept = session.asked("calculate").map(([, settings]) => settings);
    expect(kept).toEqual([{ output: "values", overAchievement: "1.5" }, null]);
  });

  test("are not lost when the calculation fails", async () => {
    const session = new FakeSession({ calculate: () => Promise.reject(new WorkbookFailure("busy")) });
    await openPane(session);
    await setThreshold("130");
    await click("重试");
    const kept = session.asked("calculate").map(([, settings]) => settings);
    expect(kept).toEqual([{ output: "values" }, { output: "values" }]);
  });

  test("refuse a threshold below the target", async () => {
    const session = new FakeSession();
    await openPane(session);
    await click("设置");
    fireEvent.change(await screen.findByLabelText(zh.settings.overAchievement), { target: { value: "80" } });
    expect(screen.getByText(zh.settings.overAchievementInvalid)).toBeTruthy();
    await click(zh.settings.apply);
    expect(session.asked("calculate")).toHaveLength(0);
  });

  test("close on Escape and give the focus back to the gear", async () => {
    await openPane(new FakeSession());
    await click("设置");
    fireEvent.keyDown(await screen.findByLabelText(zh.settings.output), { key: "Escape" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("设置");
  });
});

test("speaks English where Office does", async () => {
  await openPane(new FakeSession(), "en-GB");
  await screen.findByRole("button", { name: "Calculate scores" });
  await click("Calculate scores");
  expect(screen.getByText("126 formulas verified against exact values")).toBeTruthy();
  expect(document.documentElement.lang).toBe("en-US");
});

test("stops watching when it closes", async () => {
  const session = new FakeSession();
  await openPane(session);
  expect(session.watched).toBe(true);
  cleanup();
  await waitFor(() => expect(session.watched).toBe(false));
});
