import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/checks/registry";
import type { CheckSubject } from "../../src/checks/check";
import type { Finding } from "../../src/model/finding";
import { DEFAULT_GRADE_SCALE } from "../../src/model/grade";
import { varied } from "./blanks";
import {
  at,
  budget,
  datum,
  evaluation,
  field,
  fund,
  indicator,
  quantity,
  raised,
  result,
  stated,
  subject,
  survey,
  targetRow,
  total,
} from "./subject";

/** A workbook with something of everything, and something wrong with much of it. */
function full(): CheckSubject {
  const indicators = [
    indicator({
      name: "培训场次",
      points: "50",
      target: "≥20场",
      actual: "18场",
      entered: "50",
      computed: "45",
      rule: "按完成比例得分",
      reason: "",
      scoreRate: "90%",
      row: 8,
    }),
    indicator({
      name: "2021年合格率",
      level2: "产出质量",
      points: "20",
      target: "≥95%",
      actual: "96",
      entered: "9",
      computed: "9.91",
      agreement: "floored",
      unrounded: "9.9102",
      rule: "按完成比例得分",
      reason: "请填写",
      row: 9,
    }),
    indicator({
      name: "培训人次",
      points: "5",
      target: "≥100",
      actual: "300",
      entered: "6",
      computed: "5",
      reason: "",
      row: 11,
    }),
    indicator({
      name: "办结件数",
      points: "5",
      target: "≥100",
      actual: "120",
      entered: "3",
      computed: "5",
      reason: "",
      row: 12,
    }),
    indicator({
      name: "完成时间",
      points: "5",
      target: "按时",
      actual: "95%",
      entered: "4",
      computed: "3",
      reason: "",
      row: 13,
    }),
    indicator({
      name: "投诉件数",
      points: "5",
      target: "≥3件",
      actual: quantity("*", "F14", { nature: "undisclosed" }),
      entered: "5",
      reason: "",
      row: 14,
    }),
    indicator({
      name: "满意度",
      level1: "满意度",
      level2: "服务对象满意度",
      points: "20",
      target: "≥90%",
      actual: "85%",
      computed: "18.89",
      reason: "调查对象变化",
      row: 10,
    }),
  ];
  const funds = [
    fund({
      item: "年度资金总额：",
      points: "10",
      initial: "80",
      adjusted: "100",
      executed: "97.5万元",
      rate: "97%",
      entered: "9.5",
      computed: "9.75",
      reason: "0",
    }),
    fund({ item: "其中：财政拨款", counts: false, adjusted: "70", executed: "60", row: 7 }),
  ];
  const dimension = {
    name: "产出指标",
    cell: at("A40"),
    points: result("70%", "B40"),
    score: result("59", "C40"),
    scoreRate: result("84%", "D40"),
    grade: result("优", "E40"),
  };
  const form = {
    title: field("××项目绩效自评表", "A1"),
    totals: [
      total({ points: "99", score: "89.6", scoreRate: "90%", grade: "优" }),
      total({ scope: "产出", points: "69", score: "58", scoreRate: "84%", grade: "优", row: 31 }),
    ],
    dimensions: [dimension],
    captions: [
      {
        level: 1 as const,
        name: "产出指标",
        cell: at("A8"),
        points: quantity("60").value,
        statedScore: quantity("58").value,
      },
      {
        level: 2 as const,
        name: "产出质量",
        cell: at("B9"),
        points: quantity("10").value,
        statedScore: null,
      },
    ],
    statedScore: result("89.7", "B2"),
    statedGrade: result("优秀", "B3"),
    gradeScale: DEFAULT_GRADE_SCALE,
    notes: [field("注：分值不得改动", "A50")],
  };
  const recognition = {
    budgets: [
      {
        ...budget(
          [
            ["甲单位", "40.5", "√"],
            ["乙单位", "60"],
          ],
          "100",
        ),
        title: field("2021年预算表", "预算资金!A1"),
      },
    ],
    targets: [targetRow("数量指标", "培训场次", "≥30场", 4), targetRow("质量指标", "培训合格率", "≥98%", 5)],
    surveys: [
      survey({
        issued: "100",
        returned: "90",
        overall: "80%",
        entries: [
          { name: "满意", share: "60.5%", count: "50" },
          { name: "不满意", share: "9%", count: "10" },
        ],
      }),
      survey({
        issued: "100",
        overall: "80%",
        entries: [
          { name: "服务对象", share: "94.93%", weight: "50%" },
          { name: "社会公众", share: "94.60%", weight: "50%" },
        ],
      }),
    ],
    baseData: [
      datum("年度预算数", "100", "基础数据!B2"),
      datum("实际支出", "97.5", "基础数据!B3"),
      datum("当年结余", "3", "基础数据!B4"),
      datum("年初预算", "80", "基础数据!B5"),
      datum("其中：基本支出", "60.5", "基础数据!B6", "=B2-B3"),
      datum("项目支出", "38", "基础数据!B7"),
      datum("资金总额", "78876", "其他!B2"),
      datum("其中：省级资金", "40308", "其他!B3"),
      datum("市级资金", "38564", "其他!B4"),
      datum("县级配套标准", "128元/人", "基础数据!B9"),
      datum("县级人数", "337018人", "基础数据!B10"),
      datum("县级配套资金", "4300万元", "基础数据!B11"),
    ],
    rates: [
      {
        item: field("政府采购", "采购!A3"),
        label: "采购执行率",
        currency: "万元",
        planned: quantity("31.30", "采购!B3"),
        done: quantity("31.04", "采购!C3"),
        rate: result("95%", "采购!D3"),
      },
    ],
    stated: [
      stated("综合得分", "90.5", ""),
      stated("评价等级", "差", "", null, 5),
      stated("资金抽查比例", "37.55%", "", null, 6),
      stated("预算单位数（家）", "36", "", null, 7),
      stated("三级指标个数", "12", "", null, 8),
      stated("回收问卷份数", "99", "", null, 9),
      stated("预算执行率", "95.05%", "97.5%", "=B3/B2", 10),
    ],
    gradeScale: DEFAULT_GRADE_SCALE,
  };
  return subject(recognition, evaluation({ indicators, funds, form }));
}

/** A conclusion form, which prints weights and rates, beside a form that is still open. */
function several(): CheckSubject {
  const rated = (name: string, weight: string, rate: string) => ({
    name,
    cell: at("A42"),
    points: result(weight, "B42"),
    score: null,
    scoreRate: result(rate, "D42"),
    grade: null,
  });
  const conclusion = {
    sheet: "结论",
    statedScore: result("89.15", "B9"),
    dimensions: [rated("决策", "40%", "86%"), rated("效益", "60%", "99%")],
  };
  const open = [
    indicator({
      name: "宣传次数",
      points: "5",
      target: "≥3次",
      actual: quantity("1.2.3", "F15", { nature: "unreadable" }),
      entered: "见附表",
      reason: "",
      row: 15,
    }),
  ];
  return subject({}, evaluation({ form: conclusion }), evaluation({ indicators: open }));
}

/** What a clerk finds with a pocket calculator in the two workbooks above. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  "total-sum": [
    "error H30: 89.6 → 105.39",
    "error B2: 89.7 → 105.39",
    "error C40: 59 → 77",
    "error H31: 58 → 77",
    "error A8: 58 → 77",
  ],
  "points-sum": ["error D30: 99 → 120", "warning C15: 5 → 100"],
  // The points come to 120 here: of what the 70% in B40 are a share nobody has said.
  "caption-points": ["error A8: 60 → 90", "error B9: 10 → 20", "error D31: 69 → 90"],
  grade: ["error E40: 优 → 良", "error J31: 优 → 良", "error 报告数字!B5: 差 → 优"],
  "rounding-side": ["note H9: 9 → 9.91"],
  "score-rate": [
    "error I8: 90% → 100%",
    "error D40: 84% → 85.56%",
    "error I31: 84% → 85.56%",
    "error I30: 90% → 87.83%",
  ],
  "over-points": ["error H11: 6 → 5"],
  "full-but-missed": ["error H8: 50 → 45"],
  "lost-but-reached": ["error H12: 3 → 5"],
  "score-differs": ["error H13: 4 → 3"],
  "missing-reason": ["warning I6: - → -", "warning J12: - → -", "warning J13: - → -"],
  "execution-rate": ["note G6: 97% → 97.5%"],
  "fund-score": ["error H6: 9.5 → 9.75"],
  "fund-parts": ["error D6: 100 → 70", "error E6: 97.5万元 → 60.0"],
  balance: ["error 基础数据!B4: 3 → 2.5"],
  "table-sum": ["error 预算资金!C6: 100 → 100.5"],
  product: ["error 基础数据!B11: 4300万元 → 4313.83"],
  "part-whole": ["error 其他!B2: 78876 → 78872"],
  "sample-share": ["error 报告数字!B6: 37.55% → 40.30%"],
  "declared-count": ["error 报告数字!B7: 36 → 2", "error 报告数字!B8: 12 → 7"],
  "stated-number": ["error 报告数字!B4: 90.5 → 105.39", "error 报告数字!B10: 95.05% → 97.50%"],
  "satisfaction-share": [
    "error 满意度!B6: 60.5% → 55.56%",
    "error 满意度!B7: 9% → 11.11%",
    "error 满意度!B5: 90 → 60",
    "error 满意度!B20: 80% → 60.5%",
    "error 满意度!B20: 80% → 94.77%",
  ],
  "indicator-changed": ["error E8: ≥20场 → ≥30场", "warning C9: 2021年合格率 → 培训合格率"],
  "over-achieved": ["warning F11: 300 → 300%"],
  undisclosed: ["warning F14: * → -"],
  sign: ["warning E14: ≥3件 → -"],
  "kind-mismatch": ["warning F13: 95% → -"],
  year: ["warning C9: 2021 → 2023", "warning 预算资金!A1: 2021 → 2023"],
  "template-residue": ["note A1: ××项目绩效自评表 → -", "note J9: 请填写 → -", "note I6: 0 → -"],
  "weighted-total": ["error B9: 89.15 → 93.80"],
  "unreadable-score": ["warning H15: 见附表 → -"],
  "unreadable-number": ["warning F15: 1.2.3 → -"],
};

/** What keeps a person from acting on a finding: no place, no weight, or a sentence with a gap in it. */
function faultsOf({ code, severity, cell, message, stated: said, computed }: Finding, own: string): string[] {
  const texts = `${message}${said ?? ""}${computed ?? ""}`;
  return [
    ...(code === own ? [] : [`code ${code}`]),
    ...(["error", "warning", "note"].includes(severity) ? [] : [`severity ${severity}`]),
    ...(/^[^\n]*\p{Script=Han}[^\n]*。$/u.test(message) ? [] : [`no sentence: ${message}`]),
    ...(/undefined|null|NaN|\[object|function|，，|，。|^。|“”/.test(texts) ? [`a gap: ${texts}`] : []),
    ...(cell === null || (cell.sheet !== "" && cell.row >= 0 && cell.column >= 0) ? [] : ["no place"]),
    ...(said === "" || computed === "" ? [`an empty number: ${message}`] : []),
  ];
}

describe("every check, whatever is left out, empty or in words", () => {
  it.each(CHECKS.map((check) => [check.code, check] as const))("%s finds what is wrong", (code, check) =>
    expect([full(), several()].flatMap((whole) => raised(check, whole))).toEqual(FOUND[code]),
  );

  it.each(CHECKS.map((check) => [check.code, check] as const))(
    "%s speaks so that people can act on it",
    (code, check) => {
      const faults: string[] = [];
      let variants = 0;
      for (const whole of [full(), several()]) {
        for (const [what, looked] of varied(whole)) {
          variants += 1;
          for (const found of check.run(looked))
            faults.push(...faultsOf(found, code).map((fault) => `${what}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      expect(variants).toBeGreaterThan(500);
    },
  );
});
