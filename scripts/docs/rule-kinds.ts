import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { readRule } from "../../src/rules/read-rule";
import { RULE_KINDS } from "../../src/rules/registry";
import { EXAMPLES } from "../../test/rules/examples";

const root = path.resolve(import.meta.dirname, "../..");
const target = path.join(root, "docs/rule-kinds.md");
const MOST_WORDINGS = 4;

/** Wordings of the case table, by the kind that reads them. */
function wordingsByKind(): Map<string, string[]> {
  const rows: { 评分标准: string }[] = parse(readFileSync(path.join(root, "test/rules/cases.csv"), "utf8"), {
    columns: true,
    relax_column_count: false,
  });
  const found = new Map<string, string[]>();
  for (const { 评分标准: wording } of rows) {
    const kind = wording === "" ? undefined : readRule(wording).rule?.kind;
    if (kind === undefined) continue;
    const known = found.get(kind) ?? [];
    if (!known.includes(wording)) found.set(kind, [...known, wording]);
  }
  return found;
}

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\n/g, " ");

function inputs({ points = "10", target = "", actual = "", facts = "" }: (typeof EXAMPLES)[string]): string {
  return [
    `分值 ${points}`,
    target === "" ? "" : `目标 ${target}`,
    actual === "" ? "" : `完成 ${actual}`,
    facts.replace(/\|/g, "、"),
  ]
    .filter((part) => part !== "")
    .join("，");
}

/** docs/rule-kinds.md: every kind of the registry in the order in which they are asked. */
export function ruleKindsPage(): string {
  const wordings = wordingsByKind();
  const rows = RULE_KINDS.map(({ name, label }) => {
    const example = EXAMPLES[name];
    const printed = [...new Set([example?.rule ?? "", ...(wordings.get(name) ?? [])])]
      .filter((wording) => wording !== "")
      .slice(0, MOST_WORDINGS)
      .map((wording) => `“${cell(wording)}”`)
      .join("<br>");
    const says = example === undefined ? "" : `${cell(inputs(example))}：${cell(example.says)}`;
    return `| \`${name}\` | ${label} | ${printed} | ${says} |`;
  });
  return [
    "# 评分规则一览",
    "",
    "由 `npx tsx scripts/docs/rule-kinds.ts` 从规则登记表（`src/rules/registry.ts`）生成，不要手改。顺序即识别顺序：写法越严格越先识别。",
    "“写法举例”取自 `test/rules/cases.csv`，财务人员可在那里加行核对。没有评分标准的指标按 `ratio` 计分；认不出的写法一律留给人工评分。",
    "",
    "| 名称 | 计分方法 | 写法举例 | 说明举例 |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, ruleKindsPage());
