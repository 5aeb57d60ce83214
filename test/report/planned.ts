import type { ScoredEvaluation } from "../../src/model/evaluation";
import type { SheetGrid } from "../../src/model/grid";
import type { Settings } from "../../src/model/settings";
import type { WritePlan } from "../../src/report/plan";
import { runWorkbook } from "../../src/run/run";
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
  const { evaluations, plan } = runWorkbook(sheets, {
    settings,
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
