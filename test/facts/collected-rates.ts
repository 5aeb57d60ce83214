import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCellLabel } from "../../src/expr/cell";
import { evaluate } from "../../src/expr/evaluate";
import { exact, type Exact } from "../../src/expr/exact";
import { speakNumber } from "../../src/expr/explain";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import { leafName } from "../../src/model/form";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { sheet, type TypedCell } from "../forms/grids";

/** One rate of a workbook with its right value, worked out by hand. */
export interface ExpectedRate {
  readonly indicator: string;
  readonly sheet: string;
  /** Of the indicator, from 1. */
  readonly row: number;
  readonly determined: boolean;
  /** `72641.25/73375`; absent where the data do not determine the rate. */
  readonly value?: string;
  readonly display?: string;
  readonly kind?: string;
  readonly why?: string;
}

export interface CollectedWorkbook {
  readonly title: string;
  readonly layout: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly (readonly (string | number | boolean | null)[])[];
    readonly merges?: readonly string[];
    readonly formats?: Readonly<Record<string, string>>;
  }[];
  readonly rates: readonly ExpectedRate[];
}

export type Verdict = "right" | "asked" | "wrong" | "invented" | "rightly-asked";

export interface MeasuredRate {
  readonly file: string;
  readonly layout: string;
  readonly expected: ExpectedRate;
  readonly verdict: Verdict;
  readonly got: string;
  /** What the product says where it did not compute. */
  readonly said: string;
}

export function workbooksIn(directory: string): { file: string; workbook: CollectedWorkbook }[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      file: file.replace(/\.json$/, ""),
      workbook: JSON.parse(readFileSync(join(directory, file), "utf8")) as CollectedWorkbook,
    }));
}

export function sheetsOf({ sheets }: CollectedWorkbook): SheetGrid[] {
  return sheets.map(({ name, cells, merges = [], formats = {} }) => {
    const rows = cells.map((row, r) =>
      row.map((value, c): TypedCell => {
        const format = formats[cellNameOf(r, c)];
        return format === undefined || typeof value !== "number" ? value : { value, format };
      }),
    );
    return sheet(rows, { name, merges: [...merges] });
  });
}

const cellNameOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** Every rate of the workbook against its right value. */
export function measureWorkbook(
  file: string,
  workbook: CollectedWorkbook,
  sheets = sheetsOf(workbook),
): MeasuredRate[] {
  const evaluations = scoreWorkbook(recogniseWorkbook(sheets), DEFAULT_SETTINGS);
  return workbook.rates.map((expected) => {
    const at = evaluations
      .flatMap(({ indicators }) => indicators)
      .find(
        ({ entry }) =>
          entry.cell.sheet === expected.sheet &&
          entry.cell.row === expected.row - 1 &&
          leafName(entry) === expected.indicator,
      );
    const outcome = at?.application.outcome;
    const measure = outcome?.kind === "scored" ? outcome.measure : (at?.application.measured ?? null);
    const value = measure === null ? null : evaluate(measure);
    const got = at === undefined ? "指标未认出" : value === null ? "" : speakNumber(value, "percent");
    return {
      file,
      layout: workbook.layout,
      expected,
      got,
      verdict: verdictOf(expected, value),
      said:
        at === undefined
          ? ""
          : `${at.explanation} ${at.application.notes.map(({ message }) => message).join(" ")}`,
    };
  });
}

function verdictOf({ determined, value }: ExpectedRate, got: Exact | null): Verdict {
  if (!determined) return got === null ? "rightly-asked" : "invented";
  if (got === null) return "asked";
  return got.equals(rational(value ?? "")) ? "right" : "wrong";
}

/** `72641.25/73375`, `-0.05`. */
function rational(text: string): Exact {
  const [top = "", bottom = "1"] = text.split("/");
  return exact(top).div(exact(bottom));
}

export const isLabel = (label: string): boolean => parseCellLabel(label) !== null;
