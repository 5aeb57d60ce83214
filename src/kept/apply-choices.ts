import { cellLabel } from "../expr/cell";
import type { Choices } from "../model/choices";
import { EMPTY_CELL, type GridCell, type SheetGrid } from "../model/grid";
import { DEFAULT_GRADE_SCALE } from "../model/grade";
import type { Recognition } from "../model/workbook";
import { ROLE_HEADERS } from "./choice-words";

/**
 * The sheets as the user says they are to be read: a corrected header speaks plainly, a row that is no indicator is empty.
 * Recognition needs to know nothing of corrections.
 */
export function sheetsAsChosen(sheets: readonly SheetGrid[], choices: Choices): readonly SheetGrid[] {
  const headers = new Map(choices.columns.map(({ header, role }) => [cellLabel(header), ROLE_HEADERS[role]]));
  const rows = new Set(choices.rows.map(({ cell }) => `${cell.sheet}|${cell.row}`));
  if (headers.size === 0 && rows.size === 0) return sheets;
  const touched = new Set([
    ...choices.columns.map(({ header }) => header.sheet),
    ...choices.rows.map(({ cell }) => cell.sheet),
  ]);
  return sheets.map((sheet) => (touched.has(sheet.name) ? chosen(sheet, headers, rows) : sheet));
}

function chosen(
  sheet: SheetGrid,
  headers: ReadonlyMap<string, string>,
  rows: ReadonlySet<string>,
): SheetGrid {
  const cells = sheet.rows.map((row, rowIndex): readonly (GridCell | undefined)[] => {
    if (rows.has(`${sheet.name}|${rowIndex}`)) return [];
    return row.map((cell, column) => {
      const header = headers.get(cellLabel({ sheet: sheet.name, row: rowIndex, column }));
      return header === undefined ? cell : { ...EMPTY_CELL, value: header, text: header };
    });
  });
  return { ...sheet, rows: cells };
}

/** The user's own scoring rules and grade scale, over what the forms say. */
export function withChoices(recognition: Recognition, choices: Choices): Recognition {
  const wordings = new Map(choices.rules.map((rule) => [cellLabel(rule.indicator), rule]));
  const scale =
    choices.gradeBands.length === 0 ? null : { ...DEFAULT_GRADE_SCALE, bands: choices.gradeBands };
  return {
    ...recognition,
    ...factsAsChosen(recognition, choices),
    gradeScale: scale ?? recognition.gradeScale,
    evaluations: recognition.evaluations.map((form) => ({
      ...form,
      gradeScale: scale ?? form.gradeScale,
      indicators: form.indicators.map((entry) => {
        const rule = wordings.get(cellLabel(entry.cell));
        return rule === undefined ? entry : { ...entry, rule: { text: rule.wording, cell: rule.indicator } };
      }),
    })),
  };
}

/** Numbers of the base data as the user says: left out, or by another name; what was chosen goes before the others. */
function factsAsChosen(recognition: Recognition, { facts = [] }: Choices): Partial<Recognition> {
  if (facts.length === 0) return {};
  const said = new Map(facts.map(({ cell, says }) => [cellLabel(cell), says]));
  const named = (recognition.named ?? []).flatMap((number) => {
    const says = said.get(cellLabel(number.cell));
    if (says === "ignored") return [];
    if (says === undefined || says === "chosen") return [number];
    return [
      {
        ...number,
        labels: [says.name],
        headers: [],
        labelHeader: "",
        sections: [],
        parents: [],
        titles: [],
        isPart: false,
      },
    ];
  });
  const chosen = facts.filter(({ says }) => says === "chosen").map(({ cell }) => cellLabel(cell));
  return { ...(recognition.named === undefined ? {} : { named }), chosenFacts: new Set(chosen) };
}
