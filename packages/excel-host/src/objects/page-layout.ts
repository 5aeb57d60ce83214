import { areaName } from "../model/address";
import type { PageLayoutState } from "../model/extras";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
import { asBoolean, asNumber, asRecord, asString, oneOf } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";

const paperSizes = ["Letter", "Legal", "A3", "A4", "A5", "B4", "B5", "Executive", "Tabloid"] as const;

export class PageLayout extends ExcelObject {
  static override readonly className = "PageLayout";
  static override readonly scalars = [
    "BlackAndWhite",
    "BottomMargin",
    "CenterHorizontally",
    "CenterVertically",
    "FooterMargin",
    "HeaderMargin",
    "LeftMargin",
    "Orientation",
    "PaperSize",
    "PrintGridlines",
    "RightMargin",
    "TopMargin",
    "Zoom",
  ];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }

  get #state(): PageLayoutState {
    return this.sheet.extras.pageLayout;
  }
  /** The state, to be changed. */
  get #own(): PageLayoutState {
    this.sheet.extras.changed.add("pageLayout");
    return this.sheet.extras.pageLayout;
  }

  get Orientation(): string {
    return this.#state.orientation;
  }
  set Orientation(given: unknown) {
    this.#own.orientation = oneOf(given, ["Portrait", "Landscape"]);
  }
  get PaperSize(): string {
    return this.#state.paperSize;
  }
  set PaperSize(given: unknown) {
    this.#own.paperSize = oneOf(given, paperSizes);
  }
  get Zoom(): unknown {
    return this.#state.zoom;
  }
  set Zoom(given: unknown) {
    const zoom = asRecord(given) as PageLayoutState["zoom"];
    if (zoom.scale !== undefined && (zoom.scale < 10 || zoom.scale > 400)) throw hostError("InvalidArgument");
    // Documented is a number of pages, or none.
    for (const pages of [zoom.horizontalFitToPages, zoom.verticalFitToPages])
      if (pages !== undefined && (!Number.isInteger(pages) || pages < 1 || pages > 32_767))
        throw hostError("InvalidArgument");
    this.#own.zoom = zoom;
  }
  get CenterHorizontally(): boolean {
    return this.#state.centerHorizontally;
  }
  set CenterHorizontally(center: unknown) {
    this.#own.centerHorizontally = asBoolean(center);
  }
  get CenterVertically(): boolean {
    return this.#state.centerVertically;
  }
  set CenterVertically(center: unknown) {
    this.#own.centerVertically = asBoolean(center);
  }
  get PrintGridlines(): boolean {
    return this.#state.printGridlines;
  }
  set PrintGridlines(print: unknown) {
    this.#own.printGridlines = asBoolean(print);
  }
  get BlackAndWhite(): boolean {
    return this.#state.blackAndWhite;
  }
  set BlackAndWhite(on: unknown) {
    this.#own.blackAndWhite = asBoolean(on);
  }
  get TopMargin(): number {
    return this.#state.margins.top;
  }
  set TopMargin(points: unknown) {
    this.#own.margins.top = asNumber(points);
  }
  get BottomMargin(): number {
    return this.#state.margins.bottom;
  }
  set BottomMargin(points: unknown) {
    this.#own.margins.bottom = asNumber(points);
  }
  get LeftMargin(): number {
    return this.#state.margins.left;
  }
  set LeftMargin(points: unknown) {
    this.#own.margins.left = asNumber(points);
  }
  get RightMargin(): number {
    return this.#state.margins.right;
  }
  set RightMargin(points: unknown) {
    this.#own.margins.right = asNumber(points);
  }
  get HeaderMargin(): number {
    return this.#state.margins.header;
  }
  set HeaderMargin(points: unknown) {
    this.#own.margins.header = asNumber(points);
  }
  get FooterMargin(): number {
    return this.#state.margins.footer;
  }
  set FooterMargin(points: unknown) {
    this.#own.margins.footer = asNumber(points);
  }
  get HeadersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.context, this.sheet);
  }

  SetPrintArea(range: unknown): void {
    this.#own.printArea = areaName(this.#range(range).area);
  }
  SetPrintTitleRows(range: unknown): void {
    const { area, IsEntireRow } = this.#range(range);
    if (!IsEntireRow) throw hostError("InvalidArgument");
    this.#own.titleRows = `${area.row + 1}:${area.row + area.rows}`;
  }
  SetPrintTitleColumns(range: unknown): void {
    this.#own.titleColumns = areaName(this.#range(range).GetEntireColumn().area);
  }
  #range(given: unknown): Range {
    return given instanceof Range ? given : Range.at(this.context, this.sheet, given);
  }
}

export class HeaderFooterGroup extends ExcelObject {
  static override readonly className = "HeaderFooterGroup";
  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }
  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.context, this.sheet);
  }
}

export class HeaderFooter extends ExcelObject {
  static override readonly className = "HeaderFooter";
  static override readonly scalars = [
    "CenterFooter",
    "CenterHeader",
    "LeftFooter",
    "LeftHeader",
    "RightFooter",
    "RightHeader",
  ];
  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }
  #set(part: keyof PageLayoutState["headersFooters"], text: unknown): void {
    this.sheet.extras.pageLayout.headersFooters[part] = asString(text);
    this.sheet.extras.changed.add("pageLayout");
  }
  get LeftHeader(): string {
    return this.sheet.extras.pageLayout.headersFooters.leftHeader;
  }
  set LeftHeader(text: unknown) {
    this.#set("leftHeader", text);
  }
  get CenterHeader(): string {
    return this.sheet.extras.pageLayout.headersFooters.centerHeader;
  }
  set CenterHeader(text: unknown) {
    this.#set("centerHeader", text);
  }
  get RightHeader(): string {
    return this.sheet.extras.pageLayout.headersFooters.rightHeader;
  }
  set RightHeader(text: unknown) {
    this.#set("rightHeader", text);
  }
  get LeftFooter(): string {
    return this.sheet.extras.pageLayout.headersFooters.leftFooter;
  }
  set LeftFooter(text: unknown) {
    this.#set("leftFooter", text);
  }
  get CenterFooter(): string {
    return this.sheet.extras.pageLayout.headersFooters.centerFooter;
  }
  set CenterFooter(text: unknown) {
    this.#set("centerFooter", text);
  }
  get RightFooter(): string {
    return this.sheet.extras.pageLayout.headersFooters.rightFooter;
  }
  set RightFooter(text: unknown) {
    this.#set("rightFooter", text);
  }
}
