import { ExcelObject } from "./context";

export class WorkbookProtection extends ExcelObject {
  static override readonly className = "WorkbookProtection";
  static override readonly scalars = ["Protected"];

  get Protected(): boolean {
    return this.model.structureProtected;
  }
}
