import type { EmbeddedExcel } from "@jiheng/excel-host/node";
import { toDecimal } from "../../src/expr/decimal";
import type { Exact } from "../../src/expr/exact";
import { createExcelSession } from "../../src/excel/excel-session";
import type { Finding } from "../../src/model/finding";
import type { RunResult } from "../../src/model/run";
import { isOutputSheet, SETTINGS_SHEET } from "../../src/model/sheet-names";

/** What may not depend on how a workbook is kept: scores, grades and errors. */
export interface Outcome {
  readonly evaluations: readonly string[];
  readonly errors: readonly string[];
  /** `公式 12 / 12`, mismatches named. */
  readonly unverified: readonly string[];
}

const decimal = (value: Exact | null): string => (value === null ? "–" : toDecimal(value, 12));

export function outcomeOf({ evaluations, findings, written }: RunResult): Outcome {
  return {
    evaluations: evaluations.map(({ score, grade, indicators, funds, dimensions }) =>
      [
        `${decimal(score)} ${grade ?? "–"}`,
        ...[...funds, ...indicators].map(
          (one) =>
            `${decimal(one.points)}/${decimal(one.computedScore)}/${decimal(one.enteredScore)}/${one.agreement}`,
        ),
        ...dimensions.map((one) => `${decimal(one.points)}:${decimal(one.score)}`),
      ].join(" "),
    ),
    errors: findings
      .filter(({ severity }) => severity === "error")
      .map(errorText)
      .sort(),
    unverified: (written?.mismatches ?? []).map(
      ({ cell, expected, found }) =>
        `${cell.sheet}!R${cell.row + 1}C${cell.column + 1} ${expected} | ${found}`,
    ),
  };
}

/** A number is one however it is written: 12.50, 12.5 and １２.５. */
const errorText = ({ code, stated, computed }: Finding): string =>
  `${code} ${plain(stated)} ${plain(computed)}`;

function plain(text: string | null): string {
  // An accounting format shows 0 as a stroke.
  return (text ?? "–")
    .normalize("NFKC")
    .replace(/^\s*-\s*$/, "0")
    .replace(/[\s,]/g, "")
    .replace(
      /(\d+)(\.\d*?)?0*(?=\D|$)/g,
      (_, whole: string, part = "") => `${whole}${String(part).replace(/\.$/, "")}`,
    );
}

/** What the user's cells hold and how they are formatted: sheet → cell → content and format. */
export type Contents = ReadonlyMap<string, { readonly content: unknown; readonly format: string }>;

export function contentsOf(excel: EmbeddedExcel): Promise<Contents> {
  return Excel.run(async (context) => {
    const sheets = excel
      .sheetNames()
      .filter((name) => !isOutputSheet(name) && name !== SETTINGS_SHEET)
      .map((name) => {
        const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(false);
        used.load("rowIndex,columnIndex,formulas,numberFormat");
        return { name, used };
      });
    await context.sync();
    const contents = new Map<string, { content: unknown; format: string }>();
    for (const { name, used } of sheets) {
      if (used.isNullObject) continue;
      used.formulas.forEach((line: unknown[], row) =>
        line.forEach((content, column) => {
          const format = (used.numberFormat as string[][])[row]?.[column] ?? "General";
          contents.set(`${name}!${used.rowIndex + row},${used.columnIndex + column}`, { content, format });
        }),
      );
    }
    return contents;
  });
}

/** Cells that held something and hold something else now; formats that changed where something stood. */
export function lost(before: Contents, after: Contents): string[] {
  return [...before].flatMap(([cell, { content, format }]) => {
    if (content === "") return [];
    const now = after.get(cell);
    const same = now !== undefined && now.content === content && now.format === format;
    return same
      ? []
      : [`${cell} ${String(content)} (${format}) → ${String(now?.content)} (${String(now?.format)})`];
  });
}

/** Everything as it was, empty cells and their formats too. */
export function different(before: Contents, after: Contents): string[] {
  const filled = [...after]
    .filter(([cell, { content }]) => content !== "" && !before.has(cell))
    .map(([cell]) => cell);
  return [
    ...filled,
    ...[...before].flatMap(([cell, { content, format }]) => {
      const now = after.get(cell) ?? { content: "", format: "General" };
      return now.content === content && now.format === format
        ? []
        : [`${cell} ${String(content)} (${format}) → ${String(now.content)} (${now.format})`];
    }),
  ];
}

export interface Run {
  readonly outcome: Outcome;
  readonly lost: readonly string[];
  /** What 撤销 did not give back; null where it was not tried. */
  readonly notUndone: readonly string[] | null;
  readonly secondRun: string | null;
}

/** One click on 计算得分 over the workbook; with `thorough`, a second click and 撤销 as well. */
export async function run(excel: EmbeddedExcel, bytes: Uint8Array, thorough = false): Promise<Run> {
  await excel.open(bytes, "习惯.xlsx");
  const session = createExcelSession(() => new Date(2024, 4, 6, 9, 8));
  const before = await contentsOf(excel);
  const result = await session.calculate();
  const after = await contentsOf(excel);
  if (!thorough)
    return { outcome: outcomeOf(result), lost: lost(before, after), notUndone: null, secondRun: null };
  const again = await session.calculate();
  const secondRun = again.written?.unchanged === true ? "" : "second run wrote";
  await session.undo();
  return {
    outcome: outcomeOf(result),
    lost: lost(before, after),
    notUndone: different(before, await contentsOf(excel)),
    secondRun,
  };
}
