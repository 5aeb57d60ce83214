// npm run --silent score -- INPUT… : the command line. stdout carries nothing but the JSON report.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

ensureDependencies();
const project = path.resolve(import.meta.dirname, "..");
const bundle = path.join(project, "node_modules", ".cache", "jiheng", "score.mjs");

// Bundled in a fraction of a second at every start, so that it is never older than its sources. A loader that compiles
// on the way would also compile Univer: that takes several seconds.
const { build } = await import("esbuild");
await build({
  entryPoints: [path.join(project, "src", "cli", "main.ts")],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
});
process.env.INIT_CWD ??= process.cwd();
await import(pathToFileURL(bundle).href);
