// npm test [-- vitest arguments]: installs and builds what is missing, then runs every test.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureBuilt } from "./built.mjs";
import { ensureDependencies } from "./dependencies.mjs";

ensureDependencies();
ensureBuilt();
const vitest = path.resolve(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
const done = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(done.status ?? 1);
