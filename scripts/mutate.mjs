// npm run mutate [-- folder]: changes one thing at a time in src/expr, src/rules, src/scoring and src/checks (or in one of
// them) and runs the quick tests; what they do not notice is listed in test/mutation/mutation.md. It takes the better part of an hour;
// what an earlier run found in the other folders, and has not changed since, is kept (Stryker's incremental mode).
import { spawnSync } from "node:child_process";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "..");
const [folder] = process.argv.slice(2);

function run(program, ...args) {
  const done = spawnSync(process.execPath, [path.join(project, "node_modules", program), ...args], {
    cwd: project,
    stdio: "inherit",
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run(
  "@stryker-mutator/core/bin/stryker.js",
  "run",
  ...(folder === undefined ? [] : ["--mutate", `src/${folder}/**/*.ts`]),
);
run("tsx/dist/cli.mjs", "scripts/docs/mutation.ts");
