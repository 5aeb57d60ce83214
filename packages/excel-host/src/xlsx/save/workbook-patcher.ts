import type { IStyleData } from "@univerjs/core";
import { cellKey } from "../../model/extras";
import { formulaOf } from "../../model/sheet-cells";
import type { WorkbookModel } from "../../model/workbook-model";
import { isUnchanged, stable, type BaselineSheet, type SheetChanges } from "../changes";
import { fileFormula } from "../file-formula";
import { defaultLimits } from "../limits";
import type { Baseline } from "../open";
import { openPackage } from "../package";
import { readWorkbookPart, type WorkbookPart } from "../read-workbook";
import { readZip } from "../zip";
import { settingsPartName, settingsXml } from "../settings-part";
import { contentTypes, namespacesOf, transitional, type Namespaces } from "./namespaces";
import { packageFaults } from "./package-faults";
import { emptyPackage, PackageEdit } from "./package-edit";
import { patchPageLayout, patchProtection } from "./page-setup";
import { patchDrawing } from "./patch-drawing";
import { patchProperties } from "./patch-properties";
import { patchRows } from "./patch-rows";
import type { CellPatch } from "./cell-xml";
import { patchWorkbook } from "./patch-workbook";
import type { NewSheet } from "./workbook-part";
import { hasNewResults, resultOf } from "./results";
import { WorkbookSaveError } from "./save-error";
import { patchColumns } from "./sheet-columns";
import { patchHyperlinks, patchMerges, patchValidations } from "./sheet-lists";
import { emptySheet, SheetPatch } from "./sheet-patch";
import { patchView } from "./sheet-view";
import { StringsPatch } from "./strings-patch";
import { minimalStyles, StylesPatch } from "./styles-patch";
import { attributesAt, openTag, parse } from "./xml-text";

/** Puts the changes of the open workbook into the package that it came from. */
export class WorkbookPatcher {
  readonly #pack: PackageEdit;
  readonly #book: WorkbookPart;
  /** Folder of the workbook part, such as `xl/`. */
  readonly #folder: string;
  readonly #namespaces: Namespaces;
  readonly #styles: StylesPatch;
  readonly #strings: StringsPatch;
  readonly #stringsPart: string | null;
  readonly #baseline: Baseline;
  #losesFormula = false;

  constructor(
    readonly model: WorkbookModel,
    readonly original: Uint8Array | null,
    baseline: Baseline | null,
  ) {
    this.#pack = original ? new PackageEdit(readZip(original)) : emptyPackage(transitional);
    this.#baseline = baseline ?? { styles: {}, sheets: [] };
    const pack = this.#pack;
    this.#book = readWorkbookPart(pack);
    this.#folder = this.#book.part.slice(0, this.#book.part.lastIndexOf("/") + 1);
    const xml = pack.text(this.#book.part);
    this.#namespaces = namespacesOf(openTag(xml, parse(xml, { depth: 0 })));
    const { styles, sharedStrings } = this.#book;
    this.#styles = new StylesPatch(styles === null ? minimalStyles(this.#namespaces) : pack.text(styles));
    // A table that nothing leads to is taken up: some readers go by its content type.
    this.#stringsPart = sharedStrings ?? pack.partOfType(contentTypes.sharedStrings);
    this.#strings = new StringsPatch(
      this.#stringsPart === null ? null : pack.text(this.#stringsPart),
      this.#namespaces,
    );
  }

  save(changes: readonly SheetChanges[]): Uint8Array {
    const pack = this.#pack;
    const reachable = pack.reachable();
    const added: NewSheet[] = [];
    const parts = new Map(changes.map((one) => [one, this.#partOf(one, added)]));
    const selection = this.#selection();
    for (const [one, part] of parts) {
      const selected = selection.get(one.sheet.id) ?? null;
      const isTouched = !one.baseline || !isUnchanged(one) || selected !== null;
      if (isTouched || hasNewResults(one)) this.#patchSheet(part, one, selected);
    }
    this.#patchWorkbook(added);
    this.#writeTables();
    if (this.model.changed.has("settings")) this.#writeSettings();
    if (this.model.changed.has("properties")) patchProperties(pack, this.model.properties);
    pack.dropUnreachable(reachable);
    this.#check();
    return pack.zip();
  }

  /** The part of a sheet; a new sheet gets one. */
  #partOf({ baseline, sheet }: SheetChanges, added: NewSheet[]): string {
    const pack = this.#pack;
    if (baseline) return pack.find(baseline.part) ?? baseline.part;
    const part = pack.numberedName(`${this.#folder}worksheets/sheet`);
    pack.add(part, emptySheet(this.#namespaces), contentTypes.worksheet);
    const relationship = pack.relate(this.#book.part, { type: "worksheet", target: part }, this.#namespaces);
    added.push({ id: sheet.id, relationship });
    return part;
  }

  #sheetOf(part: string): BaselineSheet | undefined {
    return this.#baseline.sheets.find((one) => one.part.toLowerCase() === part.toLowerCase());
  }

  /** Sheets whose tab is to be selected (true) or not (false), because another one is active now. */
  #selection(): Map<string, boolean> {
    const out = new Map<string, boolean>();
    const { model } = this;
    if (this.original !== null && model.active.id === model.openedAt) return out;
    const isSelected = (part: string): boolean =>
      /<(?:\w+:)?sheetView\b[^>]*\stabSelected=["'](?:1|true)["']/.test(this.#pack.text(part));
    for (const sheet of model.sheets) {
      const old = this.#baseline.sheets.find((one) => one.id === sheet.id);
      if (sheet.id === model.active.id) out.set(sheet.id, true);
      else if (old && isSelected(old.part)) out.set(sheet.id, false);
    }
    return out;
  }

  #patchSheet(part: string, changes: SheetChanges, selected: boolean | null): void {
    const pack = this.#pack;
    const { sheet, baseline, extras } = changes;
    const xml = pack.text(part);
    const patch = new SheetPatch(xml, part, pack);
    this.#patchCells(patch, changes);
    if (changes.cells.length > 0 || !baseline) patch.dimension(sheet.cells.used(false));
    patchColumns(patch, changes.columns);
    patchView(patch, changes.view, selected);
    patchMerges(patch, changes.merges);
    if (extras.has("hyperlinks")) patchHyperlinks(patch, sheet.extras);
    if (extras.has("validations")) patchValidations(patch, sheet.extras);
    if (extras.has("pageLayout")) patchPageLayout(patch, sheet.extras.pageLayout);
    if (extras.has("protection")) patchProtection(patch, sheet.extras);
    if (extras.has("charts"))
      patchDrawing(patch, {
        sheet,
        before: baseline?.charts ?? [],
        folder: this.#folder,
        sheetOf: (id) => this.model.sheet(id),
      });
    const out = patch.apply();
    if (out !== xml) pack.write(part, out);
  }

  #patchCells(patch: SheetPatch, changes: SheetChanges): void {
    const { sheet, baseline } = changes;
    const columns = (patch.child("cols")?.children ?? []).map((one) => attributesAt(patch.xml, one));
    const columnStyle = (column: number): number =>
      Number(
        columns.find((a) => Number(a["min"]) <= column + 1 && column + 1 <= Number(a["max"]))?.["style"] ?? 0,
      );
    const rowStyles =
      baseline && changes.cells.length > 0 ? rowStylesOf(patch.xml) : new Map<number, number>();
    const styleOf = (row: number, column: number): number => rowStyles.get(row) ?? columnStyle(column);
    const data = patch.child("sheetData");
    const [from, to] = data ? [data.openEnd, data.closeStart] : [0, 0];
    const inside = patchRows(
      patch.xml,
      { from, to },
      {
        prefix: patch.prefix,
        cells: this.#cellPatches(changes, styleOf),
        rows: changes.rows,
        resultAt: (row, column) => resultOf(sheet.cells.data(row, column), baseline?.cells[row]?.[column]),
        formulaAt: (row, column) => {
          const formula = formulaOf(sheet.cells.data(row, column));
          return formula === null ? null : fileFormula(formula);
        },
        stringIndex: (text) => this.#strings.indexOf(text),
        columnStyle,
      },
    );
    const p = patch.prefix;
    if (!data) patch.set("sheetData", `<${p}sheetData>${inside}</${p}sheetData>`);
    else if (!data.empty) patch.edits.replace(from, to, inside);
    else if (inside !== "") patch.edits.append(data, inside);
  }

  #cellPatches(
    { sheet, baseline, cells }: SheetChanges,
    styleOf: (row: number, column: number) => number,
  ): Map<number, Map<number, CellPatch>> {
    const out = new Map<number, Map<number, CellPatch>>();
    const { unlocked, formulaHidden, indents } = sheet.extras;
    for (const { row, column, content, style } of cells) {
      const old = baseline?.cells[row]?.[column];
      const formula = formulaOf(content ?? null);
      if (content !== undefined && old?.f !== undefined && formula === null) this.#losesFormula = true;
      if (content === undefined && style && isFormatOfResult(old, style)) continue;
      const base = typeof old?.s === "string" ? Number(old.s.slice(1)) : old ? 0 : styleOf(row, column);
      let index: number | null = null;
      if (style) {
        const key = cellKey(row, column);
        const locking = {
          locked: !unlocked.has(key),
          formulaHidden: formulaHidden.has(key),
          indent: indents.get(key) ?? 0,
        };
        index = this.#styles.index({ base, ...style, locking });
      } else if (formula !== null) {
        const plain = this.#styles.withoutQuotePrefix(base);
        if (plain !== base) index = plain;
      }
      let line = out.get(row);
      if (!line) out.set(row, (line = new Map<number, CellPatch>()));
      line.set(column, { content, style: index });
    }
    return out;
  }

  #patchWorkbook(added: readonly NewSheet[]): void {
    const pack = this.#pack;
    const { model } = this;
    const { part } = this.#book;
    const related = new Map(pack.relationships(part).map((one) => [one.id, one]));
    const isOpen = (id: string): boolean => model.sheets.some((sheet) => sheet.id === id);
    const sheetAt = (relationship: string): BaselineSheet | undefined =>
      this.#sheetOf(related.get(relationship)?.target ?? "");
    const isDeleted = (relationship: string): boolean => {
      const sheet = sheetAt(relationship);
      return sheet !== undefined && !isOpen(sheet.id);
    };
    pack.write(
      part,
      patchWorkbook(pack.text(part), {
        model,
        baseline: this.#baseline,
        before: this.#book,
        added,
        sheetOf: (relationship) => {
          const id = sheetAt(relationship)?.id;
          return id !== undefined && isOpen(id) ? id : null;
        },
        isDeleted,
      }),
    );
    const deleted = [...related.keys()].filter(isDeleted);
    if (deleted.length > 0) pack.unrelate(part, ({ id }) => deleted.includes(id));
    // The chain may lack formulas, but must not name cells that have none.
    if (deleted.length > 0 || this.#losesFormula) pack.unrelate(part, ({ type }) => type === "calcChain");
  }

  #writeTables(): void {
    const pack = this.#pack;
    const { part: book, styles, sharedStrings } = this.#book;
    const relate = (type: string, target: string): void => {
      pack.relate(book, { type, target }, this.#namespaces);
    };
    if (styles !== null && this.#styles.changed) pack.write(styles, this.#styles.apply());
    else if (styles === null && (this.#styles.changed || this.original === null)) {
      const part = pack.freeName(`${this.#folder}styles.xml`);
      pack.add(part, this.#styles.apply(), contentTypes.styles);
      relate("styles", part);
    }
    if (!this.#strings.changed) return;
    if (this.#stringsPart !== null) pack.write(this.#stringsPart, this.#strings.apply());
    const part = this.#stringsPart ?? pack.freeName(`${this.#folder}sharedStrings.xml`);
    if (this.#stringsPart === null) pack.add(part, this.#strings.apply(), contentTypes.sharedStrings);
    if (sharedStrings === null) relate("sharedStrings", part);
  }

  #writeSettings(): void {
    const pack = this.#pack;
    const known = settingsPartName(pack, this.#book.part);
    const xml = settingsXml(this.model.settings);
    if (known !== null) return pack.write(known, xml);
    const part = pack.numberedName("customXml/item");
    pack.add(part, xml, contentTypes.xml);
    pack.relate(this.#book.part, { type: "customXml", target: part }, this.#namespaces);
  }

  /** What was wrong in the file before is not ours to refuse. @throws WorkbookSaveError */
  #check(): void {
    const pack = this.#pack;
    const bounds = { formats: this.#styles.formats, strings: this.#strings.size };
    const now = packageFaults(pack, pack.written.keys(), bounds);
    if (now.length === 0) return;
    const before = new Set(this.#faultsBefore());
    const ours = now.filter((fault) => !before.has(fault));
    if (ours.length > 0) throw new WorkbookSaveError(ours);
  }

  #faultsBefore(): string[] {
    if (this.original === null) return [];
    const old = openPackage(this.original, defaultLimits);
    const parts = [...this.#pack.written.keys()].filter((name) => old.find(name) !== null);
    return packageFaults(old, parts, { formats: this.#styles.formats, strings: this.#strings.size });
  }
}

/** The engine gives the first result of a formula the format of what it came from; the file's own format stays. */
function isFormatOfResult(
  old: { f?: unknown; v?: unknown } | undefined,
  { before, after }: { before: IStyleData | null; after: IStyleData },
): boolean {
  const bare = (style: IStyleData | null): string => stable({ ...style, n: null });
  return old?.f !== undefined && old.v === undefined && !before?.n && bare(before) === bare(after);
}

/** Formats of whole rows: cells that they do not have yet look like that. */
function rowStylesOf(xml: string): Map<number, number> {
  const out = new Map<number, number>();
  if (!xml.includes("customFormat")) return out;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row\b[^>]*\scustomFormat=["'](?:1|true)["'][^>]*>/g)) {
    const row = /\sr=["'](\d+)["']/.exec(tag)?.[1];
    const style = /\ss=["'](\d+)["']/.exec(tag)?.[1];
    if (row !== undefined && style !== undefined) out.set(Number(row) - 1, Number(style));
  }
  return out;
}
