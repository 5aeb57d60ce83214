import type { CellAddress } from "../expr/cell";
import { toDecimal } from "../expr/decimal";
import { contentOf, valueOf } from "../kept/log-content";
import type { LogAction, LoggedChange, RowName } from "../kept/run-log";
import type { PlanInput, UserWrite } from "./plan-types";
import type { CompiledSheet, ReadCell } from "./sheets/compile";
import { logTime } from "./sheets/run-log-sheet";
import { filledText, type TypedOver } from "./typed-cells";

/** What the run log will say of this run: what it filled, and every cell of the user's that it changed. */
export function logEntries(
  writes: readonly UserWrite[],
  over: readonly TypedOver[],
  results: readonly CompiledSheet[],
  { cleaned, evaluations, now, program }: Pick<PlanInput, "cleaned" | "evaluations" | "now" | "program">,
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

/** Enough to tell a row by; the log says it beside the cell's name. */
const LONGEST_ROW_NAME = 1000;

/** The cell that names what was written, or else the nearest text to the left of it. */
export function rowNameOf(at: CellAddress, named: CellAddress | null, read: ReadCell): RowName | null {
  const nameAt = (row: number, column: number): RowName | null => {
    const cell = read({ ...at, row, column });
    const text = cell.text.trim();
    return text === "" || cell.formula !== null || typeof cell.value !== "string"
      ? null
      : { row, column, text: text.slice(0, LONGEST_ROW_NAME) };
  };
  if (named !== null) return nameAt(named.row, named.column);
  for (let column = at.column - 1; column >= 0; column -= 1) {
    const name = nameAt(at.row, column);
    if (name !== null) return name;
  }
  return null;
}
