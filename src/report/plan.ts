import { CellMap } from "../expr/cell-map";
import { findingKey } from "../model/choices";
import type { Finding } from "../model/finding";
import { isTextFormat } from "../quantities/number-format";
import { cellAt, EMPTY_CELL, type GridCell, type SheetGrid } from "../model/grid";
import type { Settings } from "../model/settings";
import { OUTPUT_SHEETS } from "../model/sheet-names";
import {
  asOutput,
  compileSheet,
  type CompiledCell,
  type CompiledSheet,
  type ReadCell,
} from "./sheets/compile";
import { buildChoicesSheet } from "./sheets/choices-sheet";
import { buildFindingsSheet } from "./sheets/findings-sheet";
import { contentOf, sameContent } from "../kept/log-content";
import type { OwnCells } from "../kept/own-cells";
import { buildWorkingPaper, type WorkingPaper } from "./paper/working-paper";
import { buildRunLog } from "./sheets/run-log-sheet";
import { keptScores } from "../scoring/kept-scores";
import { logEntries, rowNameOf } from "./log-entries";
import type { ExpectedFormula, PlanInput, SheetWrite, UserWrite, WritePlan } from "./plan-types";
import { buildSummary } from "./summary/summary";
import { filledBefore, cellsOutside, typedOver, type TypedOver, type OutsideCell } from "./typed-cells";
import { desiredCells, desiredRates } from "./user-cells";

export type * from "./plan-types";

/** Plans the run: nothing is written that stands there already, inputs never, typed scores only where adopted. */
export function planRun(input: PlanInput): WritePlan {
  const { raw, cleaned, evaluations, settings } = input;
  const byName = new Map(raw.map((sheet) => [sheet.name, sheet]));
  const read: ReadCell = (at) => {
    const sheet = byName.get(at.sheet);
    return sheet === undefined ? EMPTY_CELL : cellAt(sheet, at.row, at.column);
  };
  const paper = buildWorkingPaper(evaluations, input.recognition.rates);
  const compile = (draft: Parameters<typeof compileSheet>[0]): CompiledSheet =>
    compileSheet(draft, paper.places, read, settings.output);
  const { userWrites, desired } = planUserCells(paper, cleaned, read, settings.output);
  const results = [
    paper.draft,
    buildSummary(input.recognition, paper),
    buildFindingsSheet(input.findings, ignoredWithReasons(input)),
  ].map(compile);
  if (input.keepsChoices) results.push(compile(buildChoicesSheet(input.choices)));
  const sizes = filledBefore(cleaned.log);
  const over: TypedOver[] = [];
  const resultWrites = results.map((sheet): SheetWrite => {
    const existing = byName.get(sheet.draft.name);
    const filled = sizes.get(sheet.draft.name) ?? null;
    const outside = cellsOutside(sheet, existing, filled);
    over.push(...typedOver(sheet, existing, filled));
    return { sheet, status: statusOf(sheet, existing, outside), filled, outside };
  });
  const unchanged = userWrites.length === 0 && resultWrites.every((write) => write.status === "unchanged");
  const log = compile(
    buildRunLog(unchanged ? cleaned.log : [...cleaned.log, ...logEntries(userWrites, over, results, input)]),
  );
  const logWrite: SheetWrite[] =
    unchanged && !byName.has(OUTPUT_SHEETS.runLog)
      ? []
      : [
          {
            sheet: log,
            status: unchanged ? "unchanged" : statusOf(log, byName.get(log.draft.name)),
            filled: null,
            outside: [],
          },
        ];
  return {
    userWrites,
    sheets: [...resultWrites, ...logWrite],
    formulas: desired.concat(...results.map(sheetFormulas)),
    keptScores: evaluations.flatMap(keptScores),
    unchanged,
  };
}

function planUserCells(
  paper: WorkingPaper,
  cleaned: OwnCells,
  read: ReadCell,
  output: Settings["output"],
): { userWrites: UserWrite[]; desired: ExpectedFormula[] } {
  const userWrites: UserWrite[] = [];
  const desired: ExpectedFormula[] = [];
  const wanted = new CellMap<true>();
  for (const { at, cell, named } of [
    ...paper.evaluations.flatMap(desiredCells),
    ...desiredRates(paper.rates),
  ]) {
    if (wanted.has(at)) continue;
    wanted.set(at, true);
    const compiled = asOutput(cell, output);
    if (compiled === null) continue;
    if (compiled.isFormula && compiled.expected !== null) desired.push({ at, expected: compiled.expected });
    const before = read(at);
    if (holdsContent(before, compiled)) continue;
    const isOpen = before.format === "General" || isTextFormat(before.format);
    const format = isOpen ? compiled.format : null;
    const name = rowNameOf(at, named, read);
    userWrites.push({ at, content: compiled.content, format, before, name });
  }
  for (const at of cleaned.own.values()) {
    if (wanted.has(at)) continue;
    userWrites.push({ at, content: null, format: null, before: read(at), name: rowNameOf(at, null, read) });
  }
  return { userWrites, desired };
}

function holdsContent(cell: GridCell, compiled: CompiledCell): boolean {
  if (compiled.isFormula) return cell.formula !== null && sameContent(cell.formula, String(compiled.content));
  return cell.formula === null && cell.value === compiled.content;
}

function statusOf(
  sheet: CompiledSheet,
  existing: SheetGrid | undefined,
  outside: readonly OutsideCell[] = [],
): SheetWrite["status"] {
  if (existing === undefined) return "create";
  if (outside.some(({ fate }) => fate !== "stays")) return "rewrite";
  const stays = new Set(outside.map(({ row, column }) => `${row},${column}`));
  const rowCount = Math.max(sheet.cells.length, existing.rows.length);
  for (let row = 0; row < rowCount; row += 1) {
    const wanted = sheet.cells[row] ?? [];
    const present = existing.rows[row] ?? [];
    for (let column = 0; column < Math.max(wanted.length, present.length); column += 1) {
      const cell = present[column] ?? EMPTY_CELL;
      const compiled = wanted[column] ?? null;
      const same =
        compiled === null
          ? contentOf(cell) === "" || stays.has(`${row},${column}`)
          : holdsContent(cell, compiled);
      if (!same) return "rewrite";
    }
  }
  return "unchanged";
}

function ignoredWithReasons({ ignored, choices }: PlanInput): { finding: Finding; reason: string }[] {
  const reasons = new Map(choices.ignored.map((choice) => [findingKey(choice), choice.reason]));
  return ignored.map((finding) => ({ finding, reason: reasons.get(findingKey(finding)) ?? "" }));
}

function sheetFormulas(sheet: CompiledSheet): ExpectedFormula[] {
  const formulas: ExpectedFormula[] = [];
  sheet.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell?.isFormula === true && cell.expected !== null)
        formulas.push({ at: { sheet: sheet.draft.name, row, column }, expected: cell.expected });
    });
  });
  return formulas;
}
