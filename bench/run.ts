// Prints the table of the budgets and writes docs/benchmark.md: npx tsx bench/run.ts
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { createExcelSession } from "../src/excel/excel-session";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { pipeline, totalOf, type PhaseTimes } from "./pipeline";
import { budget, form, toGrid, toXlsx, unitTable } from "./workbooks";

interface Line {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly holds: boolean | null;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

function paneSize(): Line {
  const done = spawnSync(process.execPath, ["scripts/size.mjs"], { encoding: "utf8" });
  const found = /([\d.]+) KB +loaded in every session; budget (\d+) KB/.exec(done.stdout);
  const [size, limit] = [Number(found?.[1]), Number(found?.[2])];
  return {
    what: "任务窗格每次加载，gzip",
    budget: "≤ 160 KB",
    measured: found ? `${size.toFixed(1)} KB` : "未构建（npm run build）",
    holds: found ? size <= limit : null,
  };
}

async function click(
  excel: EmbeddedExcel,
): Promise<{ lines: Line[]; saved: Uint8Array; milliseconds: number }> {
  const file = toXlsx({ 自评: form(100), 预算: budget(100) });
  const times: number[] = [];
  let requests = 0;
  let formulas = 0;
  for (let round = 0; round < 6; round += 1) {
    await excel.open(file, "一百.xlsx");
    excel.requests.reset();
    const started = performance.now();
    const { written } = await createExcelSession().calculate();
    times.push(performance.now() - started);
    requests = excel.requests.count();
    formulas = written?.formulas ?? 0;
    if (written?.verified !== formulas) throw new Error("The benchmark workbook does not verify.");
  }
  const milliseconds = median(times.slice(1));
  return {
    milliseconds,
    saved: await excel.save(),
    lines: [
      {
        what: `100 个指标 + 100 个单位，单击到复核完（${formulas} 个公式，内嵌宿主）`,
        budget: "≤ 1 s",
        measured: seconds(milliseconds),
        holds: milliseconds <= 1000,
      },
      {
        what: "一次计算的请求数（新建 4 张表）",
        budget: "≤ 8",
        measured: String(requests),
        holds: requests <= 8,
      },
    ],
  };
}

function rows(): { lines: Line[]; phases: PhaseTimes } {
  const measured = [5_000, 10_000, 20_000].map((count) => {
    const sheets = [toGrid("自评", unitTable(count / 10))];
    pipeline(sheets);
    const rounds = Array.from({ length: 3 }, () => pipeline(sheets).times);
    return [...rounds].sort((a, b) => totalOf(a) - totalOf(b))[1] ?? rounds[0]!;
  });
  const totals = measured.map(totalOf);
  const [five = 0, ten = 0, twenty = 0] = totals;
  const factor = twenty / five;
  return {
    phases: measured[2]!,
    lines: [
      {
        what: "识别、评分、核对、编排，20,000 行指标（2,000 个单位）",
        budget: "≤ 1 s",
        measured: seconds(twenty),
        holds: twenty <= 1000,
      },
      {
        what: "5,000 → 20,000 行的倍数（4 为线性）",
        budget: "≤ 5",
        measured: `${factor.toFixed(1)}（${totals.map(seconds).join("、")}；10,000 行 ${(ten / five).toFixed(1)} 倍）`,
        holds: factor <= 5,
      },
    ],
  };
}

async function large(excel: EmbeddedExcel): Promise<Line> {
  const table = unitTable(250);
  // Twenty indicators a unit: 5,000 rows.
  const doubled = table.flatMap((row, index) =>
    index < 2 ? [row] : [row, row.with(3, `${String(row[3])}（续）`)],
  );
  await excel.open(toXlsx({ 自评: doubled }), "五千.xlsx");
  excel.requests.reset();
  const started = performance.now();
  const { written, evaluations } = await createExcelSession().calculate();
  const sizes = excel.requests.list.map(({ requestBytes }) => requestBytes);
  const took = performance.now() - started;
  return {
    what: `5,000 行、${evaluations.length} 个单位写入并复核（${written?.formulas ?? 0} 个公式，${excel.requests.count()} 次请求，最大 ${(Math.max(...sizes) / 1024 / 1024).toFixed(1)} MB）`,
    budget: "能完成",
    measured: seconds(took),
    holds: written !== null && written.verified === written.formulas && Math.max(...sizes) < 4 * 1024 * 1024,
  };
}

async function folder(excel: EmbeddedExcel): Promise<Line> {
  const file = toXlsx({ 自评: form(40) });
  const one = async (): Promise<void> => {
    await excel.open(file, "四十.xlsx");
    await createExcelSession().calculate();
    await excel.save();
  };
  await one();
  const started = performance.now();
  for (let count = 0; count < 100; count += 1) await one();
  const each = (performance.now() - started) / 100;
  return {
    what: "命令行：100 个工作簿各 40 个指标，每个（打开、计算、写入、保存）",
    budget: "≤ 0.4 s",
    measured: seconds(each),
    holds: each <= 400,
  };
}

/** LibreOffice opening, recalculating and saving the same formulas, less its start with an empty workbook. */
function libreOffice(workbook: Uint8Array): number | null {
  const soffice = spawnSync("which", ["soffice"], { encoding: "utf8" }).stdout.trim();
  if (soffice === "") return null;
  const place = mkdtempSync(path.join(tmpdir(), "jiheng-bench-"));
  try {
    const convert = (name: string, bytes: Uint8Array): number => {
      const input = path.join(place, name);
      writeFileSync(input, bytes);
      const started = performance.now();
      execFileSync(
        soffice,
        [
          `-env:UserInstallation=file://${place}/profile`,
          "--headless",
          "--convert-to",
          "ods",
          "--outdir",
          path.join(place, "out"),
          input,
        ],
        { stdio: "ignore", timeout: 300_000 },
      );
      return performance.now() - started;
    };
    const empty = toXlsx({ 空: [["无"]] });
    convert("warm.xlsx", empty);
    const idle = median([1, 2, 3].map((n) => convert(`empty${n}.xlsx`, empty)));
    const full = median([1, 2, 3].map((n) => convert(`full${n}.xlsx`, workbook)));
    return Math.max(1, full - idle);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function report(lines: readonly Line[], notes: readonly string[]): string {
  const mark = (holds: boolean | null): string => (holds === null ? "—" : holds ? "达到" : "**未达到**");
  return [
    "# 性能",
    "",
    "由 `npx tsx bench/run.ts` 生成，不手工修改。取多轮的中位数；同机有别的负载时数字偏大。",
    "",
    "| 项目 | 预算 | 实测 | |",
    "|---|---|---|---|",
    ...lines.map(
      ({ what, budget: limit, measured, holds }) => `| ${what} | ${limit} | ${measured} | ${mark(holds)} |`,
    ),
    "",
    ...notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const load = loadavg()[0] ?? 0;
  const excel = await startEmbeddedExcel();
  const pure = rows();
  const run = await click(excel);
  const lines = [paneSize(), ...run.lines, ...pure.lines, await folder(excel), await large(excel)];
  const office = libreOffice(run.saved);
  const { recognise, score, check, plan } = pure.phases;
  const notes = [
    `${date}，${availableParallelism()} 核、${Math.round(totalmem() / 2 ** 30)} GB 的机器，Node ${process.versions.node}；开始时一分钟平均负载 ${load.toFixed(1)}${load > 1 ? "（机器不空闲，以上为上限）" : ""}。`,
    `20,000 行各阶段：识别 ${seconds(recognise)}，评分 ${seconds(score)}，核对 ${seconds(check)}，编排 ${seconds(plan)}。`,
    office === null
      ? "没有 LibreOffice，未作对照。"
      : `对照：LibreOffice 打开、重算、保存同一结果工作簿（减去空工作簿的时间）${seconds(office)}；单击到复核为它的 ${(run.milliseconds / office).toFixed(1)} 倍。`,
  ];
  const text = report(lines, notes);
  console.log(text);
  writeFileSync("docs/benchmark.md", text);
  await excel.dispose();
  process.exit(0);
}

await main();
