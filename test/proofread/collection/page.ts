import { measure, type Counted, type Half, type Measured } from "./collection";

const HALVES: readonly (readonly [Half, string])[] = [
  ["build", "据以编写的一半"],
  ["measure", "只用来测量的一半"],
];
const MOST_LISTED = 40;

/** docs/proofread-measured.md */
export function measuredPage(): string {
  const parts = HALVES.flatMap(([half, name]) => section(name, measure(half)));
  return [
    "# 校对报告文字：实测",
    "",
    "86 份公开发布的文字（部门决算、三公经费、采购、财政收支、绩效报告、审计、统计），其中的数字关系在程序运行之前由人逐条标注，",
    "来源和标注方法见 `test/proofread/collection/README.md`。一半据以编写规则，另一半编写时没有看过，只运行一次。有争议的关系不计入。",
    "由 `npm run docs` 生成。",
    "",
    "- **认出**：把这条关系的各个数放到了一起，判断也对。",
    "- **错一位能报**：把这条关系的一个数改错一位（改哪一位由种子决定），改错处被报告。所有标注的关系都计入，不只是认出的。",
    "- **矛盾**为真：报为矛盾的，确是标注为不成立的。末位改动在四舍五入范围之内的，谁也看不出来，也计为没有报出。",
    "",
    ...parts,
  ].join("\n");
}

function section(name: string, measured: Measured): string[] {
  const { kinds, wrong, contradictions, checks, impossible, workbook, texts } = measured;
  const all = kinds.reduce<Counted>(
    (sum, row) => ({
      kind: "合计",
      relations: sum.relations + row.relations,
      recognised: sum.recognised + row.recognised,
      misprints: sum.misprints + row.misprints,
      reported: sum.reported + row.reported,
    }),
    { kind: "合计", relations: 0, recognised: 0, misprints: 0, reported: 0 },
  );
  return [
    `## ${name}（${texts} 份）`,
    "",
    "| 关系 | 成立的关系 | 认出 | 改错一位 | 报出 |",
    "| --- | --- | --- | --- | --- |",
    ...[...kinds, all].map(
      ({ kind, relations, recognised, misprints, reported }) =>
        `| ${kind} | ${relations} | ${recognised}（${percent(recognised, relations)}） | ${misprints} | ${reported}（${percent(reported, misprints)}） |`,
    ),
    "",
    `- 原文本身的错误：${wrong.all} 处，报出 ${wrong.found} 处（${percent(wrong.found, wrong.all)}）。`,
    `- 报为矛盾 ${contradictions.all} 处，为真 ${contradictions.right} 处（${percent(contradictions.right, contradictions.all)}）；报为请核对 ${checks.all} 处，为真 ${checks.right} 处（${percent(checks.right, checks.all)}）。`,
    `- 不可能的数值（负的比率、超过 100% 的占比）：${impossible.length} 处。`,
    `- 旁边有工作簿时：文字与工作簿对上 ${workbook.matched} 个数（工作簿的数在文中印了 ${workbook.printed} 处），各改错一位，报出并指到单元格 ${workbook.reported} 个（${percent(workbook.reported, workbook.matched)}）；原文与工作簿不符的报告 ${workbook.alarms.length} 处。`,
    "",
    ...listed("没有报出的原文错误", wrong.missed),
    ...listed("误报为矛盾", contradictions.wrong),
    ...listed("误报为请核对", checks.wrong),
    ...listed("不可能的数值", impossible),
    ...listed("误报与工作簿不符", workbook.alarms),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.round((part * 100) / whole)}%`;
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LISTED).map((line) => `- ${line.replace(/\s+/g, " ")}`);
  const more = lines.length > MOST_LISTED ? [`- …… 另 ${lines.length - MOST_LISTED} 处`] : [];
  return [`### ${title}`, "", ...shown, ...more, ""];
}
