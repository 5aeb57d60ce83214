import { parseArgs } from "node:util";

export interface ScoreOptions {
  readonly inputs: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly text: string | null;
  readonly values: boolean;
  readonly adopt: boolean;
  readonly inPlace: boolean;
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
  --values       写入数值，不写公式
  --adopt        用计算得分替换手填得分（原值记入运行记录）
  --restart      从头计算：中断过的运行默认接着做，未变的工作簿不再计算`;

/** @throws UsageError */
export function parseOptions(args: readonly string[]): ScoreOptions {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError("没有指定工作簿或文件夹。");
  if (values.out !== undefined && values["in-place"] === true)
    throw new UsageError("--out 与 --in-place 只能用一个。");
  return {
    inputs: positionals,
    out: values.out ?? null,
    json: values.json ?? null,
    text: values.text ?? null,
    values: values.values ?? false,
    adopt: values.adopt ?? false,
    inPlace: values["in-place"] ?? false,
    restart: values.restart ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        json: { type: "string" },
        text: { type: "string" },
        values: { type: "boolean" },
        adopt: { type: "boolean" },
        "in-place": { type: "boolean" },
        restart: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
