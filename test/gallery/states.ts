import { WorkbookFailure } from "../../src/excel/failure";
import type { WorkbookSession } from "../../src/excel/session";
import type { ScoredIndicator } from "../../src/model/evaluation";
import type { RunResult } from "../../src/model/run";
import type { HostState } from "../../src/taskpane/host";
import * as run from "../taskpane/fake-run";
import { FakeSession, untilCancelled } from "../taskpane/fake-session";

/** One state of the pane: over which workbook, and what is pressed, by its name, until it shows. */
export interface PaneScene {
  readonly name: string;
  readonly session: () => WorkbookSession;
  readonly press: readonly string[];
}

/** What stands there while there is no workbook. */
export interface HostScene {
  readonly name: string;
  readonly host: Exclude<HostState, { kind: "ready" }>;
}

const [unscored] = run.evaluationWithoutTotal.indicators;

const toScore: RunResult = {
  ...run.resultWithFindings,
  evaluations: [
    {
      ...run.evaluationWithoutTotal,
      indicators: unscored === undefined ? [] : [judged(unscored)],
    },
  ],
};

function judged(indicator: ScoredIndicator): ScoredIndicator {
  return {
    ...indicator,
    status: "needs-judgement",
    entry: {
      ...indicator.entry,
      rule: { text: "根据满意度情况酌情评分", cell: run.cell("绩效指标!G21") },
    },
    application: {
      kind: null,
      label: "人工评分",
      outcome: { kind: "needs-judgement", why: "按评分标准人工评分", saysWordingOnly: true },
      notes: [],
    },
  };
}

const UNITS = ["甲单位", "乙单位", "丙单位", "丁单位", "戊单位", "己单位", "庚单位", "辛单位"];

/** Eight units in one workbook, each on a sheet of its own. */
const manyUnits: RunResult = {
  ...run.resultWithFindings,
  evaluations: UNITS.map((unit) => ({
    ...run.evaluation,
    form: { ...run.form, sheet: `${unit}自评表`, unit, title: null },
  })),
};

const over = (result: RunResult) => () => new FakeSession({ calculate: () => Promise.resolve(result) });
const failing = (failure: WorkbookFailure) => () =>
  new FakeSession({ calculate: () => Promise.reject(failure) });
const reading = (recognition: typeof run.recognition) => () =>
  new FakeSession({ recognise: () => Promise.resolve(recognition) });

/** Every state of the pane that a user can come to; screenshots and the accessibility test run over all of them. */
export const PANE_SCENES: readonly PaneScene[] = [
  { name: "recognised", session: () => new FakeSession(), press: [] },
  { name: "doubt", session: reading(run.doubtfulRecognition), press: [] },
  { name: "first-run", session: reading(run.emptyRecognition), press: [] },
  { name: "earlier-run", session: reading(run.recognitionWithResults), press: [] },
  { name: "corrections", session: () => new FakeSession(), press: ["更正"] },
  { name: "settings", session: () => new FakeSession(), press: ["设置"] },
  {
    name: "calculating",
    session: () => new FakeSession({ calculate: untilCancelled }),
    press: ["计算得分"],
  },
  { name: "result", session: over(run.result), press: ["计算得分"] },
  { name: "findings", session: over(run.resultWithFindings), press: ["计算得分"] },
  { name: "ignore", session: over(run.resultWithFindings), press: ["计算得分", "忽略：报告数字!B4"] },
  { name: "to-score", session: over(toScore), press: ["计算得分"] },
  { name: "rule-editor", session: over(toScore), press: ["计算得分", "设评分规则：服务对象满意度"] },
  { name: "many-units", session: over(manyUnits), press: ["计算得分"] },
  {
    name: "mismatch",
    session: over({
      ...run.result,
      written: {
        ...run.written,
        mismatches: [{ cell: run.cell("计算底稿!H9"), expected: "1.94", found: "1.93" }],
      },
    }),
    press: ["计算得分"],
  },
  {
    name: "failure",
    session: failing(new WorkbookFailure("merged-target", run.cell("绩效指标!G9"))),
    press: ["计算得分"],
  },
  {
    name: "failure-not-restored",
    session: failing(new WorkbookFailure("connection-lost", null, null, false)),
    press: ["计算得分"],
  },
  { name: "undo", session: over(run.result), press: ["计算得分", "撤销计算结果"] },
];

export const HOST_SCENES: readonly HostScene[] = [
  { name: "waiting", host: { kind: "waiting" } },
  { name: "outside-excel", host: { kind: "outside-excel" } },
  { name: "too-old", host: { kind: "too-old" } },
];
