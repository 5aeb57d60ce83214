import { readFileSync } from "node:fs";
import { join } from "node:path";
import { measureWorkbook, workbooksIn, type MeasuredRate, type Verdict } from "./collected-rates";

const COLLECTION = join(import.meta.dirname, "collection");

interface FirstRun extends Readonly<Record<Verdict, number>> {
  readonly repaired: readonly string[];
}

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;

const count = (rates: readonly MeasuredRate[], verdict: Verdict): number =>
  rates.filter((rate) => rate.verdict === verdict).length;

function counts(name: string, of: (verdict: Verdict) => number): string {
  const determined = of("right") + of("asked") + of("wrong");
  const share = ((of("right") * 100) / determined).toFixed(1);
  return row([
    name,
    determined,
    of("right"),
    `${share}%`,
    of("asked"),
    of("wrong"),
    of("rightly-asked"),
    of("invented"),
  ]);
}

export const ratesOf = (half: "build" | "measure"): MeasuredRate[] =>
  workbooksIn(join(COLLECTION, half)).flatMap(({ file, workbook }) => measureWorkbook(file, workbook));

/** docs/rates-measured.md: how many rates come out right, and every one that does not. */
export function measuredPage(): string {
  const first = (
    JSON.parse(readFileSync(join(COLLECTION, "first-run.json"), "utf8")) as { measure: FirstRun }
  ).measure;
  const [build, measure] = [ratesOf("build"), ratesOf("measure")];
  return [
    "# 从基础数据计算比率：测量结果",
    "",
    "表样来自公开的预决算表和基础数据表，数字是编造的，正确值事先由人工算出（`test/facts/collection`）。由 `npm run docs` 生成。",
    "“询问”是没有计算并说明了原因；“数据不足却算出”与“算错”都必须是 0，由测试保证。",
    "",
    row(["组", "数据足以确定", "算对", "占比", "询问", "算错", "数据不足而询问", "数据不足却算出"]),
    row(Array.from({ length: 8 }, () => "---")),
    counts("建造组", (verdict) => count(build, verdict)),
    counts("测量组，第一次运行", (verdict) => first[verdict]),
    counts("测量组，改正错误之后", (verdict) => count(measure, verdict)),
    "",
    "测量组在读取程序完成之前没有看过，只运行一次；之后只改正了下面算错的。改正错误时有几项原来询问的也随之算出，所以“第一次运行”一行才是测量结果。",
    "",
    "## 第一次运行算错或不该算的（已改正）",
    ...first.repaired.map((each) => `- ${each}`),
    "",
    ...failures("建造组", build),
    ...failures("测量组", measure),
  ].join("\n");
}

function failures(name: string, rates: readonly MeasuredRate[]): string[] {
  const failed = rates.filter(({ verdict }) => verdict !== "right" && verdict !== "rightly-asked");
  return [
    `## ${name}中没有算出的`,
    "",
    row(["表", "指标", "正确值", "得到", "程序的说明"]),
    row(Array.from({ length: 5 }, () => "---")),
    ...failed.map(({ file, expected, got, said }) =>
      row([
        file,
        expected.indicator,
        expected.display ?? "",
        got === "" ? "询问" : got,
        said.trim().slice(0, 160),
      ]),
    ),
    "",
  ];
}
