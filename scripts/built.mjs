// Builds the add-in and the workbench when they are missing or older than their sources.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "..");
const SOURCES = [
  "src",
  "packages",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "package-lock.json",
  "scripts/webpack",
];
const PRODUCT = path.join(project, "dist", "workbench", "index.html");

/** Exits with webpack's code when the build fails. */
export function ensureBuilt() {
  if (
    existsSync(PRODUCT) &&
    SOURCES.every((source) => newest(path.join(project, source)) <= statSync(PRODUCT).mtimeMs)
  )
    return;
  console.error("正在构建… Building.");
  const webpack = path.join(project, "node_modules", "webpack-cli", "bin", "cli.js");
  const done = spawnSync(process.execPath, [webpack, "--mode", "production"], {
    cwd: project,
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function newest(place) {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(place).reduce(
    (latest, name) => Math.max(latest, newest(path.join(place, name))),
    stats.mtimeMs,
  );
}
