// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { CalculateOptions } from "../../src/excel/session";
import { exact } from "../../src/expr/exact";
import { mergeChoices, NO_CHOICES, type Choices } from "../../src/model/choices";
import type { ScoredIndicator } from "../../src/model/evaluation";
import type { EvaluationForm, IndicatorEntry } from "../../src/model/form";
import type { RunResult } from "../../src/model/run";
import { zhCN as zh } from "../../src/strings/zh-CN";
import { Pane } from "../../src/taskpane/Pane";
import { Surroundings } from "../../src/taskpane/Surroundings";
import * as run from "./fake-run";
import { FakeSession } from "./fake-session";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPane(session: FakeSession): Promise<void> {
  render(
    <Surroundings language="zh-CN" officeDark={false}>
      <Pane session={session} />
    </Surroundings>,
  );
  await act(async () => Promise.resolve());
}

async function click(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole("button", { name });
  await act(async () => {
    fireEvent.click(button);
    return Promise.resolve();
  });
}

/** jsdom opens a details element without telling: the toggle event is the browser's. */
async function unfold(text: string): Promise<void> {
  const details = (await screen.findByText(text)).closest("details") as HTMLDetailsElement;
  await act(async () => {
    details.open = true;
    fireEvent(details, new Event("toggle"));
    return Promise.resolve();
  });
}

/** The parts are loaded when they are first needed; the tests wait for them once. */
beforeAll(async () => {
  await Promise.all([
    import("../../src/taskpane/view/FirstRun"),
    import("../../src/taskpane/view/Outcome"),
    import("../../src/taskpane/view/Corrections"),
    import("../../src/taskpane/view/RuleEditor"),
    import("../../src/taskpane/view/ProofreadPanel"),
    import("../../src/taskpane/view/IgnoreForm"),
    import("../../src/taskpane/view/SettingsPanel"),
  ]);
});

/** A workbook that keeps what it is told, as the sheet 评价设置 does. */
class KeepingSession extends FakeSession {
  kept: Choices = NO_CHOICES;

  constructor(result: RunResult, form: EvaluationForm = run.form) {
    super({
      recognise: (choices) =>
        Promise.resolve({
          ...run.recognition,
          evaluations: [form],
          choices: mergeChoices(this.kept, choices),
        }),
      calculate: ({ choices }: CalculateOptions) => {
        this.kept = mergeChoices(this.kept, choices ?? {});
        return Promise.resolve({ ...result, choices: this.kept });
      },
      selectedCell: () => Promise.resolve(run.cell("绩效指标!K3")),
    });
  }
}

describe("忽略", () => {
  const message = /抽样资金占比与预算表不一致/;

  async function ignoreSampleShare(): Promise<void> {
    await click("忽略：报告数字!B4");
    fireEvent.change(await screen.findByLabelText(/忽略的理由/), { target: { value: "口径不同" } });
    await click("忽略");
  }

  test("asks for a reason and takes the finding from the list", async () => {
    const session = new KeepingSession(run.resultWithFindings);
    await openPane(session);
    await click("计算得分");
    await click("忽略：报告数字!B4");
    await click("忽略");
    expect(screen.queryByText("已忽略（1）")).toBeNull();
    fireEvent.change(screen.getByLabelText(/忽略的理由/), { target: { value: "口径不同" } });
    await click("忽略");
    const ignored = screen.getByText("已忽略（1）").closest("details") as HTMLElement;
    expect(ignored.textContent).toContain("理由：口径不同");
    expect(screen.queryByRole("button", { name: message })).toBeNull();
  });

  test("survives the next calculation, which keeps it in the workbook", async () => {
    const session = new KeepingSession(run.resultWithFindings);
    await openPane(session);
    await click("计算得分");
    await ignoreSampleShare();
    expect(screen.getByText(zh.run.unsaved(1))).toBeTruthy();
    await click("计算得分");
    expect(session.kept.ignored).toEqual([
      { code: "sample-share", cell: run.cell("报告数字!B4"), stated: "37.55%", reason: "口径不同" },
    ]);
    expect(screen.getByText("已忽略（1）")).toBeTruthy();
    expect(screen.queryByText(zh.run.unsaved(1))).toBeNull();
  });

  test("can be taken back", async () => {
    const session = new KeepingSession(run.resultWithFindings);
    await openPane(session);
    await click("计算得分");
    await ignoreSampleShare();
    await click("计算得分");
    await click("恢复：报告数字!B4");
    expect(screen.getByRole("button", { name: message })).toBeTruthy();
    await click("计算得分");
    expect(session.kept.ignored).toEqual([]);
  });
});

describe("更正", () => {
  const form: EvaluationForm = {
    ...run.form,
    columns: [
      { role: "level3", header: { text: "三级指标", cell: run.cell("绩效指标!C3") } },
      { role: "score", header: { text: "甲方评分", cell: run.cell("绩效指标!H3") } },
    ],
    indicators: [run.evaluationWithoutTotal.indicators[0]?.entry as IndicatorEntry],
  };

  test("changes the role of a column, reads again at once and keeps it with the next calculation", async () => {
    const session = new KeepingSession(run.result, form);
    await openPane(session);
    await unfold("更正");
    fireEvent.change(await screen.findByLabelText("“甲方评分”这一列是"), { target: { value: "ignore" } });
    const columns = [{ header: run.cell("绩效指标!H3"), role: "ignore" }];
    expect(session.asked("recognise").at(-1)).toEqual([expect.objectContaining({ columns })]);
    expect(await screen.findByText("已作的更正（1）")).toBeTruthy();
    await click("计算得分");
    expect(session.kept.columns).toEqual(columns);
  });

  test("names a column by the selected cell", async () => {
    const session = new KeepingSession(run.result, form);
    await openPane(session);
    await unfold("更正");
    await click("使用选中的单元格");
    expect(session.asked("recognise").at(-1)).toEqual([
      expect.objectContaining({ columns: [{ header: run.cell("绩效指标!K3"), role: "points" }] }),
    ]);
  });

  test("takes a row out, and puts it back", async () => {
    const session = new KeepingSession(run.result, form);
    await openPane(session);
    await unfold("更正");
    await unfold("指标行（1）");
    await click("不是指标：服务对象满意度");
    expect(session.asked("recognise").at(-1)).toEqual([
      expect.objectContaining({ rows: [{ cell: run.cell("绩效指标!C21") }] }),
    ]);
    await click("恢复 绩效指标!C21");
    expect(session.asked("recognise").at(-1)).toEqual([expect.objectContaining({ rows: [] })]);
  });

  test.each([
    [
      "several-score-columns" as const,
      "绩效指标!H3",
      "不用这一列",
      { columns: [{ header: run.cell("绩效指标!H3"), role: "ignore" }] },
    ],
    ["nested-rows" as const, "绩效指标!C21", "不是指标", { rows: [{ cell: run.cell("绩效指标!C21") }] }],
  ])("answers %s with the row or column it names", async (code, cell, button, decided) => {
    const doubt = { code, cell: run.cell(cell), message: "请确认。" };
    const session = new KeepingSession(run.result, { ...form, doubts: [doubt] });
    await openPane(session);
    await click(button);
    expect(session.asked("recognise").at(-1)).toEqual([expect.objectContaining(decided)]);
  });

  test("answers a doubt with one click", async () => {
    const doubt = {
      code: "missing-points-column" as const,
      cell: run.cell("绩效指标!C3"),
      message: "没有找到“分值”列。",
    };
    const session = new KeepingSession(run.result, { ...form, doubts: [doubt] });
    await openPane(session);
    await click("选中的单元格是“分值”表头");
    expect(session.asked("recognise").at(-1)).toEqual([
      expect.objectContaining({ columns: [{ header: run.cell("绩效指标!K3"), role: "points" }] }),
    ]);
  });
});

describe("需要评分", () => {
  const judged: ScoredIndicator = {
    ...(run.evaluationWithoutTotal.indicators[0] as ScoredIndicator),
    status: "needs-judgement",
    application: {
      kind: null,
      label: "人工评分",
      outcome: { kind: "needs-judgement", why: "按评分标准人工评分", saysWordingOnly: true },
      notes: [],
    },
  };
  const withRule: ScoredIndicator = {
    ...judged,
    entry: {
      ...judged.entry,
      rule: { text: "酌情评分", cell: run.cell("绩效指标!G21") },
      score: {
        cell: run.cell("绩效指标!H21"),
        entered: {
          text: "",
          cell: null,
          nature: "empty",
          comparison: "none",
          value: null,
          value2: null,
          date: null,
          unit: null,
          factor: exact(1),
          live: null,
        },
        formula: null,
      },
    },
  };
  const result: RunResult = {
    ...run.result,
    evaluations: [{ ...run.evaluationWithoutTotal, indicators: [withRule] }],
  };

  test("shows the rule's text and leads to the score cell", async () => {
    const session = new KeepingSession(result);
    await openPane(session);
    await click("计算得分");
    expect(screen.getByText("需要评分（1）")).toBeTruthy();
    expect(screen.getByText("评分标准：酌情评分")).toBeTruthy();
    await click("去填得分：服务对象满意度");
    expect(session.asked("select")).toEqual([[run.cell("绩效指标!H21")]]);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ["proportion", {}, "完成指标值得满分，未完成按完成比例得分", "达到目标得满分，未达到按比例计分"],
    ["events", { 扣几分: "2" }, "每发现一项问题的，扣2分，扣完为止", "每发生一次扣分"],
    [
      "excess",
      { "界限（%）": "90", 扣几分: "0.5" },
      "≥90%，得满分；每低于1个百分点扣0.5分，扣完为止",
      "超出界限按幅度扣分",
    ],
    ["bands", {}, "≥90%，得10分；60%(含)-90%(不含)，得6分；<60%，不得分", "按比率分档计分"],
  ])(
    "sets a rule of the kind %s in plain words and says how it is read",
    async (kind, typed, wording, label) => {
      const session = new KeepingSession(result);
      await openPane(session);
      await click("计算得分");
      await click("设评分规则：服务对象满意度");
      fireEvent.change(await screen.findByLabelText("怎样评分"), { target: { value: kind } });
      for (const [name, value] of Object.entries(typed))
        fireEvent.change(screen.getByLabelText(name), { target: { value } });
      if (kind === "bands")
        fireEvent.change(screen.getAllByLabelText("得几分")[1] as HTMLElement, { target: { value: "6" } });
      const preview = within(screen.getByRole("form", { name: /服务对象满意度/ }));
      expect(preview.getByText(wording)).toBeTruthy();
      expect(preview.getByText(label)).toBeTruthy();
      await click("采用并计算");
      expect(session.kept.rules).toEqual([{ indicator: run.cell("绩效指标!C21"), wording }]);
    },
  );

  test("refuses a sentence that is not understood", async () => {
    const session = new KeepingSession(result);
    await openPane(session);
    await click("计算得分");
    await click("设评分规则：服务对象满意度");
    fireEvent.change(await screen.findByLabelText("怎样评分"), { target: { value: "own" } });
    fireEvent.change(await screen.findByLabelText(zh.ruleEditor.wording), { target: { value: "看着办" } });
    expect(screen.getByText(zh.ruleEditor.notRead)).toBeTruthy();
    await click("采用并计算");
    expect(session.kept.rules).toEqual([]);
  });
});

describe("校对报告文字", () => {
  test("holds the numbers of a pasted text against each other", async () => {
    await openPane(new KeepingSession(run.result));
    await click("计算得分");
    await unfold("校对报告文字");
    fireEvent.change(await screen.findByLabelText("报告文字"), {
      target: {
        value: "2023年项目预算资金100.00万元，实际支出90.00万元，预算执行率95.00%。",
      },
    });
    await click("校对");
    expect(screen.getByText(/^共 3 个数字/)).toBeTruthy();
    expect(screen.getByText("矛盾（1）")).toBeTruthy();
    expect(screen.getByRole("button", { name: /95\.00%/ })).toBeTruthy();
  });
});

describe("settings", () => {
  test("show the workbook's own choices before the first run", async () => {
    const session = new KeepingSession(run.result);
    session.kept = { ...NO_CHOICES, settings: { zeroBudget: "ask" } };
    await openPane(session);
    await click("设置");
    const select = await screen.findByLabelText(zh.settings.zeroBudget);
    expect((select as HTMLSelectElement).value).toBe("ask");
  });

  test("change the grade scale", async () => {
    const session = new KeepingSession(run.result);
    await openPane(session);
    await click("设置");
    fireEvent.change(await screen.findByLabelText("优：不低于"), { target: { value: "95" } });
    await click(zh.settings.apply);
    expect(session.kept.gradeBands.map(({ grade, from }) => `${grade}${from.toString()}`)).toEqual([
      "优95",
      "良80",
      "中60",
      "差0",
    ]);
    expect(session.kept.settings).toEqual({});
  });

  test("refuse a scale that does not fall", async () => {
    const session = new KeepingSession(run.result);
    await openPane(session);
    await click("设置");
    fireEvent.change(await screen.findByLabelText("优：不低于"), { target: { value: "70" } });
    expect(screen.getByText(zh.settings.gradesInvalid)).toBeTruthy();
    await click(zh.settings.apply);
    expect(session.asked("calculate")).toEqual([]);
  });
});

test("an empty form is inserted and explained", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
  let inserted = false;
  const session = new FakeSession({
    recognise: () =>
      Promise.resolve({
        ...run.emptyRecognition,
        sheets: inserted
          ? [...run.emptyRecognition.sheets, { name: "项目支出绩效自评表", role: "ignored", remark: "" }]
          : run.emptyRecognition.sheets,
      }),
  });
  await openPane(session);
  inserted = true;
  await click("项目支出绩效自评表");
  expect(await screen.findByText("已插入“项目支出绩效自评表”")).toBeTruthy();
  expect(session.asked("activate")).toEqual([["项目支出绩效自评表"]]);
});
