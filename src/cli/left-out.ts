import path from "node:path";

/** A file of a folder that was not scored, and why. */
export interface LeftOut {
  /** Its path below the folder given, as workbooks are named. */
  readonly file: string;
  readonly kind: LeftOutKind;
  /** Chinese: why, and what to do. */
  readonly reason: string;
}

/** `format`: a workbook that may hold somebody's evaluation, in a format that is not read. */
export type LeftOutKind = "format" | "text" | "archive" | "lock" | "link" | "same-file";

const SAVE_AS = "请用 Excel 或 WPS 打开，“另存为”.xlsx 后重试";

type Why = Pick<LeftOut, "kind" | "reason">;

const each = (suffixes: string, why: (suffix: string) => Why): [string, Why][] =>
  suffixes.split(" ").map((suffix) => [suffix, why(suffix)]);

const OTHER_FORMATS: ReadonlyMap<string, Why> = new Map([
  ...each(".xls .xlt .et .ett .xlsb .ods .ots .numbers .uof .uos", (suffix) => ({
    kind: "format",
    reason: `${suffix} 格式，不能读取。${SAVE_AS}`,
  })),
  ...each(".xlsm .xltm .xltx", (suffix) => ({
    kind: "format",
    reason: `${suffix} 格式，文件夹中只读 .xlsx。${SAVE_AS}`,
  })),
  ...each(".csv .tsv", (suffix) => ({ kind: "text", reason: `${suffix} 文本，不是工作簿。${SAVE_AS}` })),
  ...each(".zip .rar .7z .tar .gz", () => ({ kind: "archive", reason: "压缩包。请解压后重试" })),
]);

/** Why a file of this name is not taken for a workbook; `workbook` where it is one, null where it is none of ours. */
export function whyLeftOut(name: string): Why | "workbook" | null {
  const suffix = path.extname(name).toLowerCase();
  const other = OTHER_FORMATS.get(suffix);
  if (other === undefined && suffix !== ".xlsx") return null;
  if (name.startsWith("~$") || name.startsWith(".~"))
    return {
      kind: "lock",
      reason: `有程序正打开着“${name.slice(2)}”，这是它留下的锁文件；读到的是上次保存的内容`,
    };
  if (name.startsWith("._")) return { kind: "lock", reason: "macOS 留下的附属文件，不是工作簿" };
  return other ?? "workbook";
}

/** Whether somebody's evaluation may be missing because of it. */
export const isWorkbookLeftOut = ({ kind }: LeftOut): boolean => kind === "format";

/** Lines for people; empty where nothing was left out. */
export function leftOutLines(all: readonly LeftOut[]): string {
  if (all.length === 0) return "";
  return [`有 ${all.length} 个文件没有计算：`, ...all.map(({ file, reason }) => `  ${file}：${reason}。`)]
    .map((line) => `${line}\n`)
    .join("");
}
