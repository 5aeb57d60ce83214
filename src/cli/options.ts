import { parseArgs } from "node:util";
import { OUTLINES, outlineNamed } from "../document/outlines";
import { codeOf } from "./file-trouble";

export interface ScoreOptions {
  readonly inputs: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly text: string | null;
  readonly values: boolean;
  readonly adopt: boolean;
  readonly inPlace: boolean;
  /** Where the Word reports go: a .docx or a folder; null where none are wanted. */
  readonly report: string | null;
  /** The bureau's own .docx, filled in the place of a report after an outline. */
  readonly template: string | null;
  /** 提纲, by id or name; null for the usual one of each form. */
  readonly outline: string | null;
  /** Takes nothing over from a run that was broken off. */
  readonly restart: boolean;
}

/** Wrong use of the command line; the message is shown as it is. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `用法：npm run --silent score -- 工作簿或文件夹… [选项]
  --out 路径     写出结果：单个工作簿可给 .xlsx 文件名，否则给文件夹
  --in-place     直接写回原工作簿
  --json 文件    评分与核对结果（JSON）；- 表示写到标准输出
  --text 文件    报告文字（.txt 或 .docx），与工作簿逐数核对
  --report 路径  生成 Word 报告：单个工作簿可给 .docx 文件名，否则给文件夹
  --template 文件  用本单位的 Word 模板（.docx，含 {{得分}} 等占位符）生成，须与 --report 同用
  --outline 提纲  报告提纲的名称或代号，缺省按表式选用
  --values       写入数值，不写公式
  --adopt        用计算得分替换手填得分（原值记入运行记录）
  --restart      从头计算：中断过的运行默认接着做，未变的工作簿不再计算`;

/** @throws UsageError */
export function parseOptions(args: readonly string[]): ScoreOptions {
  if (args.includes(""))
    throw new UsageError("有一个参数是空的，可能是脚本里的变量没有赋值。请检查命令后重试。");
  const { values, positionals } = parse(args);
  if (Object.values(values).includes(""))
    throw new UsageError("有一个选项的值是空的，可能是脚本里的变量没有赋值。请检查命令后重试。");
  if (positionals.length === 0) throw new UsageError("没有指定工作簿或文件夹。");
  if (values.out !== undefined && values["in-place"] === true)
    throw new UsageError("--out 与 --in-place 只能用一个。");
  const { report = null, template = null, outline = null } = values;
  if (report === null && (template ?? outline) !== null)
    throw new UsageError("--template、--outline 须与 --report 同用。");
  if (template !== null && outline !== null) throw new UsageError("--template 与 --outline 只能用一个。");
  if (outline !== null && outlineNamed(outline) === null)
    throw new UsageError(`没有提纲“${outline}”。可用：${OUTLINES.map(({ id }) => id).join("、")}。`);
  return {
    inputs: positionals,
    report,
    template,
    outline,
    out: values.out ?? null,
    json: values.json ?? null,
    text: values.text ?? null,
    values: values.values ?? false,
    adopt: values.adopt ?? false,
    inPlace: values["in-place"] ?? false,
    restart: values.restart ?? false,
  };
}

const OPTIONS = {
  out: { type: "string" },
  json: { type: "string" },
  text: { type: "string" },
  report: { type: "string" },
  template: { type: "string" },
  outline: { type: "string" },
  values: { type: "boolean" },
  adopt: { type: "boolean" },
  "in-place": { type: "boolean" },
  restart: { type: "boolean" },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(wrongUse(args, error), { cause: error });
  }
}

function wrongUse(args: readonly string[], error: unknown): string {
  const given = args
    .filter((arg) => arg.startsWith("-") && arg !== "-")
    .map((arg) => arg.split("=", 1)[0] ?? arg);
  const known = new Map<string, { readonly type: "string" | "boolean" }>(
    Object.entries(OPTIONS).map(([name, option]) => [`--${name}`, option]),
  );
  if (codeOf(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const unknown = given.find((name) => !known.has(name)) ?? "";
    return `没有选项“${unknown}”。文件名以 - 开头时，请写成“./${unknown}”。`;
  }
  const boolean = given.find(
    (name) => known.get(name)?.type === "boolean" && args.some((arg) => arg.startsWith(`${name}=`)),
  );
  return boolean === undefined
    ? "有一个选项后面缺少文件或路径。以 - 开头的路径请写成“./-…”。"
    : `选项“${boolean}”后面不能带值。`;
}
