// Measures what the task pane loads, gzipped; fails above the budget. Run after a production build: npm run build && npm run size
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 160;
const folder = "dist/addin";
const size = (file) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length / 1024;
const show = (file, kilobytes) => console.log(`${kilobytes.toFixed(1).padStart(8)} KB  ${file}`);
const sum = (files) => files.reduce((total, file) => total + size(file), 0);

const html = readFileSync(path.join(folder, "taskpane.html"), "utf8");
const initial = [
  "taskpane.html",
  ...[...html.matchAll(/src="?([^"\s>:]+\.js)/g)]
    .map(([, file]) => file)
    .filter((file) => !file.endsWith("office.js")),
];
const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
const later = scripts.filter((file) => !initial.includes(file) && !file.startsWith("commands"));
// The pane works on the workbook as soon as Excel answers: that chunk, and what it shares with others, counts too.
const always = chunksOf("workbook");
const onDemand = later.filter((file) => !always.includes(file));

console.log("at once:");
for (const file of initial) show(file, size(file));
console.log("when Excel answers:");
for (const file of always) show(file, size(file));
console.log("on demand:");
for (const file of onDemand) show(file, size(file));
const total = sum([...initial, ...always]);
show(`loaded in every session; budget ${BUDGET_KB} KB (office.js not counted)`, total);
if (total > BUDGET_KB) {
  console.error(`The pane is ${(total - BUDGET_KB).toFixed(1)} KB over its budget.`);
  process.exitCode = 1;
}

for (const shipped of ["dist/addin", "dist/workbench"]) tell(shipped);

/** What a folder would publish, by kind, and whose licences lie beside it. */
function tell(shipped) {
  if (!existsSync(shipped)) return;
  const kinds = new Map();
  for (const entry of readdirSync(shipped, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const kind = path.extname(entry.name) || entry.name;
    const { count, bytes } = kinds.get(kind) ?? { count: 0, bytes: 0 };
    kinds.set(kind, {
      count: count + 1,
      bytes: bytes + statSync(path.join(entry.parentPath, entry.name)).size,
    });
  }
  console.log(`contents of ${shipped}, not zipped:`);
  for (const [kind, { count, bytes }] of [...kinds].sort(([, a], [, b]) => b.bytes - a.bytes))
    console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${kind} (${count})`);
  const notices = path.join(shipped, "THIRD-PARTY-NOTICES.txt");
  const missing = [notices, path.join(shipped, "LICENSE.txt")].filter((file) => !existsSync(file));
  for (const file of missing) console.error(`${file} is missing.`);
  if (missing.length > 0) process.exitCode = 1;
  else
    console.log(
      `  notices: ${[...readFileSync(notices, "utf8").matchAll(/^=+\n(.+)$/gm)].map(([, name]) => name).join("; ")}`,
    );
}

/** The files of a named part: webpack asks for it as `Promise.all([r.e(20),r.e(455)])`, its name stands in a table of the runtime. */
function chunksOf(name) {
  const entry = initial.find((file) => /^taskpane\..*js$/.test(file));
  const runtime = readFileSync(path.join(folder, entry), "utf8");
  const id = new RegExp(`(\\d+):"${name}"`).exec(runtime)?.[1];
  const asked = [...runtime.matchAll(/(?:\w+\.e\(\d+\),?)+/g)]
    .map(([text]) => [...text.matchAll(/\.e\((\d+)\)/g)].map(([, chunk]) => chunk))
    .find((chunks) => chunks.includes(id));
  if (asked === undefined) throw new Error(`No part ${name} in the built pane.`);
  return asked.map((chunk) => later.find((file) => file.startsWith(`${chunk === id ? name : chunk}.`)));
}
