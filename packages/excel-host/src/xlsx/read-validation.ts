import { parseArea } from "../model/address";
import type { Validation } from "../model/extras";
import type { Attributes } from "./xml";

const kinds: Record<string, string> = {
  list: "list",
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
};
const styles: Record<string, string> = { stop: "Stop", warning: "Warning", information: "Information" };

/** One validation for each area that the element names; the formulas come later, in elements of their own. */
export function readValidation(a: Attributes): Validation[] {
  const kind = kinds[a["type"] ?? ""];
  if (kind === undefined) return [];
  const operator = a["operator"] ?? "between";
  const rule =
    kind === "list"
      ? { inCellDropDown: a["showDropDown"] !== "1", source: "" }
      : kind === "custom"
        ? { formula: "" }
        : { operator: operator.charAt(0).toUpperCase() + operator.slice(1), formula1: "" };
  return (a["sqref"] ?? "").split(/\s+/).flatMap((text) => {
    const area = parseArea(text);
    if (!area) return [];
    return [
      {
        area,
        rule: { [kind]: { ...rule } },
        ignoreBlanks: a["allowBlank"] === "1",
        errorAlert: {
          showAlert: a["showErrorMessage"] === "1",
          style: styles[a["errorStyle"] ?? "stop"] ?? "Stop",
          title: a["errorTitle"] ?? "",
          message: a["error"] ?? "",
        },
        prompt: {
          showPrompt: a["showInputMessage"] === "1",
          title: a["promptTitle"] ?? "",
          message: a["prompt"] ?? "",
        },
      },
    ];
  });
}
