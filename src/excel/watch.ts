import { isOwnWrite } from "./own-writes";
import { isOutputSheet } from "../model/sheet-names";

const DEBOUNCE_MILLISECONDS = 300;
/**
 * Tells, debounced, that somebody other than the add-in changed a cell. Changes of the generated sheets do not count.
 * Event handlers draw nothing and write nothing (co-authoring: every reader's add-in gets the event).
 */
export async function watchWorkbook(
  onChange: (sheet: string, address: string) => void,
): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handler = await Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add((event) => {
      // The trigger is null in older hosts: then every change counts, which at worst asks for one click too many.
      // A run from the ribbon is the add-in's as well, but what this pane shows is older.
      if (event.triggerSource === "ThisLocalAddin" && isOwnWrite()) return Promise.resolve();
      clearTimeout(timer);
      timer = setTimeout(() => void report(event.worksheetId, event.address), DEBOUNCE_MILLISECONDS);
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });

  async function report(worksheetId: string, address: string): Promise<void> {
    const name = await sheetName(worksheetId);
    if (name !== null && !isOutputSheet(name)) onChange(name, address);
  }

  return async () => {
    clearTimeout(timer);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
}

async function sheetName(worksheetId: string): Promise<string | null> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
