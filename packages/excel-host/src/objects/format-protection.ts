import type { Area } from "../model/address";
import { cellKey } from "../model/extras";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
import { asBoolean } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { uniform } from "./uniform";

export class FormatProtection extends ExcelObject {
  static override readonly className = "FormatProtection";
  static override readonly scalars = ["FormulaHidden", "Locked"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
  }

  #keys(): number[] {
    const area = this.sheet.bounded(this.area);
    return Array.from({ length: area.rows * area.columns }, (_, i) =>
      cellKey(area.row + Math.floor(i / area.columns), area.column + (i % area.columns)),
    );
  }
  #mark(set: Set<number>, on: boolean): void {
    if (this.sheet.extras.protection) throw hostError("AccessDenied");
    for (const key of this.#keys())
      if (on) set.add(key);
      else set.delete(key);
    this.sheet.extras.changed.add("locking");
  }

  get Locked(): boolean | null {
    const keys = this.#keys();
    return uniform(keys.length, (i) => !this.sheet.extras.unlocked.has(keys[i] ?? -1));
  }
  set Locked(locked: unknown) {
    this.#mark(this.sheet.extras.unlocked, !asBoolean(locked));
  }
  get FormulaHidden(): boolean | null {
    const keys = this.#keys();
    return uniform(keys.length, (i) => this.sheet.extras.formulaHidden.has(keys[i] ?? -1));
  }
  set FormulaHidden(hidden: unknown) {
    this.#mark(this.sheet.extras.formulaHidden, asBoolean(hidden));
  }
}
