// npm run --silent score -- INPUT… : the command line. stdout carries nothing but the JSON report.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

ensureDependencies();
const project = path.resolve(import.meta.dirname, "..");
const builds = path.join(project, "node_modules", ".cache", "jiheng");
const DAY = 24 * 3600 * 1000;

const { version, folder } = put(await bundles());
prune(folder);
const { main } = await import(pathToFileURL(path.join(folder, "main.js")).href);
await main(path.join(folder, "scorer-process.js"), version);

// Bundled in a fraction of a second at every start, so that it is never older than its sources. A loader that compiles
// on the way would also compile Univer: that takes several seconds.
async function bundles() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: ["main.ts", "scorer-process.ts"].map((file) => path.join(project, "src", "cli", file)),
    outdir: builds,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // The host is our own TypeScript; what it depends on stays outside like every other package.
    alias: { "@jiheng/excel-host/node": path.join(project, "packages", "excel-host", "src", "node.ts") },
    logLevel: "error",
  });
  return outputFiles;
}

/** In a folder named by its content: a run that goes on for hours keeps the program that it began with. */
function put(files) {
  const hash = createHash("sha256").update(readFileSync(path.join(project, "package-lock.json")));
  for (const { contents } of files) hash.update(contents);
  const version = hash.digest("hex").slice(0, 16);
  const folder = path.join(builds, version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  for (const { path: file, contents } of files) {
    const target = path.join(folder, path.basename(file));
    const part = `${target}.${process.pid}`;
    writeFileSync(part, contents);
    renameSync(part, target);
  }
  return { version, folder };
}

function prune(current) {
  for (const name of readdirSync(builds)) {
    const build = path.join(builds, name);
    if (build !== current && Date.now() - statSync(build).mtimeMs > DAY)
      rmSync(build, { recursive: true, force: true });
  }
}
