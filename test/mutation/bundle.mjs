// Bundles each quick test file with the sources it needs, mutants and all, for test/mutation/runner.mjs.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

/** A module inside a bundle keeps the folder that it was written in. */
const ownFolder = {
  name: "own-folder",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:test|scripts)[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

const FOLDERS = ["expr", "rules", "scoring", "checks"];

/** Those that draw a thousand texts, read whole workbooks or compare a page under docs: slow, and not there for details. */
const LEFT_OUT = [
  "test/rules/any-text.test.ts",
  "test/checks/published.test.ts",
  "test/rules/documented.test.ts",
];

const testFiles = FOLDERS.flatMap((folder) =>
  readdirSync(`test/${folder}`)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${folder}/${name}`),
).filter((file) => !LEFT_OUT.includes(file));

await build({
  entryPoints: testFiles,
  outdir: ".cache/mutation",
  outbase: ".",
  bundle: true,
  external: ["vitest", "fast-check", "excelize-wasm"],
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
  plugins: [ownFolder],
});
