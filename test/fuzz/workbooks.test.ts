import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { WorkbookFailure } from "../../src/excel/failure";
import { createExcelSession } from "../../src/excel/excel-session";
import { startEmbeddedExcel, WorkbookFileError, type EmbeddedExcel } from "@jiheng/excel-host/node";
import type { RunResult } from "../../src/model/run";
import { smallForm } from "../faults/workbook";
import { fieldText, measuredText, parameters, WORKBOOKS } from "./fuzz";

const SAMPLES = ["guizhou", "anning", "longhua", "baojing", "zhangye"];
const escapeXml = (text: string): string =>
  // Signs that XML does not have cannot stand in a file.
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

type Parts = Record<string, string>;
type Mutation =
  | { kind: "text"; at: number; text: string }
  | { kind: "number"; at: number; number: number }
  | { kind: "drop-row" | "drop-cell" | "drop-value" | "drop-merge" | "repeat-row"; at: number };

const mutationWith = (number: fc.Arbitrary<number>, text: fc.Arbitrary<string>): fc.Arbitrary<Mutation> =>
  fc.oneof(
    fc.record({ kind: fc.constant("text" as const), at: fc.nat(), text }),
    fc.record({ kind: fc.constant("number" as const), at: fc.nat(), number }),
    fc.record({
      kind: fc.constantFrom("drop-row", "drop-cell", "drop-value", "drop-merge", "repeat-row"),
      at: fc.nat(),
    }),
  );

const anyMutation = mutationWith(fc.double({ noNaN: true, noDefaultInfinity: true }), fieldText);
/** Beyond 15 digits Excel's own arithmetic differs from the exact one, and the verification rightly says so. */
const measuredMutation = mutationWith(
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
  measuredText,
);

const PATTERNS: Record<Mutation["kind"], RegExp> = {
  text: /<t(?: [^>]*)?>[^<]*<\/t>/g,
  number: /<v>[^<]*<\/v>/g,
  "drop-row": /<row [^>]*>.*?<\/row>/gs,
  "drop-cell": /<c [^>]*>.*?<\/c>/gs,
  "drop-value": /<v>[^<]*<\/v>/g,
  "drop-merge": /<mergeCell [^>]*\/>/g,
  "repeat-row": /<row [^>]*>.*?<\/row>/gs,
};

function mutated(parts: Parts, mutations: readonly Mutation[]): Uint8Array {
  const out = { ...parts };
  for (const change of mutations) {
    const names = Object.keys(out).filter((name) =>
      /^xl\/(?:worksheets\/sheet\d+|sharedStrings)\.xml$/.test(name),
    );
    const name = names[change.at % names.length] ?? "";
    const xml = out[name] ?? "";
    const places = [...xml.matchAll(PATTERNS[change.kind])];
    const place = places[(change.at >> 3) % Math.max(1, places.length)];
    if (place === undefined) continue;
    const [found] = place;
    const instead =
      change.kind === "text"
        ? `<t xml:space="preserve">${escapeXml(change.text)}</t>`
        : change.kind === "number"
          ? `<v>${change.number}</v>`
          : change.kind === "repeat-row"
            ? found + found
            : "";
    out[name] = xml.slice(0, place.index) + instead + xml.slice(place.index + found.length);
  }
  return zipSync(Object.fromEntries(Object.entries(out).map(([name, part]) => [name, strToU8(part)])), {
    level: 0,
  });
}

/** A score that counts was entered by a person, or follows from a result that stands in the workbook. */
function expectNoInventedScore(result: RunResult): void {
  for (const { indicators } of result.evaluations)
    for (const { entry, score, adopted, enteredScore, computedScore, application } of indicators) {
      const name = `${entry.level3 ?? ""} ${entry.actual?.text ?? ""}`;
      if (adopted === "none") expect(score, name).toBeNull();
      if (adopted === "entered") expect(enteredScore, name).not.toBeNull();
      if (adopted !== "computed") continue;
      expect(computedScore, name).not.toBeNull();
      const { outcome } = application;
      const measured = outcome.kind === "scored" && outcome.measure !== null;
      if (outcome.kind === "scored" && !measured)
        expect(entry.actual?.nature ?? "empty", `${name}: scored without a result`).not.toBe("empty");
    }
}

describe("mutated workbooks", () => {
  let excel: EmbeddedExcel;
  let sources: Parts[];
  beforeAll(async () => {
    excel = await startEmbeddedExcel();
    const files = [
      smallForm(),
      ...SAMPLES.map((name) => new Uint8Array(readFileSync(`assets/samples/${name}.xlsx`))),
    ];
    sources = files.map((file) =>
      Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)])),
    );
  });

  it("open, are recognised and scored, or are refused by name", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: SAMPLES.length }),
        fc.array(anyMutation, { minLength: 1, maxLength: 12 }),
        async (source, mutations) => {
          const file = mutated(sources[source] ?? {}, mutations);
          try {
            await excel.open(file, "变异.xlsx");
            expectNoInventedScore(await createExcelSession().calculate({ writes: false }));
          } catch (error) {
            if (error instanceof WorkbookFailure)
              expect(["no-indicators", "empty", "too-large"], error.stack ?? "").toContain(error.code);
            else if (!(error instanceof WorkbookFileError)) throw error;
          }
        },
      ),
      parameters(WORKBOOKS),
    );
  }, 7_200_000);

  it("are written, verified and given back whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(measuredMutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        try {
          await excel.open(mutated(sources[0] ?? {}, mutations), "变异.xlsx");
          const result = await createExcelSession().calculate();
          expect(result.written?.mismatches).toEqual([]);
          if (result.written?.changedCells !== 0)
            expect((await createExcelSession().undo()).kept).toEqual([]);
        } catch (error) {
          if (error instanceof WorkbookFailure)
            expect(["no-indicators", "empty", "too-large", "merged-target"], error.stack ?? "").toContain(
              error.code,
            );
          else if (!(error instanceof WorkbookFileError)) throw error;
        }
      }),
      parameters(Math.ceil(WORKBOOKS / 3)),
    );
  }, 7_200_000);
});
