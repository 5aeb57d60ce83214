import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { asString } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";

export class SettingCollection extends WireCollection {
  static override readonly className = "SettingCollection";

  constructor(readonly context: ExcelContext) {
    super();
  }

  items(): Setting[] {
    return [...this.context.model.settings.keys()].map((key) => new Setting(this.context, key));
  }
  item(key: unknown): Setting {
    const setting = this.GetItemOrNullObject(key);
    if (!setting) throw hostError("ItemNotFound");
    return setting;
  }
  GetItemOrNullObject(key: unknown): Setting | null {
    const name = asString(key);
    return this.context.model.settings.has(name) ? new Setting(this.context, name) : null;
  }
  GetCount(): number {
    return this.context.model.settings.size;
  }
  Add(key: unknown, value: unknown): Setting {
    const setting = new Setting(this.context, asString(key));
    setting.Value = value;
    return setting;
  }
}

export class Setting extends ExcelObject {
  static override readonly className = "Setting";
  static override readonly scalars = ["Key", "Value"];

  constructor(
    context: ExcelContext,
    readonly key: string,
  ) {
    super(context);
  }

  override identity(): Record<string, unknown> {
    return { Key: this.key };
  }
  get Key(): string {
    return this.key;
  }
  get Value(): unknown {
    const json = this.model.settings.get(this.key);
    if (json === undefined) throw hostError("ItemNotFound");
    return JSON.parse(json) as unknown;
  }
  set Value(value: unknown) {
    this.model.settings.set(this.key, JSON.stringify(value ?? null));
    this.model.changed.add("settings");
  }
  Delete(): void {
    this.model.settings.delete(this.key);
    this.model.changed.add("settings");
  }
}
