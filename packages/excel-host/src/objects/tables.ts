import { hostError } from "../wire/host-error";
import { WireCollection, type WireObject } from "../wire/wire-object";
import type { ExcelContext } from "./context";

/** The host counts the tables of its moods and knows no more of them; those of the file survive saving. */
export class TableCollection extends WireCollection {
  static override readonly className = "TableCollection";
  static override readonly scalars = ["Count"];

  /** Of a sheet, or of the workbook. */
  constructor(
    readonly context: ExcelContext,
    readonly sheetName: string | null,
  ) {
    super();
  }
  get Count(): number {
    const { tables } = this.context.moods;
    return tables.filter(({ sheet }) => this.sheetName === null || sheet === this.sheetName).length;
  }
  items(): WireObject[] {
    return [];
  }
  item(): WireObject {
    throw hostError("ItemNotFound");
  }
  GetItemOrNullObject(): null {
    return null;
  }
  GetCount(): number {
    return this.Count;
  }
}
