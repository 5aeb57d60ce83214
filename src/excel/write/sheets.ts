/**
 * Makes an output sheet that the workbook does not have yet, in one request.
 *
 * The deprecated @microsoft/office-js-helpers has this one place (docs/decisions.md): its forceCreateSheet puts the new
 * sheet in place in a single round trip. It would delete a sheet of the same name, so it is only called for names that
 * the run has just found missing; existing sheets are cleared by the write itself, never deleted.
 */
export async function createSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const { ExcelUtilities } = await loadHelpers();
  await ExcelUtilities.forceCreateSheet(context.workbook, name);
}

type Helpers = typeof import("@microsoft/office-js-helpers");

/** The package is a script of the old kind: bundlers give its exports by name, Node gives them as the default. */
async function loadHelpers(): Promise<Helpers> {
  const loaded = (await import(
    /* webpackChunkName: "office-helpers" */ "@microsoft/office-js-helpers"
  )) as Helpers & { default?: Helpers };
  return loaded.default ?? loaded;
}
