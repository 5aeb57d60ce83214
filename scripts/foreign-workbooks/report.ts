/** What became of one workbook. */
export interface Outcome {
  readonly file: string;
  readonly kind:
    "saved" | "lost" | "changed" | "faulty" | "refused" | "failed" | "not-scored" | "died" | "no-table";
  readonly detail: string;
  readonly milliseconds: number;
  /** Parts that are byte for byte as they were, of all. */
  readonly same: number;
  readonly parts: number;
}

const COLUMNS: readonly [Outcome["kind"], string][] = [
  ["saved", "写出，无丢失无改动"],
  ["lost", "丢失部件"],
  ["changed", "改动了别的部件"],
  ["faulty", "不合规范"],
  ["refused", "不能打开（说明了原因）"],
  ["not-scored", "没有认出表"],
  ["failed", "没有写出"],
  ["died", "程序中止"],
  ["no-table", "放不进表（加密、残缺）"],
];

/** A page in Markdown: outcomes by project (what stands before `__` in the name), and each one that is not as it should be. */
export function reportOf(outcomes: readonly Outcome[]): string {
  const groupOf = ({ file }: Outcome): string => file.split("__")[0] ?? "";
  const groups = [...new Set(outcomes.map(groupOf))].map(
    (name) => [name, outcomes.filter((one) => groupOf(one) === name)] as const,
  );
  const line = (name: string, list: readonly Outcome[]): string =>
    `| ${[name, list.length, ...COLUMNS.map(([kind]) => list.filter((one) => one.kind === kind).length)].join(" | ")} |`;
  const times = outcomes
    .filter(({ kind }) => kind === "saved")
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  const at = (share: number): string => ((times[Math.floor(times.length * share)] ?? 0) / 1000).toFixed(2);
  const odd = outcomes.filter(({ kind }) => kind !== "saved" && kind !== "no-table");
  return [
    `| 来源 | 文件 | ${COLUMNS.map(([, title]) => title).join(" | ")} |`,
    `|${"---|".repeat(COLUMNS.length + 2)}`,
    ...groups.map(([name, list]) => line(name, list)),
    line("合计", outcomes),
    "",
    `每个工作簿（打开、评分、写入、保存）中位 ${at(0.5)} s，九成五在 ${at(0.95)} s 以内，最长 ${at(0.9999)} s。`,
    "",
    ...odd.map(({ file, kind, detail }) => `- ${file}：${kind} ${detail.replace(/\s+/g, " ")}`),
    "",
  ].join("\n");
}
