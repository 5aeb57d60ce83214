import { areaName } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { checked, type ExcelizeFile } from "./excelize";

const types: Record<string, string> = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
};

export function applyValidations(file: ExcelizeFile, sheet: SheetModel): void {
  file.DeleteDataValidation(sheet.name); // an error where there are none
  for (const { area, rule, ignoreBlanks, errorAlert, prompt } of sheet.extras.validations) {
    const [kind = "", given] = Object.entries(rule)[0] ?? [];
    const type = types[kind];
    if (type === undefined) continue;
    const details = given as Record<string, unknown>;
    const operator = typeof details["operator"] === "string" ? details["operator"] : "Between";
    checked(
      file.AddDataValidation(sheet.name, {
        Sqref: areaName(area),
        Type: type,
        AllowBlank: ignoreBlanks,
        ...(kind !== "list" &&
          kind !== "custom" && { Operator: operator.charAt(0).toLowerCase() + operator.slice(1) }),
        Formula1: firstFormula(kind, details),
        ...(details["formula2"] !== undefined && { Formula2: bare(details["formula2"]) }),
        // The file's flag hides the arrow.
        ...(kind === "list" && { ShowDropDown: details["inCellDropDown"] === false }),
        ShowErrorMessage: errorAlert.showAlert,
        ErrorStyle: errorAlert.style.toLowerCase(),
        ErrorTitle: errorAlert.title,
        Error: errorAlert.message,
        ShowInputMessage: prompt.showPrompt && (prompt.message !== "" || prompt.title !== ""),
        PromptTitle: prompt.title,
        Prompt: prompt.message,
      }),
    );
  }
}

function firstFormula(kind: string, details: Record<string, unknown>): string {
  if (kind === "custom") return bare(details["formula"]);
  if (kind !== "list") return bare(details["formula1"]);
  const source = text(details["source"]);
  return source.startsWith("=") ? source.slice(1) : `"${source.replace(/"/g, '""')}"`;
}

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const bare = (value: unknown): string => text(value).replace(/^=/, "");
