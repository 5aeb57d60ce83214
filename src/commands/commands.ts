import type { WorkbookSession } from "../excel/session";
import { recalculate } from "./recalculate";

async function openSession(): Promise<WorkbookSession> {
  // A name of its own: parts that both pages share would bring the pane again what it has loaded already.
  const { createExcelSession } = await import(/* webpackChunkName: "ribbon" */ "../excel/excel-session");
  return createExcelSession();
}

/** Shows the pane, which reads the workbook and says what is wrong; only a shared runtime can open it from here. */
async function openPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

void Office.onReady(() => {
  Office.actions.associate("recalculate", (event: Office.AddinCommands.Event) => {
    void recalculate({ openSession, openPane, done: () => event.completed() });
  });
});
