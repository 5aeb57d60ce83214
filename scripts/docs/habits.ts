import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { differences } from "../../test/habits/compare";
import { EXCEPTIONS } from "../../test/habits/exceptions";
import { HABITS } from "../../test/habits/habits";
import { run } from "../../test/habits/outcome";
import { readWorkbook, WORKBOOKS } from "../../test/habits/workbooks";

// Usage: npm run habits. Every habit on every workbook; some minutes.
const excel = await startEmbeddedExcel();
const alike = new Map<string, boolean>();
const faults: string[] = [];
for (const id of WORKBOOKS) {
  const bytes = await readWorkbook(id);
  const plain = await run(excel, bytes, true);
  for (const habit of HABITS) {
    const found = await differences(excel, bytes, habit, plain);
    alike.set(`${habit.id} ${id}`, found.length === 0);
    if (found.length > 0) faults.push(`- ${habit.name}，${id}：${short(found[0] ?? "")}`);
  }
  console.log(id);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "｜");
  return line.length > 160 ? `${line.slice(0, 160)}……` : line;
}

const rows = HABITS.map(({ id, name }) => {
  const marks = WORKBOOKS.map((workbook) => (alike.get(`${id} ${workbook}`) === true ? "✓" : "✗"));
  return `| ${[name, ...marks].join(" | ")} |`;
});
const count = [...alike.values()].filter(Boolean).length;
const page = `# 同一工作簿的不同习惯

由 \`npm run habits\` 生成，不手工修改。

每个工作簿按每种习惯改一遍（改的是文件包里的 XML），含义不变。✓：得分、等级、错误与原样相同，公式全部复核一致，用户的单元格一个不丢、一个不改。✗：有不同。

${HABITS.length} 种习惯 × ${WORKBOOKS.length} 个工作簿 = ${alike.size}，其中 ${count} 相同。

| 习惯 | ${WORKBOOKS.join(" | ")} |
| --- | ${WORKBOOKS.map(() => ":-:").join(" | ")} |
${rows.join("\n")}

## 不同之处

${faults.join("\n")}

## 已知原因

${EXCEPTIONS.map(({ habit, workbook, why }) => `- ${HABITS.find(({ id }) => id === habit)?.name ?? habit}${workbook === "*" ? "" : `，${workbook}`}：${why}`).join("\n")}
`;
writeFileSync(fileURLToPath(new URL("../../docs/habits.md", import.meta.url)), page);
process.exit(0);
