import { sheetsAsChosen, withChoices } from "../kept/apply-choices";
import { readChoices } from "../kept/choices";
import { withoutOwnCells, type OwnCells } from "../kept/own-cells";
import { mergeChoices, type Choices, type ChoicesChange } from "../model/choices";
import type { SheetGrid } from "../model/grid";
import type { Recognition } from "../model/workbook";

/** What was understood of the sheets as read, without what the add-in itself wrote there. */
export interface Recognised {
  /** The sheets as read. */
  readonly raw: readonly SheetGrid[];
  readonly cleaned: OwnCells;
  readonly choices: Choices;
  readonly recognition: Recognition;
}

/** Recognition with the user's corrections: those kept in the workbook, and those made just now. `recognise` says how much is read. */
export function recogniseRead(
  raw: readonly SheetGrid[],
  added: ChoicesChange,
  recognise: (sheets: readonly SheetGrid[]) => Recognition,
): Recognised {
  const cleaned = withoutOwnCells(raw);
  const read = readChoices(cleaned.sheets);
  const choices = mergeChoices(read.choices, added);
  const recognition = withChoices(recognise(sheetsAsChosen(cleaned.sheets, choices)), choices);
  return {
    raw,
    cleaned,
    choices,
    recognition: { ...recognition, doubts: [...read.doubts, ...recognition.doubts] },
  };
}
