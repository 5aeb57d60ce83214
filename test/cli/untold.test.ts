import fc from "fast-check";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line";
import type { Scorer } from "../../src/cli/scorer";
import { readWholeFile } from "../../src/cli/read-file";
import { writeWholeFile } from "../../src/cli/whole-file";

/** Files and links of a crowded desk. */
const FILES = [
  "a.xlsx",
  "B.XLSX",
  "r.txt",
  "r.docx",
  "old.json",
  "list",
  "in/a.xlsx",
  "in/c.et",
  "in/sub/b.xlsx",
  "in/~$a.xlsx",
  "out/a.xlsx",
  "out/notes.txt",
  "archive/a.xlsx",
  "archive/sub/b.xlsx",
] as const;
const LINKS: readonly (readonly [string, string])[] = [
  ["link.xlsx", "a.xlsx"],
  ["door", "in"],
  ["in/out", "../out"],
  ["in/far.xlsx", "../archive/a.xlsx"],
  ["out/sub", "../archive/sub"],
  ["json.json", "list"],
  ["loop.xlsx", "loop.xlsx"],
  ["nowhere.xlsx", "not-there.xlsx"],
];
const HARD: readonly (readonly [string, string])[] = [
  ["hard.xlsx", "a.xlsx"],
  ["in/hard.xlsx", "in/a.xlsx"],
];

const NAMES = [...FILES, ...LINKS.map(([name]) => name), ...HARD.map(([name]) => name)];
const FOLDERS = [".", "in", "in/sub", "out", "archive", "door", "new", "in/new", "out/sub"];
/** Nothing that leads out of the desk: the runs are real. */
const ODD = [
  "",
  "-x.xlsx",
  "--",
  "~$a.xlsx",
  "a.xlsx/",
  "./in/",
  "in/../a.xlsx",
  "b\u0000.xlsx",
  "行\n.xlsx",
];
const written = fc.constantFrom(...NAMES, ...FOLDERS, "new.xlsx", "new.json", "in/new.xlsx", "new/x.xlsx");

interface Run {
  readonly inputs: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly text: string | null;
  readonly inPlace: boolean;
}

const runs: fc.Arbitrary<Run> = fc.record({
  inputs: fc.array(fc.oneof(fc.constantFrom(...NAMES, ...FOLDERS), fc.constantFrom(...ODD)), {
    maxLength: 3,
  }),
  out: fc.option(written),
  json: fc.option(written),
  text: fc.option(fc.constantFrom(...NAMES)),
  inPlace: fc.boolean(),
});

const DESKS = realpathSync(existsSync("/dev/shm") ? "/dev/shm" : tmpdir());

function realpathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function layOut(): string {
  const folder = realpathSync(mkdtempSync(path.join(DESKS, "jiheng-untold-")));
  const at = (name: string): string => path.join(folder, name);
  for (const name of FILES) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), name === "old.json" ? "{}" : `content of ${name}`);
  }
  for (const [name, target] of LINKS) symlinkSync(target, at(name));
  for (const [name, target] of HARD) linkSync(at(target), at(name));
  return folder;
}

function filesOnly(): Scorer {
  return {
    score: (job) => {
      const report = {
        file: job.name,
        error: null,
        evaluations: [],
        findings: [],
        written: null,
        document: null,
      };
      try {
        readWholeFile(job.path);
        if (job.output !== null) {
          expect(realpathOf(job.output).startsWith(DESKS), job.output).toBe(true);
          writeWholeFile(job.output, "result");
        }
      } catch {
        // What cannot be read or written is no matter here.
      }
      return Promise.resolve({ report, input: null, output: null, document: null });
    },
    spent: false,
    stop: () => undefined,
  };
}

/** What the user may see changed, said without any code of the product. */
function isTold(name: string, { inputs, out, json, text, inPlace }: Run, folder: string): boolean {
  const real = (one: string): string => realpathOf(path.resolve(folder, one));
  const file = path.join(folder, name);
  const within = (one: string): boolean => file === real(one) || file.startsWith(real(one) + path.sep);
  const workbook = name.toLowerCase().endsWith(".xlsx");
  if (text !== null && real(text) === file) return false;
  // A report over a report of before; no workbook is ever one.
  if (json !== null && json !== "-" && real(json) === file && name === "old.json") return true;
  if (inPlace)
    return out === null && inputs.some((input) => real(input) === file || (workbook && within(input)));
  return out !== null && workbook && within(out) && !inputs.some((input) => real(input) === file);
}

test.skipIf(process.platform === "win32")(
  "no run, however started, changes a file that it was not told to write",
  async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        const folder = layOut();
        try {
          const args = [
            ...run.inputs,
            ...(run.out === null ? [] : ["--out", run.out]),
            ...(run.json === null ? [] : ["--json", run.json]),
            ...(run.text === null ? [] : ["--text", run.text]),
            ...(run.inPlace ? ["--in-place"] : []),
          ];
          await runCommandLine(
            args,
            folder,
            { out: () => undefined, messages: () => undefined },
            { startScorer: filesOnly, version: "test", signal: new AbortController().signal },
          );
          const changed = FILES.filter((name) => {
            const before = name === "old.json" ? "{}" : `content of ${name}`;
            return readFileSync(path.join(folder, name), "utf8") !== before;
          });
          expect(
            changed.filter((name) => !isTold(name, run, folder)),
            args.join(" "),
          ).toEqual([]);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: Number(process.env["JIHENG_RUNS"] ?? 150) },
    );
  },
  120_000,
);
