import type { IStyleData } from "@univerjs/core";
import type { Area } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { hexColor, isColor, isOn, type StylePatch } from "../model/styles";
import { hostError } from "../wire/host-error";
import { asBoolean, asNumber, asString, oneOf } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { uniformStyle } from "./uniform-style";

export class RangeFont extends ExcelObject {
  static override readonly className = "RangeFont";
  static override readonly scalars = [
    "Bold",
    "Color",
    "Italic",
    "Name",
    "Size",
    "Strikethrough",
    "Underline",
  ];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
  }

  #get<T>(attribute: (style: IStyleData) => T): T | null {
    return uniformStyle(this.sheet, this.area, attribute);
  }
  #set(patch: StylePatch): void {
    this.sheet.style(this.area, () => patch);
  }

  get Bold(): boolean | null {
    return this.#get((style) => isOn(style.bl));
  }
  set Bold(bold: unknown) {
    this.#set({ bl: asBoolean(bold) ? 1 : 0 });
  }
  get Italic(): boolean | null {
    return this.#get((style) => isOn(style.it));
  }
  set Italic(italic: unknown) {
    this.#set({ it: asBoolean(italic) ? 1 : 0 });
  }
  get Strikethrough(): boolean | null {
    return this.#get((style) => isOn(style.st?.s));
  }
  set Strikethrough(strike: unknown) {
    this.#set({ st: { s: asBoolean(strike) ? 1 : 0 } });
  }
  get Underline(): string | null {
    return this.#get((style) => (isOn(style.ul?.s) ? "Single" : "None"));
  }
  set Underline(given: unknown) {
    const name = oneOf(given, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]);
    this.#set({ ul: { s: name === "None" ? 0 : 1 } });
  }
  get Color(): string {
    return this.#get((style) => hexColor(style.cl?.rgb ?? "#000000")) ?? "";
  }
  set Color(color: unknown) {
    if (!isColor(color)) throw hostError("InvalidArgument");
    this.#set({ cl: { rgb: hexColor(color) } });
  }
  get Name(): string | null {
    return this.#get((style) => style.ff ?? "宋体");
  }
  set Name(name: unknown) {
    this.#set({ ff: asString(name) });
  }
  get Size(): number | null {
    return this.#get((style) => style.fs ?? 11);
  }
  set Size(size: unknown) {
    const points = asNumber(size);
    if (points < 1 || points > 409) throw hostError("InvalidArgument");
    this.#set({ fs: points });
  }
}
