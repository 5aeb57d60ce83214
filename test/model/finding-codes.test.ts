import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/checks/registry";
import { FINDING_CODES } from "../../src/model/finding";

const page = readFileSync("docs/report.md", "utf8");

/** The codes that the contract promises: its sentence, and the first column of its table. */
function documented(): string[] {
  const [, sentence = ""] = /^Finding codes: `([^`]*)`/m.exec(page) ?? [];
  const table = page.slice(page.indexOf("## Codes beside the list above"));
  const rows = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
  );
  return [...sentence.split(" "), ...rows];
}

describe("the codes of findings are a contract", () => {
  it("documents each code once, and no other", () => {
    expect([...documented()].sort()).toEqual([...FINDING_CODES].sort());
  });

  it("gives every check a code of its own", () => {
    const codes = CHECKS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
