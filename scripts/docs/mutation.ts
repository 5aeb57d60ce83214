// Writes test/mutation/mutation.md from Stryker's report: how many mutants the tests kill, and those that they let live.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

type Status = "Killed" | "Timeout" | "Survived" | "NoCoverage" | "Ignored" | "RuntimeError" | "CompileError";

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: Status;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A hand-written reason; an empty field fits everything, `original` and `replacement` are regular expressions. */
interface Reason {
  readonly file: string;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

interface Survivor {
  readonly place: string;
  readonly folder: string;
  readonly change: string;
  readonly reason: string;
}

const FOLDERS = ["expr", "rules", "scoring", "checks"];
const LONGEST = 80;
const REPORT = ".cache/mutation.json";
const reasons: Reason[] = parse(readFileSync("test/mutation/survivors.csv", "utf8"), { columns: true });

const folderOf = (file: string): string => file.split("/")[1] ?? "";

function originalOf(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join("\n");
}

function reasonFor(file: string, { mutatorName, replacement = "" }: Mutant, original: string): string {
  const fits = (pattern: string, text: string): boolean => pattern === "" || new RegExp(pattern).test(text);
  const known = reasons.find(
    (row) =>
      (row.file === "" || row.file === file) &&
      (row.mutator === "" || row.mutator === mutatorName) &&
      fits(row.original, original) &&
      fits(row.replacement, replacement),
  );
  return known?.reason ?? "";
}

function brief(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return `\`${(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

const { files } = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ file, source, mutant })),
);
const survivors = all
  .filter(({ mutant: { status } }) => status === "Survived" || status === "NoCoverage")
  .map(({ file, source, mutant }): Survivor => {
    const original = originalOf(source, mutant.location);
    const uncovered = mutant.status === "NoCoverage" ? "（未覆盖）" : "";
    return {
      place: `${file.replace(/^src\//, "")}:${mutant.location.start.line}`,
      folder: folderOf(file),
      change: `${mutant.mutatorName}${uncovered} ${brief(original)} → ${brief(mutant.replacement ?? "")}`,
      reason: reasonFor(file, mutant, original),
    };
  });

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function tally(name: string, folder?: string): string {
  const of = (...statuses: Status[]): number =>
    all.filter(
      ({ file, mutant }) =>
        (folder === undefined || folderOf(file) === folder) && statuses.includes(mutant.status),
    ).length;
  if (folder !== undefined && !all.some(({ file }) => folderOf(file) === folder))
    return row([name, "未完整运行", "", "", "", "", "", ""]);
  const noticed = of("Killed", "Timeout");
  const judged = noticed + of("Survived", "NoCoverage");
  const score = judged === 0 ? "—" : `${((noticed * 100) / judged).toFixed(1)}%`;
  return row([name, judged, of("Killed"), of("Timeout"), of("Survived"), of("NoCoverage"), of("Ignored"), score]);
}

const explained = survivors.filter(({ reason }) => reason !== "").length;
const lines = [
  "# 变异测试",
  "",
  "`npm run mutate` 每次改动 `src/expr`、`src/rules`、`src/scoring`、`src/checks` 中的一处代码（Stryker），再运行这四个目录的快速测试：",
  "测试失败或超时，说明改动被发现；否则记为存活。不属于 `.ci/run`。只改一个目录：`npm run mutate -- checks`。",
  "",
  row(["目录", "变异", "杀死", "超时", "存活", "未覆盖", "不计", "发现率"]),
  row(["---", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
  ...FOLDERS.map((folder) => tally(`\`src/${folder}\``, folder)),
  tally("以上合计"),
  "",
  "“不计”的是给人读的句子（`test/mutation/wording.mjs`）：检查结果的说明、规则的名称和“为什么不给分”的理由。逐字重复一遍句子的测试发现不了错误；",
  "按条件选用的词句属于逻辑，照样变异。未用的测试：抽一千段文字的、读整本工作簿的、核对文档页的（`test/mutation/bundle.mjs`）；性质测试每条抽 20 次。",
  "",
  `## 存活的变异（${survivors.length} 处，其中 ${explained} 处写明原因）`,
  "",
  "原因见 `test/mutation/survivors.csv`；空着的尚未逐条看过：缺测试，或改动并不改变结果。",
  "",
  ...FOLDERS.flatMap((folder) => [
    `<details><summary>src/${folder}</summary>`,
    "",
    row(["位置", "变异", "原因"]),
    row(["---", "---", "---"]),
    ...survivors.filter((each) => each.folder === folder).map(({ place, change, reason }) => row([place, change, reason])),
    "",
    "</details>",
    "",
  ]),
];
writeFileSync("test/mutation/mutation.md", lines.join("\n"));
