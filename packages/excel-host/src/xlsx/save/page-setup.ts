import type { PageLayoutState, SheetExtras } from "../../model/extras";
import { legacyPasswordHash } from "../../model/protection";
import { encodedText } from "./encoded-text";
import type { SheetPatch } from "./sheet-patch";
import { withAttributes } from "./xml-text";

const paperNumbers: Record<string, number> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Executive: 7,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};
const pointsPerInch = 72;
/** Without the noise of binary fractions. */
const inches = (points: number): string => String(Number((points / pointsPerInch).toFixed(6)));

/** How a sheet prints; titles and areas are names of the workbook. */
export function patchPageLayout(patch: SheetPatch, layout: PageLayoutState): void {
  const p = patch.prefix;
  const { horizontalFitToPages: across, verticalFitToPages: down, scale } = layout.zoom;
  const fits = across !== undefined || down !== undefined;
  patch.setProperty("pageSetUpPr", fits ? `<${p}pageSetUpPr fitToPage="1"/>` : null);
  patch.setTag("printOptions", (tag) =>
    withAttributes(tag, {
      horizontalCentered: layout.centerHorizontally ? "1" : null,
      verticalCentered: layout.centerVertically ? "1" : null,
      gridLines: layout.printGridlines ? "1" : null,
    }),
  );
  const { left, right, top, bottom, header, footer } = layout.margins;
  patch.setTag("pageMargins", (tag) =>
    withAttributes(
      tag,
      Object.fromEntries(
        Object.entries({ left, right, top, bottom, header, footer }).map(([side, points]) => [
          side,
          inches(points),
        ]),
      ),
    ),
  );
  patch.setTag("pageSetup", (tag) =>
    withAttributes(tag, {
      paperSize: String(paperNumbers[layout.paperSize] ?? 9),
      scale: fits || (scale ?? 100) === 100 ? null : String(scale),
      // 0 pages is "as many as it takes".
      fitToWidth: fits ? String(across ?? 0) : null,
      fitToHeight: fits ? String(down ?? 0) : null,
      orientation: layout.orientation.toLowerCase(),
      blackAndWhite: layout.blackAndWhite ? "1" : null,
    }),
  );
  const h = layout.headersFooters;
  const head = line(h.leftHeader, h.centerHeader, h.rightHeader);
  const foot = line(h.leftFooter, h.centerFooter, h.rightFooter);
  if (head === "" && foot === "") return;
  const element = (name: string, text: string): string =>
    text === "" ? "" : `<${p}${name}>${encodedText(text)}</${p}${name}>`;
  patch.set(
    "headerFooter",
    `<${p}headerFooter>${element("oddHeader", head)}${element("oddFooter", foot)}</${p}headerFooter>`,
  );
}

const line = (left: string, center: string, right: string): string =>
  (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);

/** Flags that a file sets to forbid, unless it says 0. */
export const lockFlags = [
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertRows",
  "insertHyperlinks",
  "deleteColumns",
  "deleteRows",
  "sort",
  "autoFilter",
  "pivotTables",
] as const;

export function patchProtection(patch: SheetPatch, { protection }: SheetExtras): void {
  if (!protection) return patch.set("sheetProtection", null);
  const allows = (name: string): boolean =>
    protection.options[`allow${name.charAt(0).toUpperCase()}${name.slice(1)}`] === true;
  const mode = protection.options["selectionMode"];
  const { password, hash } = protection;
  const kept = hash ?? {};
  patch.set(
    "sheetProtection",
    withAttributes(`<${patch.prefix}sheetProtection/>`, {
      algorithmName: kept.algorithm ?? null,
      hashValue: kept.value ?? null,
      saltValue: kept.salt ?? null,
      spinCount: kept.spins === undefined ? null : String(kept.spins),
      password: password === undefined ? (kept.legacy ?? null) : legacyPasswordHash(password),
      sheet: "1",
      objects: allows("editObjects") ? null : "1",
      scenarios: allows("editScenarios") ? null : "1",
      ...Object.fromEntries(lockFlags.map((flag) => [flag, allows(flag) ? "0" : null])),
      selectLockedCells: mode === "None" || mode === "Unlocked" ? "1" : null,
      selectUnlockedCells: mode === "None" ? "1" : null,
    }),
  );
}
