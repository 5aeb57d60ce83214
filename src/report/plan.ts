import type { CellAddress } from "../expr/cell";
import { CellMap } from "../expr/cell-map";
import { toDecimal } from "../expr/decimal";
import { findingKey, type Choices } from "../model/choices";
import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding } from "../model/finding";
import { isTextFormat } from "../quantities/number-format";
import { cellAt, EMPTY_CELL, type GridCell, type SheetGrid } from "../model/grid";
import type { KeptScore } from "../model/run";
import type { Settings } from "../model/settings";
import { OUTPUT_SHEETS } from "../model/sheet-names";
import type { Recognition } from "../model/workbook";
import { leafName } from "../model/form";
import {
  asOutput,
  compileSheet,
  type CompiledCell,
  type CompiledSheet,
  type Expected,
  type ReadCell,
} from "./sheets/compile";
import { buildChoicesSheet } from "./sheets/choices-sheet";
import { buildFindingsSheet } from "./sheets/findings-sheet";
import { contentOf, sameContent, valueOf } from "../kept/log-content";
import type { OwnCells } from "../kept/own-cells";
import { buildWorkingPaper, type WorkingPaper } from "./paper/working-paper";
import type { LogAction, LoggedChange, RowName } from "../kept/run-log";
import { buildRunLog, logTime } from "./sheets/run-log-sheet";
import { buildSummary } from "./summary/summary";
import {
  filledBefore,
  filledText,
  cellsOutside,
  typedOver,
  type FilledSize,
  type TypedOver,
  type OutsideCell,
} from "./typed-cells";
import { desiredCells, desiredRates } from "./user-cells";

/** A cell of the user's that changes; `content` null empties it. */
export interface UserWrite {
  readonly at: CellAddress;
  readonly content: string | number | null;
  /** Set only where the cell had no number format of its own, or one that keeps a formula as text. */
  readonly format: string | null;
  readonly before: GridCell;
  /** What the run log calls its row. */
  readonly name: RowName | null;
}

export interface ExpectedFormula {
  readonly at: CellAddress;
  readonly expected: Expected;
}

export interface SheetWrite {
  readonly sheet: CompiledSheet;
  readonly status: "create" | "rewrite" | "unchanged";
  /** What the last run filled; null where nobody knows, and all that stands there counts as its own. */
  readonly filled: FilledSize | null;
  /** What stands outside of it. */
  readonly outside: readonly OutsideCell[];
}

/** Everything that a run will change, and what every formula must show afterwards. */
export interface WritePlan {
  readonly userWrites: readonly UserWrite[];
  readonly sheets: readonly SheetWrite[];
  /** All formulas of the result, also those that stand there already. */
  readonly formulas: readonly ExpectedFormula[];
  readonly keptScores: readonly KeptScore[];
  /** The user's cells and sheets already show this result. */
  readonly unchanged: boolean;
}

export interface PlanInput {
  /** The sheets as read, the add-in's own cells included. */
  readonly raw: readonly SheetGrid[];
  readonly cleaned: OwnCells;
  readonly recognition: Recognition;
  readonly evaluations: readonly ScoredEvaluation[];
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly settings: Settings;
  readonly choices: Choices;
  /** The user decided something just now: 评价设置 is written. */
  readonly keepsChoices: boolean;
  readonly now: Date;
  /** What the run log calls the program, e.g. `绩衡 0.1.0`. */
  readonly program: string;
}

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

/** The cell that names what was written, or else the nearest text to the left of it. */
function rowNameOf(at: CellAddress, named: CellAddress | null, read: ReadCell): RowName | null {
  const nameAt = (row: number, column: number): RowName | null => {
    const cell = read({ ...at, row, column });
    const text = cell.text.trim();
    return text === "" || cell.formula !== null || typeof cell.value !== "string"
      ? null
      : { row, column, text };
  };
  if (named !== null) return nameAt(named.row, named.column);
  for (let column = at.column - 1; column >= 0; column -= 1) {
    const name = nameAt(at.row, column);
    if (name !== null) return name;
  }
  return null;
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

function logEntries(
  writes: readonly UserWrite[],
  over: readonly TypedOver[],
  results: readonly CompiledSheet[],
  { cleaned, evaluations, now, program }: PlanInput,
): LoggedChange[] {
  const run = cleaned.log.reduce((last, change) => Math.max(last, change.run), 0) + 1;
  const time = logTime(now);
  const action: LogAction = "计算得分";
  const scores = evaluations.map(
    ({ form, score, grade }) =>
      `${form.unit ?? form.title?.text ?? form.sheet}：${score === null ? "待评分" : `${toDecimal(score)} 分`}${grade === null ? "" : ` ${grade}`}`,
  );
  return [
    {
      run,
      time,
      action,
      cell: null,
      name: null,
      before: "",
      after: filledText(results),
      formatBefore: "",
      remark: `${program}；${scores.slice(0, 5).join("；")}`,
    },
    ...writes.map((write) => ({
      run,
      time,
      action,
      cell: write.at,
      name: write.name,
      before: contentOf(write.before),
      after:
        typeof write.content === "string" && write.content.startsWith("=")
          ? write.content
          : valueOf(write.content),
      formatBefore: write.before.format,
      remark: "",
    })),
    ...over.map(({ at, cell, formula }) => ({
      run,
      time,
      action,
      cell: at,
      name: null,
      before: contentOf(cell),
      after: formula,
      formatBefore: cell.format,
      remark: "生成的表上填写的数字，已恢复为公式",
    })),
  ];
}

/** Scores of the user's that stay although another one was computed; words and errors among them. */
function keptScores({ indicators }: ScoredEvaluation): KeptScore[] {
  return indicators.flatMap(({ entry, adopted, agreement, keepsTyped, enteredScore, computedScore }) => {
    const differs = adopted === "entered" && agreement === "differs";
    if (entry.score === null || computedScore === null || !(differs || keepsTyped)) return [];
    return [
      {
        cell: entry.score.cell,
        name: leafName(entry),
        entered: enteredScore === null ? entry.score.entered.text.trim() : toDecimal(enteredScore),
        computed: toDecimal(computedScore),
      },
    ];
  });
}
