import { hostError } from "../wire/host-error";
import { WireCollection, type WireObject } from "../wire/wire-object";
import type { ExcelContext } from "./context";

/** The host shows no conditional formats of its own; those of the file survive saving. */
export class ConditionalFormatCollection extends WireCollection {
  static override readonly className = "ConditionalFormatCollection";

  constructor(readonly context: ExcelContext) {
    super();
  }
  items(): WireObject[] {
    return [];
  }
  item(): WireObject {
    throw hostError("ItemNotFound");
  }
  GetCount(): number {
    return 0;
  }
  ClearAll(): void {
    // nothing that the host could have added
  }
}
