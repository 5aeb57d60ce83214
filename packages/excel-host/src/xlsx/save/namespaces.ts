/** Names that a package uses, in its two kinds: transitional as Excel saves it, strict as ISO 29500 has it. */
export interface Namespaces {
  readonly main: string;
  readonly relationships: string;
  readonly drawing: string;
  readonly sheetDrawing: string;
  readonly chart: string;
}

export const transitional: Namespaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
};

export const strict: Namespaces = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  drawing: "http://purl.oclc.org/ooxml/drawingml/main",
  sheetDrawing: "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
  chart: "http://purl.oclc.org/ooxml/drawingml/chart",
};

export const relationshipNamespaces = [transitional.relationships, strict.relationships] as const;
export const namespacesOf = (rootTag: string): Namespaces =>
  rootTag.includes(strict.main) ? strict : transitional;

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const contentTypes = {
  workbook: `${spreadsheet}.sheet.main+xml`,
  worksheet: `${spreadsheet}.worksheet+xml`,
  styles: `${spreadsheet}.styles+xml`,
  sharedStrings: `${spreadsheet}.sharedStrings+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  coreProperties: "application/vnd.openxmlformats-package.core-properties+xml",
  extendedProperties: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  xml: "application/xml",
} as const;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
