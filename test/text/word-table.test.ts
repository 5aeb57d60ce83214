import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { baseUnit } from "../../src/proofread/units";
import { wordTable } from "../../src/text/word-table";

const WORDS = ["constructor", "toString", "__proto__", "__defineGetter__", "hasOwnProperty", "valueOf"];

test.each(WORDS)("%s is a word like any other", (word) => {
  expect(wordTable({ 人: 1 })[word]).toBeUndefined();
  expect(baseUnit(word)).toBe(word);
});

/** Interface and machinery look up what the program itself says. */
const OWN_WORDS = /^(?:taskpane|workbench|cli|strings)\//;

test("every table of words in the rooms that read users' texts is one", () => {
  const plain = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !OWN_WORDS.test(file))
    .flatMap((file) => {
      const source = readFileSync(path.join("src", file), "utf8");
      return [
        ...source.matchAll(/^(?:export )?const (?<name>\w+): (?:Readonly<)?Record<string,[^=]*=\s*\{/gm),
      ].map(({ groups }) => `${file}: ${groups?.["name"] ?? ""}`);
    });
  expect(plain).toEqual([]);
});
