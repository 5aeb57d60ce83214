// npm run --silent score -- INPUT… : the command line. stdout carries nothing but the JSON report.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

ensureDependencies();
const project = path.resolve(import.meta.dirname, "..");
const loader = pathToFileURL(path.join(project, "node_modules", "tsx", "dist", "loader.mjs")).href;
const main = path.join(project, "src", "cli", "main.ts");
const done = spawnSync(process.execPath, ["--import", loader, main, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { INIT_CWD: process.cwd(), ...process.env },
});
process.exit(done.status ?? 2);
