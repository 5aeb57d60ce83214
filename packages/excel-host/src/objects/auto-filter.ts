import type { SheetModel } from "../model/sheet-model";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";

export class AutoFilter extends ExcelObject {
  static override readonly className = "AutoFilter";
  static override readonly scalars = ["Enabled", "IsDataFiltered"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }
  get Enabled(): boolean {
    return this.sheet.extras.autoFilter !== null;
  }
  get IsDataFiltered(): boolean {
    return this.sheet.extras.autoFilter?.filtered ?? false;
  }
  GetRangeOrNullObject(): Range | null {
    const { autoFilter } = this.sheet.extras;
    return autoFilter && Range.at(this.context, this.sheet, autoFilter.range);
  }
}
