// A folder of workbooks with 40 indicators through the command line: npx tsx bench/folder.ts [500]
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { form, toXlsx } from "./workbooks";

const INDICATORS = 40;
const count = Number(process.argv[2] ?? 500);

interface Report {
  readonly workbooks: readonly {
    readonly error: unknown;
    readonly written: { readonly formulas: number; readonly verified: number } | null;
  }[];
}

/** Bytes in use by the process and its children; 0 where the system has no `ps`. */
function memoryOf(process: number): number {
  try {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
      .trim()
      .split("\n");
    return lines
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([own, parent]) => own === process || parent === process)
      .reduce((sum, [, , kilobytes = 0]) => sum + kilobytes * 1024, 0);
  } catch {
    return 0;
  }
}

async function run(folder: string): Promise<{ seconds: number; peak: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["scripts/score.mjs", "in", "--out", "out", "--json", "report.json"],
    {
      env: { ...process.env, INIT_CWD: folder },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 2000);
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, peak };
}

const folder = mkdtempSync(path.join(tmpdir(), "jiheng-bench-folder-"));
try {
  const workbook = toXlsx({ 自评: form(INDICATORS) });
  mkdirSync(path.join(folder, "in"));
  for (let at = 1; at <= count; at += 1)
    writeFileSync(path.join(folder, "in", `${String(at).padStart(4, "0")}.xlsx`), workbook);
  const load = loadavg()[0] ?? 0;
  const { seconds, peak } = await run(folder);
  const { workbooks } = JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8")) as Report;
  const whole = workbooks.filter(
    ({ error, written }) => error === null && written !== null && written.formulas === written.verified,
  );
  console.log(
    [
      `${count} 个工作簿，各 ${INDICATORS} 个指标；完成并复核一致 ${whole.length} 个`,
      `共 ${seconds.toFixed(0)} s，每个 ${(seconds / count).toFixed(2)} s；内存峰值（全部进程）${Math.round(peak / 2 ** 20)} MB`,
      `${availableParallelism()} 核，Node ${process.versions.node}，开始时一分钟平均负载 ${load.toFixed(1)}`,
    ].join("\n"),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
