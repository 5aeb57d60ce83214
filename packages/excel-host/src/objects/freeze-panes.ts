import { freeze, frozen } from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { asIndex } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";

export class WorksheetFreezePanes extends ExcelObject {
  static override readonly className = "WorksheetFreezePanes";

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }

  FreezeRows(count?: unknown): void {
    freeze(this.sheet, asIndex(count ?? 1), 0);
  }
  FreezeColumns(count?: unknown): void {
    freeze(this.sheet, 0, asIndex(count ?? 1));
  }
  FreezeAt(range: unknown): void {
    const { area } = range instanceof Range ? range : Range.at(this.context, this.sheet, range);
    freeze(this.sheet, area.row + area.rows, area.column + area.columns);
  }
  Unfreeze(): void {
    freeze(this.sheet, 0, 0);
  }
  GetLocationOrNullObject(): Range | null {
    const area = frozen(this.sheet);
    return area && new Range(this.context, this.sheet, area);
  }
}
