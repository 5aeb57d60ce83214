import { fromCellNumber, ONE, type Exact } from "../../expr/exact";
import { exact } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import { columnCount, cellAt, type CellValue, type SheetGrid } from "../../model/grid";
import type { Mismatch } from "../../model/run";
import type { ExpectedFormula } from "../../report/plan";
import type { Expected } from "../../report/sheets/compile";
import { columnRuns, type ColumnRun } from "./column-runs";
import { bytesOf, MeasuredRequest } from "../measured-request";
import { asFailure } from "../office-errors";

export interface Verification {
  readonly verified: number;
  readonly mismatches: readonly Mismatch[];
}

const ATTEMPTS = 2;
/** Bytes of one answer, as estimated from what it should say. */
const ANSWER_BYTES = 2_500_000;
/** The sheet, the range and what is loaded of it; measured at 1.4 KB. */
const ACTIONS_OF_A_READ = 4;

/**
 * Reads every formula of the result back and compares it with the exact value: in one request, where the answer does not
 * exceed Excel's limit. Reading changes nothing and is tried twice; the result stands by then, whatever comes of it.
 */
export async function verifyFormulas(
  context: Excel.RequestContext,
  formulas: readonly ExpectedFormula[],
): Promise<Verification> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readBack(context, formulas);
    } catch (error) {
      if (attempt === ATTEMPTS) throw asFailure(error, false);
    }
  }
}

async function readBack(
  context: Excel.RequestContext,
  formulas: readonly ExpectedFormula[],
): Promise<Verification> {
  const request = new MeasuredRequest(context);
  const read: { formula: ExpectedFormula; value: CellValue }[] = [];
  for (const part of parts(formulas)) {
    const runs: { run: ColumnRun<ExpectedFormula>; range: Excel.Range }[] = [];
    for (const run of columnRuns(part, (formula) => formula.at)) {
      await request.reserve(ACTIONS_OF_A_READ);
      const range = context.workbook.worksheets
        .getItem(run.sheet)
        .getRangeByIndexes(run.row, run.column, run.items.length, 1);
      range.load("values");
      runs.push({ run, range });
    }
    await request.send();
    for (const { run, range } of runs)
      run.items.forEach((formula, row) => {
        read.push({ formula, value: (range.values as CellValue[][])[row]?.[0] ?? null });
      });
  }
  return tally(read);
}

function parts(formulas: readonly ExpectedFormula[]): ExpectedFormula[][] {
  const out: ExpectedFormula[][] = [[]];
  let bytes = 0;
  for (const formula of formulas) {
    const size = formula.expected.kind === "text" ? bytesOf(formula.expected.text) + 60 : 80;
    if (bytes + size > ANSWER_BYTES) {
      out.push([]);
      bytes = 0;
    }
    out.at(-1)?.push(formula);
    bytes += size;
  }
  return out;
}

/** The same for sheets that were read already: an unchanged workbook needs no further request. */
export function verifyRead(sheets: readonly SheetGrid[], formulas: readonly ExpectedFormula[]): Verification {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return tally(
    formulas.map((formula) => {
      const sheet = byName.get(formula.at.sheet);
      const value =
        sheet === undefined || formula.at.column >= columnCount(sheet)
          ? null
          : cellAt(sheet, formula.at.row, formula.at.column).value;
      return { formula, value };
    }),
  );
}

function tally(read: readonly { formula: ExpectedFormula; value: CellValue }[]): Verification {
  const mismatches = read.flatMap(({ formula, value }) =>
    matches(formula.expected, value)
      ? []
      : [
          {
            cell: formula.at,
            expected: expectedText(formula.expected),
            found: value === null ? "" : String(value),
          },
        ],
  );
  return { verified: read.length - mismatches.length, mismatches };
}

// Excel calculates with 15 significant digits; a formula without ROUND may differ from the exact value in the last of them.
const RELATIVE_TOLERANCE = exact("0.00000000001");

function matches(expected: Expected, value: CellValue): boolean {
  if (expected.kind === "text") return expected.text === (value === null ? "" : String(value));
  const found = typeof value === "number" ? fromCellNumber(value) : null;
  if (found === null) return false;
  const size = expected.value.abs();
  const allowed = RELATIVE_TOLERANCE.mul(size.compare(ONE) > 0 ? size : ONE);
  return difference(found, expected.value).compare(allowed) <= 0;
}

function difference(a: Exact, b: Exact): Exact {
  return a.sub(b).abs();
}

function expectedText(expected: Expected): string {
  return expected.kind === "text" ? expected.text : toDecimal(expected.value, 12);
}
