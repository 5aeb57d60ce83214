// Runs the fault matrix and writes docs/faults.md: npx tsx bench/faults.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Recorded } from "../test/faults/record";

const NAMES: Readonly<Record<string, string>> = {
  "first run": "第一次计算",
  "run again after changes": "改动后再次计算",
  撤销: "撤销",
  moods: "各种情境（编辑中、只读、图表工作表、选中图表、另一工作簿在前、窄列、隐藏列、筛选、表格）",
};

const folder = mkdtempSync(path.join(tmpdir(), "jiheng-faults-"));
try {
  execFileSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "test/faults/matrix.test.ts",
      "test/faults/moods-matrix.test.ts",
    ],
    {
      stdio: "inherit",
      env: { ...process.env, JIHENG_RECORD: folder },
    },
  );
  const recorded = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Recorded,
  );
  writeFileSync("docs/faults.md", page(recorded));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function page(recorded: readonly Recorded[]): string {
  const order = Object.keys(NAMES);
  const sorted = [...recorded].sort((a, b) => order.indexOf(a.scenario) - order.indexOf(b.scenario));
  const sum = (of: (one: Recorded) => number): number => sorted.reduce((total, one) => total + of(one), 0);
  return `# 故障

由 \`npx tsx bench/faults.ts\` 运行故障矩阵后生成，不手工修改。\`test/faults/matrix.test.ts\` 在每一次请求上逐一注入故障，之后逐格比较整个工作簿（数值、公式、数字格式、合并、图表）：要么与原来相同，要么是完整的结果，失败的 \`restored\` 说明是哪一种。

| 过程 | 请求数 | 组合数 | 照常完成 | 失败并恢复原状 | 失败，结果已在或未能恢复，如实报告 |
|---|---|---|---|---|---|
${sorted.map((one) => `| ${NAMES[one.scenario] ?? one.scenario} | ${one.requests} | ${one.combinations} | ${one.completed} | ${one.restored} | ${one.completedAndReported} |`).join("\n")}
| 合计 | ${sum((one) => one.requests)} | ${sum((one) => one.combinations)} | ${sum((one) => one.completed)} | ${sum((one) => one.restored)} | ${sum((one) => one.completedAndReported)} |

\`JIHENG_FAULTS=full\` 在批次的每个动作之后都断开一次。

## 注入的故障
- 应答报错：请求整个被拒。
- 应答丢失：请求已执行，加载项不知道。
- 批次中断：执行到第 n 个动作后失败，此前的动作不回滚。
- 请求过多（5102）。
- 有人同时编辑：在任一请求之前改动目标单元格、改动完成值、插入一行。改动从不丢失；写入时发现则撤回并重新计算一次，再次遇到才报 \`changed-meanwhile\`。
- 工作表在任一请求之前被删除：目标表、别的表、底稿、运行记录。
- 各种情境从任一请求起持续到结束（\`test/faults/moods-matrix.test.ts\`）：要么原样，要么内容完整，失败说出真正的原因；情境过去后再单击一次即完整。
- 应答丢失之后，恢复也一再失败：\`restored\` 为假；再单击一次即可补完，遗留的表不会挡路。

## 怎样做到
- 写入前再读一次目标单元格，与读取时不同即恢复。
- 写入的顺序是运行记录、底稿与汇总、用户的单元格：连接彻底断开时，撤销仍能按运行记录恢复。
- 恢复先看现状：仍是我们所写的才放回原内容，别人改过的不动；放回后再读一次核对。失败重试一次。
- 撤销先恢复用户的单元格并记入运行记录（一个请求，失败即恢复），再清空生成的表（失败重试，不再回头）。
- 读回复核失败时重试一次；此时结果已经写好，失败说明未恢复。

## 有意为之
- 失败的第一次计算可能留下空的工作表：从不删除工作表，下次计算直接使用。
- 外观在内容之后的请求里：失败时只作说明，下次计算补画；内容不受影响。
- 再次计算失败后，生成的表内容、格式、合并恢复原样；若前后两次版式不同，外观暂为简单样式，图表待下次计算重画。
`;
}
