import { Application } from "./application";
import { ExcelObject } from "./context";
import { DocumentProperties } from "./document-properties";
import { NamedItemCollection } from "./named-items";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorkbookProtection } from "./workbook-protection";
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
    return new TableCollection(this.context);
  }
  GetSelectedRange(): Range {
    const { sheetId, area } = this.model.selection;
    return new Range(this.context, this.model.sheet(sheetId), area);
  }
  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
}
