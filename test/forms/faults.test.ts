import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cellName, columnName } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { Field } from "../../src/model/form";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { gatherFindings } from "../../src/run/gather-findings";
import { scoreWorkbook } from "../../src/scoring/score";
import { sheet, type TypedCell } from "./grids";

/** A form as rows of cells, `|` between them, `^` merged with the cell above; and what must come of it. */
interface Case {
  readonly name: string;
  readonly rows: readonly string[];
  readonly score?: string | null;
  readonly scores?: readonly (string | null)[];
  /** All of them, as `code cell stated computed`. */
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  /** These are among the findings, as `code cell`. */
  readonly findings?: readonly string[];
  readonly doubts?: readonly string[];
  readonly indicators?: readonly string[];
  readonly dimensions?: readonly string[];
  readonly heads?: readonly string[];
  readonly evaluations?: number;
}

const CASES = JSON.parse(readFileSync("test/forms/faults.json", "utf8")) as readonly Case[];

const typed = (text: string): TypedCell =>
  text === "" || text === "^" ? null : /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;

/** Each `^` continues the cell above it. */
function mergesOf(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const isTop = text !== "^" && rows[row + 1]?.[column] === "^";
      if (!isTop) return [];
      let last = row + 1;
      while (rows[last + 1]?.[column] === "^") last += 1;
      return [`${columnName(column)}${row + 1}:${columnName(column)}${last + 1}`];
    }),
  );
}

function judged({ rows }: Case) {
  const cells = rows.map((row) => row.split("|"));
  const recognition = recogniseWorkbook([
    sheet(
      cells.map((row) => row.map(typed)),
      { merges: mergesOf(cells) },
    ),
  ]);
  const settings = DEFAULT_SETTINGS;
  const evaluations = scoreWorkbook(recognition, settings);
  return { recognition, evaluations, findings: gatherFindings({ recognition, evaluations, settings }) };
}

const at = (field: Field | null | undefined): string[] =>
  field == null ? [] : [field.text, cellName(field.cell)];

describe("published tables' faults, each by its kind", () => {
  test.each(CASES)("$name", (one) => {
    const { recognition, evaluations, findings } = judged(one);
    const [first] = evaluations;
    const named = findings.map(({ code, cell }) => `${code} ${cell === null ? "" : cellName(cell)}`);
    const ofSeverity = (severity: string): string[] =>
      findings
        .filter((finding) => finding.severity === severity)
        .map(({ code, cell, stated, computed }) =>
          [code, cell === null ? "-" : cellName(cell), stated ?? "-", computed ?? "-"].join(" "),
        );
    if (one.evaluations !== undefined) expect(evaluations).toHaveLength(one.evaluations);
    if (one.score !== undefined) expect(first?.score == null ? null : toDecimal(first.score)).toBe(one.score);
    if (one.score === null) expect(first?.grade).toBeNull();
    if (one.scores !== undefined)
      expect(first?.indicators.map(({ score }) => (score === null ? null : toDecimal(score)))).toEqual(
        one.scores,
      );
    if (one.errors !== undefined) expect(ofSeverity("error")).toEqual(one.errors);
    if (one.warnings !== undefined) expect(named).toEqual(expect.arrayContaining([...one.warnings]));
    if (one.findings !== undefined) expect(named).toEqual(expect.arrayContaining([...one.findings]));
    if (one.doubts !== undefined)
      expect(recognition.doubts.map(({ code, cell }) => `${code} ${cellName(cell)}`)).toEqual(one.doubts);
    if (one.indicators !== undefined)
      expect(
        evaluations.flatMap(({ indicators }) =>
          indicators.map(({ entry }) => `${entry.level2} ${entry.level3}`),
        ),
      ).toEqual(one.indicators);
    if (one.dimensions !== undefined)
      expect(
        first?.dimensions.map(({ name, score }) => `${name} ${score === null ? "" : toDecimal(score)}`),
      ).toEqual(one.dimensions);
    if (one.heads !== undefined)
      expect(
        evaluations.map(({ form: { head, title } }) =>
          [...at(head?.projectName), ...at(head?.department), ...at(head?.unit), title?.text].join(" "),
        ),
      ).toEqual(one.heads);
  });
});
