import { quoteSheet } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { checked, type ExcelizeFile } from "./excelize";

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
const toInches = (points: number): number => points / 72;

export function applyPageLayout(file: ExcelizeFile, sheet: SheetModel): void {
  const { name } = sheet;
  const layout = sheet.extras.pageLayout;
  const { horizontalFitToPages: across, verticalFitToPages: down, scale } = layout.zoom;
  const fits = across !== undefined || down !== undefined;
  checked(
    file.SetPageLayout(name, {
      Size: paperNumbers[layout.paperSize] ?? 9,
      Orientation: layout.orientation.toLowerCase(),
      BlackAndWhite: layout.blackAndWhite,
      // 0 pages is "as many as it takes".
      ...(fits ? { FitToWidth: across ?? 0, FitToHeight: down ?? 0 } : { AdjustTo: scale ?? 100 }),
    }),
  );
  checked(file.SetSheetProps(name, { FitToPage: fits }));
  const { margins } = layout;
  checked(
    file.SetPageMargins(name, {
      Top: toInches(margins.top),
      Bottom: toInches(margins.bottom),
      Left: toInches(margins.left),
      Right: toInches(margins.right),
      Header: toInches(margins.header),
      Footer: toInches(margins.footer),
      Horizontally: layout.centerHorizontally,
      Vertically: layout.centerVertically,
    }),
  );
  const headers = layout.headersFooters;
  const line = (left: string, center: string, right: string): string =>
    (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  const header = line(headers.leftHeader, headers.centerHeader, headers.rightHeader);
  const footer = line(headers.leftFooter, headers.centerFooter, headers.rightFooter);
  if (header || footer) checked(file.SetHeaderFooter(name, { OddHeader: header, OddFooter: footer }));
  const titles = [
    layout.titleColumns && absoluteColumns(layout.titleColumns),
    layout.titleRows && absoluteRows(layout.titleRows),
  ].filter((one) => one !== null);
  if (titles.length > 0)
    setName(file, name, "_xlnm.Print_Titles", titles.map((one) => `${quoteSheet(name)}!${one}`).join(","));
  if (layout.printArea !== null)
    setName(
      file,
      name,
      "_xlnm.Print_Area",
      layout.printArea
        .split(",")
        .map((one) => `${quoteSheet(name)}!${one.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`)
        .join(","),
    );
}

function setName(file: ExcelizeFile, scope: string, name: string, refersTo: string): void {
  file.DeleteDefinedName({ Name: name, Scope: scope }); // an error where there is none
  checked(file.SetDefinedName({ Name: name, RefersTo: refersTo, Scope: scope }));
}

const absoluteRows = (rows: string): string => rows.replace(/(\d+)/g, "$$$1");
const absoluteColumns = (columns: string): string => columns.replace(/([A-Z]+)/g, "$$$1");
