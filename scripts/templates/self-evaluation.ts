import { cellName } from "../samples/address.js";
import { blank, column, head, label, left, SheetLayout, type TemplateSheet } from "./sheet.js";

/** What differs between the self-evaluation forms of a project and of a whole department. */
export interface SelfEvaluation {
  readonly title: string;
  /** Rows above the funds: labels with the room beside them. */
  readonly heads: readonly (readonly string[])[];
  readonly fundsLabel: string;
  readonly funds: readonly string[];
  readonly satisfaction: string;
}

const WIDTH = 9;
const POINTS = 6;
const SCORE = 7;

/** Weights of 财预〔2020〕10号: 预算执行率 10, 产出 50, 效益 30, 满意度 10. */
const GROUPS = (satisfaction: string) =>
  [
    {
      name: "产出指标\n（50分）",
      kinds: [
        ["数量指标", 3],
        ["质量指标", 2],
        ["时效指标", 2],
        ["成本指标", 2],
      ],
    },
    {
      name: "效益指标\n（30分）",
      kinds: [
        ["经济效益指标", 2],
        ["社会效益指标", 2],
        ["生态效益指标", 2],
        ["可持续影响指标", 2],
      ],
    },
    { name: "满意度指标\n（10分）", kinds: [[satisfaction, 2]] },
  ] as const;

/** The national self-evaluation form, empty: 资金, 年度总体目标, 绩效指标, 总分. */
export function selfEvaluation(form: SelfEvaluation): TemplateSheet {
  const sheet = new SheetLayout(form.title, WIDTH);
  sheet.row([{ text: form.title, span: WIDTH, look: "title" }], 32);
  sheet.row([{ text: "（　　　　年度）", span: WIDTH, look: "note" }]);
  for (const [first = "", second] of form.heads)
    sheet.row(
      second === undefined
        ? [label(first), left(WIDTH - 1)]
        : [label(first), left(3), label(second), left(WIDTH - 5)],
      24,
    );
  const funds = addFunds(sheet, form);
  addGoals(sheet);
  const { first, last } = addIndicators(sheet, form.satisfaction);
  const sum = `SUM(${cellName(funds - 1, POINTS)},${column(POINTS, first, last)})`;
  sheet.row(
    [
      { text: "总分", span: POINTS, look: "total" },
      { formula: sum, look: "total" },
      { look: "total" },
      { look: "total" },
    ],
    24,
  );
  sheet.row([
    {
      text: "注：1.一行填一个三级指标，用不完的行留空或删除；2.分值按预算执行率 10 分、产出指标 50 分、效益指标 30 分、满意度指标 10 分分配，合计 100 分；3.未完成的指标请写明偏差原因和改进措施。",
      span: WIDTH,
      look: "note",
      align: "left",
    },
  ]);
  return sheet.finish({ widths: [10, 12, 14, 24, 16, 16, 8, 9, 24], landscape: true });
}

/** Answers the row of 年度资金总额. */
function addFunds(sheet: SheetLayout, { fundsLabel, funds }: SelfEvaluation): number {
  const top = sheet.next;
  sheet.row([
    label(fundsLabel),
    head("", 2),
    head("年初预算数"),
    head("全年预算数"),
    head("全年执行数"),
    head("分值"),
    head("执行率"),
    head("得分"),
  ]);
  funds.forEach((item, index) => {
    const row = sheet.next;
    const counts = index === 0;
    const [budget, executed] = [cellName(row - 1, 4), cellName(row - 1, 5)];
    sheet.row([
      label(""),
      { text: item, span: 2, align: "left" },
      blank(1, "#,##0.00"),
      blank(1, "#,##0.00"),
      blank(1, "#,##0.00"),
      { text: counts ? 10 : "—" },
      { formula: `IF(N(${budget})=0,"",${executed}/${budget})`, format: "0.00%" },
      counts ? {} : { text: "—" },
    ]);
  });
  const last = sheet.next - 1;
  sheet.down(0, top, last);
  sheet.check({
    kind: "amount",
    range: `${cellName(top, 3)}:${cellName(last - 1, 5)}`,
    title: "金额",
    hint: "以万元为单位填数字；合计行为各项之和。",
  });
  sheet.check({
    kind: "score",
    range: cellName(top, 8),
    of: `$G$${top + 1}`,
    title: "得分",
    hint: "留空，由“计算得分”按执行率填写；也可自行填写，不超过分值。",
  });
  return top + 1;
}

function addGoals(sheet: SheetLayout): void {
  const top = sheet.next;
  sheet.row([label("年度总体\n目标"), head("预期目标", 4), head("实际完成情况", 4)], 24);
  sheet.row([label(""), left(4), left(4)], 66);
  sheet.down(0, top, top + 1);
}

function addIndicators(sheet: SheetLayout, satisfaction: string): { first: number; last: number } {
  const top = sheet.next;
  sheet.row(
    [
      label("绩效指标"),
      ...["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"].map((name) =>
        head(name),
      ),
      head("偏差原因分析及改进措施"),
    ],
    34,
  );
  for (const group of GROUPS(satisfaction)) {
    const groupTop = sheet.next;
    for (const [kind, rows] of group.kinds) {
      const kindTop = sheet.next;
      for (let row = 0; row < rows; row += 1) {
        const isFirst = sheet.next === groupTop;
        sheet.row(
          [
            label(""),
            isFirst ? { text: group.name } : {},
            row === 0 ? { text: kind } : {},
            left(),
            {},
            {},
            {},
            blank(1, "0.00"),
            left(),
          ],
          24,
        );
      }
      sheet.down(2, kindTop, sheet.next - 1);
    }
    sheet.down(1, groupTop, sheet.next - 1);
  }
  const [first, last] = [top + 1, sheet.next - 1];
  sheet.down(0, top, last);
  sheet.check({
    kind: "amount",
    range: column(POINTS, first, last),
    title: "分值",
    hint: "填不小于 0 的数。",
  });
  sheet.check({
    kind: "score",
    range: column(SCORE, first, last),
    of: `$G${first}`,
    title: "得分",
    hint: "定量指标留空，由“计算得分”填写；定性指标可自行填写，不超过分值。",
  });
  sheet.check({
    kind: "hint",
    range: column(4, first, last),
    title: "年度指标值",
    hint: "写明方向和单位，例如 ≥95%、≤20万元、12次、2024年12月底前。",
  });
  sheet.check({
    kind: "hint",
    range: column(5, first, last),
    title: "实际完成值",
    hint: "与指标值同一单位，例如 96.5%；定性指标填完成情况。",
  });
  return { first, last };
}
