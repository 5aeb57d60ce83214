// Installs what is missing, so that one command works on a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "..");
const lock = path.join(project, "package-lock.json");
const installed = path.join(project, "node_modules", ".package-lock.json");

/** Runs `npm ci` when node_modules is missing or older than the lock file. What npm says goes to stderr. */
export function ensureDependencies() {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("正在安装依赖（首次运行需要几分钟）… Installing dependencies, once.");
  const done = spawnSync("npm", ["ci", "--no-fund", "--no-audit"], {
    cwd: project,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error("依赖没有装好。请检查网络或 npm 设置后重试。");
    process.exit(2);
  }
}
