import { hostError } from "../wire/host-error";
import { WorkbookFileError } from "../xlsx/file-error";
import { insertSheets as insertSheetsOf } from "../xlsx/insert-sheets";
import type { WorkbookModel } from "../model/workbook-model";
import { Application } from "./application";
import { asRecord, asString, oneOf } from "./arguments";
import { ExcelObject } from "./context";
import { DocumentProperties } from "./document-properties";
import { NamedItemCollection } from "./named-items";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorkbookProtection } from "./workbook-protection";
import { Worksheet } from "./worksheet";
import { WorksheetCollection } from "./worksheet-collection";

export class Workbook extends ExcelObject {
  static override readonly className = "Workbook";
  static override readonly scalars = ["Name", "ReadOnly"];

  get Name(): string {
    return this.model.fileName;
  }
  get ReadOnly(): boolean {
    return this.context.moods.readOnly;
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.context);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.context, null);
  }
  get Settings(): SettingCollection {
    return new SettingCollection(this.context);
  }
  get Properties(): DocumentProperties {
    return new DocumentProperties(this.context);
  }
  get Application(): Application {
    return new Application(this.context);
  }
  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.context);
  }
  get Tables(): TableCollection {
    return new TableCollection(this.context, null);
  }
  GetSelectedRange(): Range {
    const { chartSelected, chartSheetInFront, otherWorkbookInFront } = this.context.moods;
    if (otherWorkbookInFront) throw hostError("GeneralException");
    if (chartSelected || chartSheetInFront) throw hostError("InvalidSelection");
    const { sheetId, area } = this.model.selection;
    return new Range(this.context, this.model.sheet(sheetId), area);
  }
  InsertWorksheetsFromBase64(base64: unknown, options?: unknown): string[] {
    const { sheetNamesToInsert, positionType, relativeTo } = options ? asRecord(options) : {};
    const position = oneOf(positionType ?? "End", ["None", "Before", "After", "Beginning", "End"]);
    const names = Array.isArray(sheetNamesToInsert) ? sheetNamesToInsert.map(asString) : null;
    if (this.model.structureProtected) throw hostError("AccessDenied");
    return insertSheets(this.model, decoded(base64), names, this.#place(position, relativeTo));
  }
  #place(position: string, relativeTo: unknown): number {
    const { sheets } = this.model;
    const last = sheets.length;
    if (position === "Beginning") return 0;
    if ((position !== "Before" && position !== "After") || relativeTo === undefined || relativeTo === null)
      return position === "Before" ? 0 : last;
    const key = relativeTo instanceof Worksheet ? relativeTo.Id : asString(relativeTo);
    const at = sheets.findIndex((sheet) => sheet.id === this.model.find(key)?.id);
    if (at < 0) throw hostError("ItemNotFound");
    return position === "Before" ? at : at + 1;
  }
  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
}

function decoded(base64: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(asString(base64)), (sign) => sign.charCodeAt(0));
  } catch {
    throw hostError("InvalidArgument");
  }
}

/** Excel answers InvalidArgument for what is no workbook. */
function insertSheets(...given: [WorkbookModel, Uint8Array, string[] | null, number]): string[] {
  try {
    return insertSheetsOf(...given);
  } catch (error) {
    if (error instanceof WorkbookFileError) throw hostError("InvalidArgument");
    throw error;
  }
}
