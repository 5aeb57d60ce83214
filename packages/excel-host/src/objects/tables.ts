import { hostError } from "../wire/host-error";
import { WireCollection, type WireObject } from "../wire/wire-object";
import type { ExcelContext } from "./context";

/** The host knows no tables; those of the file survive saving. */
export class TableCollection extends WireCollection {
  static override readonly className = "TableCollection";
  static override readonly scalars = ["Count"];

  constructor(readonly context: ExcelContext) {
    super();
  }
  get Count(): number {
    return 0;
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
    return 0;
  }
}
