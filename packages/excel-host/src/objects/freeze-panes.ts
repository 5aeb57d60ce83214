import { maxColumns, maxRows } from "../model/address";
import { freeze, frozen } from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
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
    this.assertInFront();
    freeze(this.sheet, this.#within(count, maxRows), 0);
  }
  FreezeColumns(count?: unknown): void {
    this.assertInFront();
    freeze(this.sheet, 0, this.#within(count, maxColumns));
  }
  FreezeAt(range: unknown): void {
    this.assertInFront();
    const { area } = range instanceof Range ? range : Range.at(this.context, this.sheet, range);
    freeze(this.sheet, area.row + area.rows, area.column + area.columns);
  }
  #within(count: unknown, end: number): number {
    const rows = asIndex(count ?? 1);
    if (rows >= end) throw hostError("InvalidArgument");
    return rows;
  }
  Unfreeze(): void {
    freeze(this.sheet, 0, 0);
  }
  GetLocationOrNullObject(): Range | null {
    const area = frozen(this.sheet);
    return area && new Range(this.context, this.sheet, area);
  }
}
