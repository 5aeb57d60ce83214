import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedCodes, withCodes } from "../../scripts/docs/codes-table";
import { CHECKS } from "../../src/checks/registry";
import { FINDING_CODES } from "../../src/model/finding";

const page = readFileSync("docs/report.md", "utf8");

describe("the codes of findings are a contract", () => {
  it("keeps every code that was published", () => {
    expect(FINDING_CODES).toEqual(expect.arrayContaining([...publishedCodes(page)]));
  });

  it("documents the others (npm run docs)", () => {
    expect(withCodes(page)).toBe(page);
  });

  it("gives every check a code of its own", () => {
    const codes = CHECKS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
