import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { wrong } from "./subject";

type Row = readonly [name: string, text: string];
const table = (file: string): Row[] => {
  const rows: string[][] = parse(readFileSync(`test/proofread/${file}`, "utf8"), { from: 2 });
  // A line begins with words; 元/人 and 1/2 are no line ends.
  return rows.map(([name = "", text = ""]) => [name, text.replace(/\/(?=[\p{Script=Han}(（])/gu, "\n")]);
};

const PHRASES = table("phrases.csv");
const RIGHT = table("right-sentences.csv");

const plain = (text: string): string => text.replace(/[{}]/g, "");
const misprinted = (text: string, other: (stated: string) => string): string =>
  text.replace(/\{([^}]*)\}/, (_all, stated: string) => other(stated));
const GRADES: Readonly<Record<string, readonly [string, string]>> = { 良: ["优", "差"], 优: ["良", "差"] };

/** One in the last place. */
function near(stated: string): string {
  const last = /\d(?=\D*$)/.exec(stated);
  if (last === null) return GRADES[stated.slice(0, 1)]?.[0] ?? "优";
  const digit = Number(last[0]);
  return `${stated.slice(0, last.index)}${digit === 9 ? 8 : digit + 1}${stated.slice(last.index + 1)}`;
}

/** Another first digit. */
function far(stated: string): string {
  const first = /\d/.exec(stated);
  if (first === null) return GRADES[stated.slice(0, 1)]?.[1] ?? "差";
  const digit = Number(first[0]);
  return `${stated.slice(0, first.index)}${((digit + 3) % 9) + 1}${stated.slice(first.index + 1)}`;
}

describe("phrases", () => {
  it.each([...PHRASES, ...RIGHT])("is silent on the right sentence: %s", (_name, text) => {
    expect(wrong(plain(text))).toEqual([]);
  });

  it("reports at least 85 % of the near and far misprints", () => {
    const missed = PHRASES.flatMap(([name, text]) =>
      (
        [
          ["near", near],
          ["far", far],
        ] as const
      ).flatMap(([how, other]) =>
        wrong(misprinted(text, other)).length > 0 ? [] : [`${how}: ${name}: ${misprinted(text, other)}`],
      ),
    );
    const all = PHRASES.length * 2;
    console.log(
      `${all - missed.length} of ${all} misprints of phrases reported; missed:\n${missed.join("\n")}`,
    );
    expect((all - missed.length) / all).toBeGreaterThanOrEqual(0.85);
  });
});
