import { areaName, cellName, contains, parseArea, type Area } from "../../model/address";
import { cellKey, keyColumn, keyRow, type CellLink, type SheetExtras } from "../../model/extras";
import type { SheetChanges } from "../changes";
import type { SheetPatch } from "./sheet-patch";
import { attributesAt, escapeAttribute, outer } from "./xml-text";

/** Merges and links of a sheet: those of the file stay as they stand, new ones are added. */

export function patchMerges(patch: SheetPatch, { added, removed }: SheetChanges["merges"]): void {
  if (added.length + removed.length === 0) return;
  const p = patch.prefix;
  const gone = new Set(removed.map(rangeName));
  const kept = (patch.child("mergeCells")?.children ?? []).filter((one) => {
    const area = parseArea(attributesAt(patch.xml, one)["ref"] ?? "");
    return !area || !gone.has(fullName(area));
  });
  const list = [
    ...kept.map((one) => outer(patch.xml, one)),
    ...added.map((one) => `<${p}mergeCell ref="${rangeName(one)}"/>`),
  ];
  patch.set(
    "mergeCells",
    list.length === 0 ? null : `<${p}mergeCells count="${list.length}">${list.join("")}</${p}mergeCells>`,
  );
}

const rangeName = (range: {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}): string => `${cellName(range.startRow, range.startColumn)}:${cellName(range.endRow, range.endColumn)}`;

const fullName = ({ row, column, rows, columns }: Area): string =>
  `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

export function patchHyperlinks(patch: SheetPatch, { hyperlinks }: SheetExtras): void {
  const p = patch.prefix;
  const covered: Area[] = [];
  const kept = (patch.child("hyperlinks")?.children ?? []).filter((one) => {
    const a = attributesAt(patch.xml, one);
    const area = parseArea(a["ref"] ?? "");
    if (!area) return true;
    const link = hyperlinks.get(cellKey(area.row, area.column));
    const stays = link !== undefined && link.documentReference === a["location"];
    if (stays) covered.push(area);
    return stays;
  });
  const byCell = new Set(covered.filter(isCell).map(({ row, column }) => cellKey(row, column)));
  const large = covered.filter((area) => !isCell(area));
  const list = kept.map((one) => outer(patch.xml, one));
  for (const [key, link] of hyperlinks) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    if (byCell.has(key) || large.some((area) => contains(area, row, column))) continue;
    const place = linkPlace(patch, link);
    if (place !== null) list.push(`<${p}hyperlink ref="${cellName(row, column)}"${place}/>`);
  }
  patch.set("hyperlinks", list.length === 0 ? null : `<${p}hyperlinks>${list.join("")}</${p}hyperlinks>`);
}

const isCell = ({ rows, columns }: Area): boolean => rows === 1 && columns === 1;

function linkPlace(patch: SheetPatch, link: CellLink): string | null {
  const target = link.documentReference ?? link.address ?? "";
  if (target === "") return null;
  const place =
    link.documentReference === undefined
      ? patch.relationshipId(
          patch.pack.relate(patch.part, { type: "hyperlink", target, external: true }, patch.namespaces),
        )
      : ` location="${escapeAttribute(target.replace(/^#/, ""))}"`;
  const said = (name: string, text: string | undefined): string =>
    text === undefined ? "" : ` ${name}="${escapeAttribute(text)}"`;
  return place + said("tooltip", link.screenTip) + said("display", link.textToDisplay);
}

const typeNames: Record<string, string> = { wholeNumber: "whole" };

/** The validations of a sheet, as the open workbook has them. */
export function patchValidations(patch: SheetPatch, { validations }: SheetExtras): void {
  const p = patch.prefix;
  const list = validations.map((one) => {
    const [kind = "", given] = Object.entries(one.rule)[0] ?? [];
    const details = given as Record<string, unknown>;
    const second = details["formula2"];
    return (
      `<${p}dataValidation${validationAttributes(kind, details, one)}>` +
      `<${p}formula1>${escapeAttribute(firstFormula(kind, details))}</${p}formula1>` +
      (second === undefined ? "" : `<${p}formula2>${escapeAttribute(bare(second))}</${p}formula2>`) +
      `</${p}dataValidation>`
    );
  });
  patch.set(
    "dataValidations",
    list.length === 0
      ? null
      : `<${p}dataValidations count="${list.length}">${list.join("")}</${p}dataValidations>`,
  );
}

function validationAttributes(
  kind: string,
  details: Record<string, unknown>,
  { area, ignoreBlanks, errorAlert, prompt }: SheetExtras["validations"][number],
): string {
  const operator = typeof details["operator"] === "string" ? details["operator"] : "Between";
  const hasOperator = kind !== "list" && kind !== "custom" && operator !== "Between";
  const style = errorAlert.style.toLowerCase();
  const values: Record<string, string | null> = {
    type: typeNames[kind] ?? kind,
    errorStyle: style === "stop" ? null : style,
    operator: hasOperator ? operator.charAt(0).toLowerCase() + operator.slice(1) : null,
    allowBlank: flag(ignoreBlanks),
    // The file's flag hides the arrow.
    showDropDown: flag(kind === "list" && details["inCellDropDown"] === false),
    showInputMessage: flag(prompt.showPrompt && (prompt.message !== "" || prompt.title !== "")),
    showErrorMessage: flag(errorAlert.showAlert),
    errorTitle: errorAlert.title || null,
    error: errorAlert.message || null,
    promptTitle: prompt.title || null,
    prompt: prompt.message || null,
    sqref: areaName(area),
  };
  return Object.entries(values)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeAttribute(value)}"`))
    .join("");
}

const flag = (on: boolean): string | null => (on ? "1" : null);
const bare = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).replace(/^=/, "") : "";

function firstFormula(kind: string, details: Record<string, unknown>): string {
  if (kind === "custom") return bare(details["formula"]);
  if (kind !== "list") return bare(details["formula1"]);
  const { source } = details;
  return typeof source === "string" && source.startsWith("=")
    ? source.slice(1)
    : `"${bare(source).replace(/"/g, '""')}"`;
}
