import type { WorkbookModel } from "../model/workbook-model";
import { checked, type ExcelizeFile } from "./excelize";
import type { Baseline } from "./open";

/** Names, adds, deletes, orders and hides sheets as in the open workbook. */
export function applySheetList(file: ExcelizeFile, model: WorkbookModel, baseline: Baseline | null): void {
  const sheets = model.sheets;
  const before = baseline?.sheets ?? [];
  // Renamed in two steps: two sheets may have swapped their names.
  const renamed = before.flatMap((old) => {
    const sheet = sheets.find((one) => one.id === old.id);
    return sheet && sheet.name !== old.name ? [{ old: old.name, name: sheet.name }] : [];
  });
  renamed.forEach(({ old }, i) => checked(file.SetSheetName(old, `~${i}~`)));
  renamed.forEach(({ name }, i) => checked(file.SetSheetName(`~${i}~`, name)));
  const added = sheets.filter((sheet) => !before.some((old) => old.id === sheet.id));
  const [first, ...others] = added;
  if (!baseline && first) {
    // A new file comes with one sheet.
    const [own] = file.GetSheetList().list;
    if (own !== undefined && own !== first.name) checked(file.SetSheetName(own, first.name));
    for (const sheet of others) checked(file.NewSheet(sheet.name));
  } else for (const sheet of added) checked(file.NewSheet(sheet.name));
  for (const old of before) if (!sheets.some((one) => one.id === old.id)) checked(file.DeleteSheet(old.name));
  order(
    file,
    sheets.map((sheet) => sheet.name),
  );
  for (const sheet of sheets) {
    const visible = sheet.extras.visibility === "Visible";
    const wasVisible = (before.find((old) => old.id === sheet.id)?.visibility ?? "Visible") === "Visible";
    if (visible !== wasVisible) checked(file.SetSheetVisible(sheet.name, visible));
  }
  const active = file.GetSheetIndex(model.active.name);
  if (!active.error) file.SetActiveSheet(active.index);
}

function order(file: ExcelizeFile, wanted: string[]): void {
  for (let i = wanted.length - 2; i >= 0; i--) {
    const list = file.GetSheetList().list;
    const [name = "", next = ""] = [wanted[i], wanted[i + 1]];
    if (list.indexOf(name) !== list.indexOf(next) - 1) checked(file.MoveSheet(name, next));
  }
}

export function applyNames(file: ExcelizeFile, model: WorkbookModel): void {
  if (!model.changed.has("names")) return;
  const known = checked(file.GetDefinedName()).definedNames ?? [];
  for (const old of known)
    if (!old.Name?.startsWith("_xlnm."))
      checked(file.DeleteDefinedName({ Name: old.Name ?? "", Scope: old.Scope ?? "Workbook" }));
  for (const name of model.names)
    checked(
      file.SetDefinedName({
        Name: name.name,
        RefersTo: name.refersTo,
        Comment: name.comment,
        ...(name.scope !== null && { Scope: name.scope }),
      }),
    );
}

export function applyProperties(file: ExcelizeFile, model: WorkbookModel): void {
  if (!model.changed.has("properties")) return;
  const { title, author, subject, keywords, comments, category, lastAuthor } = model.properties;
  const old = checked(file.GetDocProps()).props;
  checked(
    file.SetDocProps({
      ...old,
      Title: title,
      Creator: author,
      Subject: subject,
      Keywords: keywords,
      Description: comments,
      Category: category,
      LastModifiedBy: lastAuthor,
    }),
  );
}
