import { cellName } from "../samples/address.js";
import { column, head, left, SheetLayout, type TemplateSheet } from "./sheet.js";

interface Row {
  readonly level1?: string;
  readonly level2?: string;
  readonly name?: string;
  readonly points?: number;
  readonly target?: string;
  readonly rule: string;
}

const JUDGED = "由评价组按评价要点打分。";
const PROPORTION = "完成指标值得满分，未完成按完成比例得分。";

/** The common frame of 财预〔2020〕10号, annex 2: 决策 and 过程 as given, 产出 and 效益 to be filled in. */
const ROWS: readonly Row[] = [
  {
    level1: "决策",
    level2: "项目立项",
    name: "立项依据充分性",
    points: 4,
    rule: `立项是否符合法律法规、相关政策、发展规划和部门职责。${JUDGED}`,
  },
  { name: "立项程序规范性", points: 3, rule: `申请、设立过程是否符合相关要求，材料是否齐全。${JUDGED}` },
  {
    level2: "绩效目标",
    name: "绩效目标合理性",
    points: 4,
    rule: `目标依据是否充分，是否与预算资金量相匹配。${JUDGED}`,
  },
  { name: "绩效指标明确性", points: 3, rule: `指标是否清晰、细化、可衡量。${JUDGED}` },
  {
    level2: "资金投入",
    name: "预算编制科学性",
    points: 3,
    rule: `编制是否经过科学论证、有明确标准，内容与项目是否匹配。${JUDGED}`,
  },
  { name: "资金分配合理性", points: 3, rule: `分配是否有测算依据，与实际是否相适应。${JUDGED}` },
  {
    level1: "过程",
    level2: "资金管理",
    name: "资金到位率",
    points: 4,
    target: "100%",
    rule: "资金到位率=实际到位资金÷预算资金×100%。得分=分值×资金到位率，最高得满分。",
  },
  {
    name: "预算执行率",
    points: 4,
    target: "100%",
    rule: "预算执行率=实际支出÷预算资金×100%。得分=分值×预算执行率，最高得满分。",
  },
  {
    name: "资金使用合规性",
    points: 4,
    rule: `使用是否符合财务管理制度和批复用途，有无截留、挤占、挪用、虚列支出。${JUDGED}`,
  },
  { level2: "组织实施", name: "管理制度健全性", points: 4, rule: `财务和业务管理制度是否健全。${JUDGED}` },
  { name: "制度执行有效性", points: 4, rule: `实施是否符合管理规定，资料是否齐全并及时归档。${JUDGED}` },
  { level1: "产出", level2: "产出数量", rule: PROPORTION },
  { rule: PROPORTION },
  { level2: "产出质量", rule: PROPORTION },
  { rule: PROPORTION },
  { level2: "产出时效", rule: PROPORTION },
  { level2: "产出成本", rule: "成本不超过指标值得满分，超过的按比例扣分，扣完为止。" },
  { level1: "效益", level2: "项目效益", rule: PROPORTION },
  { rule: PROPORTION },
  { level2: "满意度", rule: PROPORTION },
];

const WIDTH = 9;
const POINTS = 3;
const SCORE = 7;

/** 项目支出绩效评价指标表: the common frame, with rules that the add-in reads. */
export function projectEvaluation(): TemplateSheet {
  const sheet = new SheetLayout("项目支出绩效评价指标表", WIDTH);
  sheet.row([{ text: "项目支出绩效评价指标表", span: WIDTH, look: "title" }], 32);
  sheet.row([
    { text: "评价单位：", span: 5, look: "note", align: "left" },
    { text: "（　　　　年度）", span: 4, look: "note" },
  ]);
  sheet.row(
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "分值",
      "年度指标值",
      "实际完成值",
      "评分标准",
      "得分",
      "扣分原因",
    ].map((name) => head(name)),
    28,
  );
  const first = sheet.next;
  const starts: { readonly column: 0 | 1; readonly row: number }[] = [];
  for (const { level1, level2, name, points, target, rule } of ROWS) {
    if (level1 !== undefined) starts.push({ column: 0, row: sheet.next });
    if (level2 !== undefined) starts.push({ column: 1, row: sheet.next });
    sheet.row(
      [
        level1 === undefined ? {} : { text: level1 },
        level2 === undefined ? {} : { text: level2 },
        { ...(name === undefined ? {} : { text: name }), align: "left" },
        points === undefined ? {} : { text: points },
        target === undefined ? {} : { text: target },
        {},
        { text: rule, align: "left" },
        { format: "0.00" },
        left(),
      ],
      undefined,
    );
  }
  const last = sheet.next - 1;
  for (const which of [0, 1] as const) {
    const own = starts.filter(({ column: at }) => at === which);
    own.forEach(({ row }, index) => sheet.down(which, row, (own[index + 1]?.row ?? last + 1) - 1));
  }
  sheet.row(
    [
      { text: "合计", span: 3, look: "total" },
      { formula: `SUM(${column(POINTS, first, last)})`, look: "total" },
      ...Array.from({ length: 5 }, () => ({ look: "total" as const })),
    ],
    24,
  );
  sheet.row([
    {
      text: "注：产出、效益指标按项目填写，分值合计 100 分；资金到位率、预算执行率由“基础数据”表中的金额算出。",
      span: WIDTH,
      look: "note",
      align: "left",
    },
  ]);
  sheet.check({
    kind: "amount",
    range: column(POINTS, first, last),
    title: "分值",
    hint: "填不小于 0 的数。",
  });
  sheet.check({
    kind: "score",
    range: column(SCORE, first, last),
    of: `$D${first}`,
    title: "得分",
    hint: "要由人评分的指标在这里填分，不超过分值；其余留空，由“计算得分”填写。",
  });
  sheet.check({
    kind: "hint",
    range: column(4, first, last),
    title: "年度指标值",
    hint: "写明方向和单位，例如 ≥95%、≤20万元、12次。",
  });
  return sheet.finish({ widths: [9, 12, 20, 8, 16, 16, 46, 9, 24], landscape: true, titleRows: 3 });
}

/** The amounts from which the rates of 过程 are computed. */
export function baseData(): TemplateSheet {
  const sheet = new SheetLayout("基础数据", 3);
  sheet.row([{ text: "基础数据", span: 3, look: "title" }], 32);
  sheet.row([head("项目"), head("数值"), head("单位")], 24);
  const first = sheet.next;
  for (const name of ["预算资金", "实际到位资金", "实际支出"])
    sheet.row([{ text: name, align: "left" }, { format: "#,##0.00" }, { text: "万元" }], 22);
  sheet.check({
    kind: "amount",
    range: `${cellName(first - 1, 1)}:${cellName(sheet.next - 2, 1)}`,
    title: "金额",
    hint: "以万元为单位填数字。",
  });
  return sheet.finish({ widths: [30, 18, 10] });
}
