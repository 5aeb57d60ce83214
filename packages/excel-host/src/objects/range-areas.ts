import { areaName, quoteSheet, type Area } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";
import { Worksheet } from "./worksheet";

export class RangeAreas extends ExcelObject {
  static override readonly className = "RangeAreas";
  static override readonly trackable = true;
  static override readonly scalars = ["Address", "AreaCount", "CellCount"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly list: Area[],
  ) {
    super(context);
  }

  get Address(): string {
    const sheet = quoteSheet(this.sheet.name);
    return this.list.map((area) => `${sheet}!${areaName(area)}`).join(",");
  }
  get AreaCount(): number {
    return this.list.length;
  }
  get CellCount(): number {
    return this.list.reduce((sum, area) => sum + area.rows * area.columns, 0);
  }
  get Areas(): RangeCollection {
    return new RangeCollection(this.context, this.sheet, this.list);
  }
  get Worksheet(): Worksheet {
    return new Worksheet(this.context, this.sheet);
  }
}

export class RangeCollection extends WireCollection {
  static override readonly className = "RangeCollection";

  constructor(
    readonly context: ExcelContext,
    readonly sheet: SheetModel,
    readonly list: Area[],
  ) {
    super();
  }

  items(): Range[] {
    return this.list.map((area) => new Range(this.context, this.sheet, area));
  }
  item(index: unknown): Range {
    const area = this.list[Number(index)];
    if (!area) throw hostError("ItemNotFound");
    return new Range(this.context, this.sheet, area);
  }
  GetItemAt(index: unknown): Range {
    return this.item(index);
  }
  GetCount(): number {
    return this.list.length;
  }
}
