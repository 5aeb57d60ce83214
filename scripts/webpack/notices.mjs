import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const MARK = `${path.sep}node_modules${path.sep}`;

/** Puts our licence beside the pages, and the licences of all packages of which something is in them. */
export class Notices {
  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Notices", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "Notices", stage }, () => {
        const packages = packagesOf(compilation.fileDependencies);
        for (const { name, license, text } of packages)
          if (license === null && text === null)
            compilation.warnings.push(
              new WebpackError(`${name} names no licence: it must not be shipped unseen.`),
            );
        const emit = (file, text) => compilation.emitAsset(file, new sources.RawSource(text));
        emit("THIRD-PARTY-NOTICES.txt", noticesOf(packages));
        emit("LICENSE.txt", readFileSync(path.join(compiler.context, "LICENSE"), "utf8"));
      });
    });
  }
}

/** The packages that files of a build come from, by name. */
export function packagesOf(files) {
  const found = new Map();
  for (const file of files) {
    const at = file.lastIndexOf(MARK);
    if (at < 0 || !/\.(?:[cm]?js|css|gz|wasm)$/.test(file)) continue;
    const parts = file.slice(at + MARK.length).split(path.sep);
    const folder =
      file.slice(0, at + MARK.length) + parts.slice(0, parts[0].startsWith("@") ? 2 : 1).join(path.sep);
    if (!found.has(folder) && existsSync(path.join(folder, "package.json")))
      found.set(folder, packageIn(folder));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(one));
  return {
    name,
    version,
    license: typeof license === "string" ? license : (license?.type ?? null),
    author: typeof author === "string" ? author : (author?.name ?? null),
    text: file === undefined ? null : readFileSync(path.join(folder, file), "utf8").trim(),
  };
}

function noticesOf(packages) {
  const head = `This folder contains parts of the following ${packages.length} packages.\n`;
  const each = packages.map(({ name, version, license, author, text }) => {
    const by = author === null ? "" : ` — ${author}`;
    return `${"=".repeat(72)}\n${name} ${version} (${license ?? "no licence named"})${by}\n\n${text ?? "The package ships no licence text."}\n`;
  });
  return [head, ...each].join("\n");
}
