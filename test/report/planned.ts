import { recogniseWorkbook } from "../../src/forms/recognise";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import { NO_CHOICES } from "../../src/model/choices";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import { withoutOwnCells } from "../../src/kept/own-cells";
import { planRun, type WritePlan } from "../../src/report/plan";
import { scoreWorkbook } from "../../src/scoring/score";
import { cellName } from "../../src/expr/cell";

export interface Planned {
  readonly evaluations: readonly ScoredEvaluation[];
  readonly plan: WritePlan;
  /** What a cell of a generated sheet will hold. */
  readonly cell: (sheet: string, name: string) => string | number | null;
  /** The rows of a generated sheet as texts and formulas, for finding one by its name. */
  readonly rowOf: (sheet: string, name: string) => (string | number | null)[];
}

/** One click on 计算得分, up to what would be written. */
export function planned(sheets: readonly SheetGrid[], settings: Partial<Settings> = {}): Planned {
  const cleaned = withoutOwnCells(sheets);
  const recognition = recogniseWorkbook(cleaned.sheets);
  const used = { ...DEFAULT_SETTINGS, ...settings };
  const evaluations = scoreWorkbook(recognition, used);
  const plan = planRun({
    raw: sheets,
    cleaned,
    recognition,
    evaluations,
    findings: [],
    ignored: [],
    settings: used,
    choices: NO_CHOICES,
    keepsChoices: false,
    now: new Date(2024, 4, 6, 9, 8),
    program: "绩衡 测试",
  });
  const rows = (name: string) =>
    plan.sheets
      .find(({ sheet }) => sheet.draft.name === name)
      ?.sheet.cells.map((row) => row.map((cell) => cell?.content ?? null)) ?? [];
  return {
    evaluations,
    plan,
    cell: (sheet, name) => {
      for (const [row, cells] of rows(sheet).entries()) {
        const column = cells.findIndex((_, index) => cellName({ row, column: index }) === name);
        if (column >= 0) return cells[column] ?? null;
      }
      return null;
    },
    rowOf: (sheet, name) => rows(sheet).find((cells) => cells.includes(name)) ?? [],
  };
}
