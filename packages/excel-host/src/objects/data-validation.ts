import { intersection, sameArea, type Area } from "../model/address";
import type { Validation } from "../model/extras";
import type { SheetModel } from "../model/sheet-model";
import { asBoolean, asRecord } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { hostError } from "../wire/host-error";
import { Range } from "./range";
import { areaName, quoteSheet } from "../model/address";

const ruleTypes: Record<string, string> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

export class DataValidation extends ExcelObject {
  static override readonly className = "DataValidation";
  static override readonly scalars = ["ErrorAlert", "IgnoreBlanks", "Prompt", "Rule", "Type"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
  }

  #found(): Validation | undefined {
    return this.sheet.extras.validations.find((validation) => intersection(validation.area, this.area));
  }

  /** The validation of exactly this range, made if need be: error alert and prompt may be set before or after the rule. */
  #own(): Validation {
    this.sheet.assertAllowed("allowFormatCells");
    const { extras } = this.sheet;
    extras.changed.add("validations");
    const known = extras.validations.find((validation) => sameArea(validation.area, this.area));
    if (known) return known;
    this.sheet.clearValidation(this.area);
    const made: Validation = {
      area: this.area,
      rule: {},
      ignoreBlanks: true,
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      prompt: { showPrompt: true, title: "", message: "" },
    };
    extras.validations.push(made);
    return made;
  }

  get Rule(): unknown {
    return this.#found()?.rule ?? {};
  }
  set Rule(given: unknown) {
    const rule = asRecord(given);
    const kinds = Object.keys(rule);
    if (kinds.length !== 1 || !(kinds[0] && kinds[0] in ruleTypes)) throw hostError("InvalidArgument");
    this.#own().rule = plain(rule) as Record<string, unknown>;
  }
  get Type(): string {
    const kind = Object.keys(this.#found()?.rule ?? {})[0];
    return kind === undefined ? "None" : (ruleTypes[kind] ?? "None");
  }
  get IgnoreBlanks(): boolean {
    return this.#found()?.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(ignore: unknown) {
    this.#own().ignoreBlanks = asBoolean(ignore);
  }
  get ErrorAlert(): unknown {
    return this.#found()?.errorAlert ?? { showAlert: true, style: "Stop", title: "", message: "" };
  }
  set ErrorAlert(given: unknown) {
    const own = this.#own();
    own.errorAlert = { ...own.errorAlert, ...(asRecord(given) as Partial<Validation["errorAlert"]>) };
  }
  get Prompt(): unknown {
    return this.#found()?.prompt ?? { showPrompt: true, title: "", message: "" };
  }
  set Prompt(given: unknown) {
    const own = this.#own();
    own.prompt = { ...own.prompt, ...(asRecord(given) as Partial<Validation["prompt"]>) };
  }
  Clear(): void {
    this.sheet.assertAllowed("allowFormatCells");
    this.sheet.clearValidation(this.area);
  }
}

/** A range given as the source of a list becomes the formula that names it. */
function plain(value: unknown): unknown {
  if (value instanceof Range)
    return `=${quoteSheet(value.sheet.name)}!${areaName(value.area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
