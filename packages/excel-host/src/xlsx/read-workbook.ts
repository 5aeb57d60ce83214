import { splitSheet } from "../model/address";
import { sheetNameFault } from "../model/sheet-name";
import { emptyProperties, type DocumentProperties, type NamedReference } from "../model/snapshot";
import { WorkbookFileError } from "./file-error";
import type { WorkbookPackage } from "./package";
import { readXml } from "./xml";

export interface SheetEntry {
  name: string;
  part: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
}

export interface WorkbookPart {
  /** Part name of the workbook itself. */
  part: string;
  sheets: SheetEntry[];
  names: NamedReference[];
  date1904: boolean;
  manualCalculation: boolean;
  /** The file itself says that its results are out of date. */
  recalculates: boolean;
  structureProtected: boolean;
  /** Place of the active sheet among all that the file lists. */
  activeTab: number;
  /** The same among `sheets`; -1 for a chart or macro sheet. */
  active: number;
  sharedStrings: string | null;
  styles: string | null;
  theme: string | null;
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** Reads the workbook part. Chart sheets and macro sheets are left out of the list: they have no cells. */
export function readWorkbookPart(pack: WorkbookPackage): WorkbookPart {
  const part = pack.relationships("").find((one) => one.type === "officeDocument")?.target;
  if (part === undefined || pack.find(part) === null)
    throw new WorkbookFileError("damaged", "no workbook part", "文件里缺少工作簿部件");
  if (!part.toLowerCase().endsWith(".xml")) throw new WorkbookFileError("not-xlsx", part);
  const related = pack.relationships(part);
  const target = (type: string): string | null => {
    const found = related.find((one) => one.type === type)?.target;
    return found !== undefined ? pack.find(found) : null;
  };
  const out: WorkbookPart = {
    part,
    sheets: [],
    names: [],
    date1904: false,
    manualCalculation: false,
    recalculates: false,
    structureProtected: false,
    activeTab: 0,
    active: -1,
    sharedStrings: target("sharedStrings"),
    styles: target("styles"),
    theme: target("theme"),
  };
  const all: (SheetEntry | null)[] = [];
  let name: (NamedReference & { local: number | null }) | null = null;
  const names: (NamedReference & { local: number | null })[] = [];
  let isWorkbook = false;
  readXml(part, pack.text(part), {
    open(element, a) {
      if (!isWorkbook && element !== "workbook")
        throw new WorkbookFileError("not-xlsx", `${part}: <${element}>`);
      isWorkbook = true;
      if (element === "workbookPr") out.date1904 = isOn(a["date1904"]);
      else if (element === "workbookProtection") out.structureProtected = isOn(a["lockStructure"]);
      else if (element === "workbookView") out.activeTab = Number(a["activeTab"] ?? 0);
      else if (element === "calcPr") {
        out.manualCalculation = a["calcMode"] === "manual";
        out.recalculates = isOn(a["fullCalcOnLoad"]) || isOn(a["forceFullCalc"]);
      } else if (element === "sheet") {
        const relationship = related.find((one) => one.id === a["id"]);
        if (relationship?.type !== "worksheet") {
          all.push(null);
          if (!relationship) throw new WorkbookFileError("damaged", `sheet ${a["name"] ?? ""} has no part`);
          return;
        }
        const visibility =
          a["state"] === "hidden" ? "Hidden" : a["state"] === "veryHidden" ? "VeryHidden" : "Visible";
        all.push({
          name: a["name"] ?? "",
          part: relationship.target,
          visibility,
          printArea: null,
          titleRows: null,
          titleColumns: null,
        });
      } else if (element === "definedName")
        name = {
          name: a["name"] ?? "",
          refersTo: "",
          scope: null,
          visible: !isOn(a["hidden"]),
          comment: a["comment"] ?? "",
          local: a["localSheetId"] === undefined ? null : Number(a["localSheetId"]),
        };
    },
    text(piece) {
      if (name) name.refersTo += piece;
    },
    close(element) {
      if (element === "definedName" && name) {
        names.push(name);
        name = null;
      }
    },
  });
  for (const { local, ...reference } of names) {
    const sheet = local === null ? null : (all[local] ?? null);
    if (reference.name.startsWith("_xlnm.")) printName(sheet, reference);
    else out.names.push({ ...reference, scope: sheet?.name ?? null });
  }
  out.sheets = all.filter((sheet) => sheet !== null);
  const active = all[out.activeTab];
  out.active = active ? out.sheets.indexOf(active) : -1;
  checkNames(out.sheets);
  return out;
}

function checkNames(sheets: readonly SheetEntry[]): void {
  const taken = new Set<string>();
  for (const { name } of sheets) {
    const key = name.toLowerCase();
    const fault = taken.has(key) ? "有两张工作表同名" : sheetNameFault(name);
    if (fault !== null) throw new WorkbookFileError("sheet-name", name, `“${name}”${fault}`);
    taken.add(key);
  }
}

function printName(sheet: SheetEntry | null, { name, refersTo }: NamedReference): void {
  if (!sheet) return;
  const areas = refersTo.split(",").map((area) => splitSheet(area).address.replace(/\$/g, ""));
  if (name === "_xlnm.Print_Area") sheet.printArea = areas.join(",");
  if (name === "_xlnm.Print_Titles")
    for (const area of areas)
      if (/^\d/.test(area)) sheet.titleRows = area;
      else sheet.titleColumns = area;
}

const properties: Record<string, keyof DocumentProperties> = {
  title: "title",
  creator: "author",
  subject: "subject",
  keywords: "keywords",
  description: "comments",
  category: "category",
  lastModifiedBy: "lastAuthor",
  Company: "company",
  Manager: "manager",
};

export function readProperties(pack: WorkbookPackage): DocumentProperties {
  const out = emptyProperties();
  for (const part of ["docProps/core.xml", "docProps/app.xml"]) {
    if (pack.find(part) === null) continue;
    let into: keyof DocumentProperties | null = null;
    readXml(part, pack.text(part), {
      open(element) {
        into = properties[element] ?? null;
      },
      text(piece) {
        if (into) out[into] += piece;
      },
      close() {
        into = null;
      },
    });
  }
  return out;
}
