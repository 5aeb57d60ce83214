import { opens } from "../model/protection";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
import { asString } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";

/** What Excel allows on a protected sheet unless told otherwise: nothing but selecting. */
const defaults = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export class WorksheetProtection extends ExcelObject {
  static override readonly className = "WorksheetProtection";
  static override readonly scalars = ["Options", "Protected"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }

  get Protected(): boolean {
    return this.sheet.extras.protection !== null;
  }
  get Options(): unknown {
    const { protection } = this.sheet.extras;
    return protection && { ...defaults, ...protection.options };
  }
  Protect(options?: unknown, password?: unknown): void {
    const { extras } = this.sheet;
    if (extras.protection) throw hostError("InvalidOperation");
    const own = typeof password === "string" && password !== "" ? { password } : {};
    extras.protection = { options: { ...defaults, ...((options ?? {}) as Record<string, boolean>) }, ...own };
    extras.changed.add("protection");
  }
  Unprotect(password?: unknown): void {
    const { extras } = this.sheet;
    if (!extras.protection) return;
    if (
      !opens(extras.protection, password === undefined || password === null ? undefined : asString(password))
    )
      throw hostError("AccessDenied");
    extras.protection = null;
    extras.changed.add("protection");
  }
}
