import type { FormMeasure } from "./measure.js";
import type { TableResult } from "./measure-table.js";

/** docs/forms.md: what the product makes of the published forms, failures included. */
export function formsPage(measures: readonly FormMeasure[], tables: readonly TableResult[]): string {
  const sum = (of: (measure: FormMeasure) => number): number =>
    measures.reduce((total, measure) => total + of(measure), 0);
  const rows = measures.map(({ title, labelled, read, scored, left, compared, wrong }) =>
    row(title.replaceAll("|", "｜"), labelled, read, scored, left, compared, wrong.length),
  );
  const total = row(
    "**合计**",
    sum((m) => m.labelled),
    sum((m) => m.read),
    sum((m) => m.scored),
    sum((m) => m.left),
    sum((m) => m.compared),
    sum((m) => m.wrong.length),
  );
  return `# 公开表格的识别与评分

由 \`npx tsx scripts/forms-page/build.ts\` 生成，不手工修改。

${measures.length} 张网上公开的绩效自评表、评价表，照原样排成工作表（\`test/fixtures/forms\`），识别并评分，再逐格与手工标注比较。

- 行：资金行与指标行，按手工标注；读出：识别出的行。
- 算出：规则给出分数的行（资金表中只算合计行）；留给人：要由人判断、未填完成值、不适用或读不懂的行。
- 比较：与手工标注比较的格子（名称、分值、指标值、完成值、得分、状态，以及单位、年度、总分等）；标注中写明没有定论的不比较。不符：其中不同的。

这些表在开发时用过，是底线而不是抽样；没有见过的表会有读错的地方，窗格里“更正”就为此而设。

| 表 | 行 | 读出 | 算出 | 留给人 | 比较 | 不符 |
| --- | --: | --: | --: | --: | --: | --: |
${[...rows, total].join("\n")}

${failures(measures)}
## 后来读到的十张表

识别写成之后才找来的公开表格（\`test/fixtures/forms/tables\`），逐格抄录：名称、一级指标、分值、指标值、完成值、得分，资金行的预算数、执行数、得分，以及总分。

| 表 | 指标行 | 比较 | 不符 |
| --- | --: | --: | --: |
${tables.map(({ id, rows, fields, wrong }) => row(id, rows, fields, wrong.length)).join("\n")}

${tables.flatMap(({ id, wrong }) => wrong.map((one) => `- ${id}：${one}`)).join("\n")}
`;
}

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function failures(measures: readonly FormMeasure[]): string {
  const failing = measures.filter(({ wrong }) => wrong.length > 0);
  if (failing.length === 0) return "没有不符的格子。\n";
  const lists = failing.map(({ title, wrong }) => {
    const lines = wrong.map(
      ({ row: name, field, read, labelled }) => `- ${name}，\`${field}\`：读作 ${read}，标注为 ${labelled}`,
    );
    return `### ${title}\n\n${lines.join("\n")}\n`;
  });
  return `## 不符之处\n\n${lists.join("\n")}`;
}
