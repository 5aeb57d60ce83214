import type { Area } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { hexColor, isColor } from "../model/styles";
import { hostError } from "../wire/host-error";
import { ExcelObject, type ExcelContext } from "./context";
import { uniformStyle } from "./uniform-style";

export class RangeFill extends ExcelObject {
  static override readonly className = "RangeFill";
  static override readonly scalars = ["Color"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
  }

  /** White where there is no fill, "" where the cells differ: as Excel answers. */
  get Color(): string {
    return uniformStyle(this.sheet, this.area, (style) => hexColor(style.bg?.rgb ?? "#FFFFFF")) ?? "";
  }
  set Color(color: unknown) {
    if (color === "") this.Clear();
    else if (isColor(color)) this.sheet.style(this.area, () => ({ bg: { rgb: hexColor(color) } }));
    else throw hostError("InvalidArgument");
  }
  Clear(): void {
    this.sheet.style(this.area, () => ({ bg: null }));
  }
}
