import type { SheetModel } from "../model/sheet-model";
import { checked, type ExcelizeFile } from "./excelize";

/** excelize's flags allow; their names are those of the API without `allow`. */
export function applyProtection(file: ExcelizeFile, sheet: SheetModel): void {
  const { protection } = sheet.extras;
  if (!protection) {
    file.UnprotectSheet(sheet.name); // an error where there is none
    return;
  }
  const allows = (name: string): boolean => protection.options[name] === true;
  const mode = protection.options["selectionMode"];
  checked(
    file.ProtectSheet(sheet.name, {
      ...(protection.password !== undefined && { Password: protection.password }),
      AutoFilter: allows("allowAutoFilter"),
      DeleteColumns: allows("allowDeleteColumns"),
      DeleteRows: allows("allowDeleteRows"),
      EditObjects: allows("allowEditObjects"),
      EditScenarios: allows("allowEditScenarios"),
      FormatCells: allows("allowFormatCells"),
      FormatColumns: allows("allowFormatColumns"),
      FormatRows: allows("allowFormatRows"),
      InsertColumns: allows("allowInsertColumns"),
      InsertHyperlinks: allows("allowInsertHyperlinks"),
      InsertRows: allows("allowInsertRows"),
      PivotTables: allows("allowPivotTables"),
      SelectLockedCells: mode !== "None" && mode !== "Unlocked",
      SelectUnlockedCells: mode !== "None",
      Sort: allows("allowSort"),
    }),
  );
}
