import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { toDecimal } from "../../src/expr/decimal";
import { applied, scoreOf, verdictOf, type CollectedRow, type Verdict } from "../../test/rules/as-in-a-form";

const root = path.resolve(import.meta.dirname, "../..");
const target = path.join(root, "docs/rules-measured.md");

export type MeasuredRow = CollectedRow & Record<"来源标题" | "理由", string>;
interface Measured {
  readonly row: MeasuredRow;
  readonly verdict: Verdict;
  readonly said: string;
}

/** One half of the collection, each row put to the product. */
export function measured(half: "build" | "measure"): readonly Measured[] {
  const file = path.join(root, `test/rules/collection/${half}.csv`);
  const rows: MeasuredRow[] = parse(readFileSync(file, "utf8"), { columns: true, bom: true });
  return rows.map((row) => {
    const application = applied(row);
    const score = scoreOf(application);
    const { outcome } = application;
    const said = score === null ? ("why" in outcome ? outcome.why : "") : `得 ${toDecimal(score)} 分`;
    return { row, verdict: verdictOf(row, score), said };
  });
}

export const countOf = (list: readonly Measured[], verdict: Verdict): number =>
  list.filter((each) => each.verdict === verdict).length;

/** The measuring half when it was first run, before anything that it showed was mended. */
const FIRST = { right: 75, wrong: 3, asked: 185, held: 55, answered: 5 };

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
const share = (part: number, all: number): string => `${((part / all) * 100).toFixed(1)}%`;

function line(name: string, count: (verdict: Verdict) => number): string {
  const [right, wrong, asked] = [count("right"), count("wrong"), count("asked")];
  const [held, answered] = [count("held"), count("answered")];
  const certain = right + wrong + asked;
  return `| ${name} | ${certain} | ${right}（${share(right, certain)}） | ${wrong} | ${asked} | ${held + answered} | ${held}（${share(held, held + answered)}） | ${answered} |`;
}

function listOf(list: readonly Measured[], verdict: Verdict): string[] {
  const found = list.filter((each) => each.verdict === verdict);
  if (found.length === 0) return ["没有。", ""];
  return [
    "| 评分标准 | 指标 | 分值 | 目标 | 实际 | 应得 | 产品的答复 |",
    "|---|---|---|---|---|---|---|",
    ...found.map(
      ({ row, said }) =>
        `| ${[row.评分标准, row.指标, row.分值, row.目标, row.实际, row.得分, said].map(cell).join(" | ")} |`,
    ),
    "",
  ];
}

/** docs/rules-measured.md: how many of the published wordings are scored rightly, wrongly, or asked. */
export function measuredPage(): string {
  const [build, measure] = [measured("build"), measured("measure")];
  return [
    "# 公开评分标准实测",
    "",
    "由 `npx tsx scripts/docs/rule-collection.ts` 生成，不要手改。材料在 `test/rules/collection/`：公开的评分表原文，",
    "按文件分成两半，应得分事先由人算好。“建”一半用来改进读法，“测”一半到最后才第一次运行。",
    "“确定”指仅凭表中数据即可算出；“存疑”指经办人会先问一句（缺数据、有两种读法、分数与分值不一致等），这时应当问。",
    "",
    "| 材料 | 确定 | 算对 | 算错 | 请人工评分 | 存疑 | 问 | 答 |",
    "|---|---|---|---|---|---|---|---|",
    line("“建”一半", (verdict) => countOf(build, verdict)),
    line("“测”一半，首次运行", (verdict) => FIRST[verdict]),
    line("“测”一半，改正算错的之后", (verdict) => countOf(measure, verdict)),
    "",
    "首次运行时“测”一半有 3 例算错：两例“0.57×实达标数”“0.33×实达标数”没有当作评分公式，按完成比例计了分；一例“违规私自开设财政专户的,不得分”",
    "在完成情况写着“符合规定”时判成了不得分。三例所属的两类都已改正（读不懂的公式一律请人工评分；扣分、不得分的情形本身就是否定），其余读法未因“测”一半而改。",
    "目标是“测”一半算对九成、一例不错。这套材料多为多项事实写在一格里的考核细则，算对的比例还远不到九成；没有算对的都请人工评分，原因见下。",
    "",
    "## “测”一半：存疑而给了分的",
    "",
    ...listOf(measure, "answered"),
    "## “测”一半：确定而请人工评分的",
    "",
    ...listOf(measure, "asked"),
    "## “建”一半：存疑而给了分的",
    "",
    ...listOf(build, "answered"),
    "## “建”一半：确定而请人工评分的",
    "",
    ...listOf(build, "asked"),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, measuredPage());
