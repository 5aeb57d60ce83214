import { areaName, parseArea, quoteSheet, splitSheet } from "../model/address";
import type { NamedReference } from "../model/snapshot";
import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { asString } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";

export class NamedItemCollection extends WireCollection {
  static override readonly className = "NamedItemCollection";

  constructor(
    readonly context: ExcelContext,
    /** Sheet name, or null for the names of the workbook. */
    readonly scope: string | null,
  ) {
    super();
  }

  items(): NamedItem[] {
    return this.context.model.names
      .filter((name) => name.scope === this.scope)
      .map((name) => new NamedItem(this.context, name));
  }
  item(key: unknown): NamedItem {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw hostError("ItemNotFound");
    return found;
  }
  GetItemOrNullObject(key: unknown): NamedItem | null {
    const wanted = asString(key).toLowerCase();
    return this.items().find((item) => item.Name.toLowerCase() === wanted) ?? null;
  }
  GetCount(): number {
    return this.items().length;
  }
  Add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    const { model } = this.context;
    const given = asString(name);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(given) || parseArea(given)) throw hostError("InvalidArgument");
    if (this.GetItemOrNullObject(given)) throw hostError("ItemAlreadyExists");
    const refersTo = reference instanceof Range ? absolute(reference) : asString(reference).replace(/^=/, "");
    const added: NamedReference = {
      name: given,
      refersTo,
      scope: this.scope,
      visible: true,
      comment: typeof comment === "string" ? comment : "",
    };
    model.addName(added);
    return new NamedItem(this.context, added);
  }
}

const absolute = (range: Range): string =>
  `${quoteSheet(range.sheet.name)}!${areaName(range.area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;

export class NamedItem extends ExcelObject {
  static override readonly className = "NamedItem";
  static override readonly scalars = ["Comment", "Formula", "Name", "Scope", "Type", "Value", "Visible"];

  constructor(
    context: ExcelContext,
    readonly named: NamedReference,
  ) {
    super(context);
  }

  override identity(): Record<string, unknown> {
    return { Name: this.named.name };
  }
  get Name(): string {
    return this.named.name;
  }
  get Formula(): string {
    return `=${this.named.refersTo}`;
  }
  set Formula(formula: unknown) {
    this.named.refersTo = asString(formula).replace(/^=/, "");
    this.model.changed.add("names");
  }
  get Value(): unknown {
    return this.#range() ? this.named.refersTo.replace(/\$/g, "") : this.Formula;
  }
  get Type(): string {
    return this.#range() ? "Range" : "String";
  }
  get Scope(): string {
    return this.named.scope === null ? "Workbook" : "Worksheet";
  }
  get Visible(): boolean {
    return this.named.visible;
  }
  set Visible(visible: unknown) {
    this.named.visible = visible === true;
    this.model.changed.add("names");
  }
  get Comment(): string {
    return this.named.comment;
  }
  set Comment(comment: unknown) {
    this.named.comment = asString(comment);
    this.model.changed.add("names");
  }
  GetRange(): Range {
    const range = this.#range();
    if (!range) throw hostError("InvalidOperation");
    return range;
  }
  GetRangeOrNullObject(): Range | null {
    return this.#range();
  }
  Delete(): void {
    this.model.names.splice(this.model.names.indexOf(this.named), 1);
    this.model.changed.add("names");
  }
  #range(): Range | null {
    const { sheet, address } = splitSheet(this.named.refersTo);
    const target = sheet === null ? null : this.model.find(sheet);
    const area = parseArea(address);
    return target && area ? new Range(this.context, target, area) : null;
  }
}
