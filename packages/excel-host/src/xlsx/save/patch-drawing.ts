import type { ChartState } from "../../model/extras";
import { columnWidth, rowHeight } from "../../model/sheet-layout";
import type { SheetModel } from "../../model/sheet-model";
import type { FileChart } from "../read-drawing";
import { chartXml } from "./chart-xml";
import { contentTypes, declaration, type Namespaces } from "./namespaces";
import type { PackageEdit } from "./package-edit";
import type { SheetPatch } from "./sheet-patch";
import { attributesAt, Edits, escapeAttribute, parse, type Element } from "./xml-text";

export interface DrawingSource {
  readonly sheet: SheetModel;
  /** The charts that the sheet's part had when it was opened. */
  readonly before: readonly FileChart[];
  /** Folder of the workbook part, such as `xl/`. */
  readonly folder: string;
  sheetOf(id: string): SheetModel;
}

/** Draws the charts that were added, and takes away those that were deleted. */
export function patchDrawing(patch: SheetPatch, source: DrawingSource): void {
  const { pack, part, namespaces } = patch;
  const { charts } = source.sheet.extras;
  const added = charts.filter((one) => one.source !== null);
  const gone = source.before.filter(
    ({ state }) => !charts.some((one) => one.id === state.id && one.source === null),
  );
  if (added.length + gone.length === 0) return;
  const related = pack
    .relationships(part)
    .find(({ type, external, target }) => type === "drawing" && !external && pack.find(target) !== null);
  const drawing = related?.target ?? pack.numberedName(`${source.folder}drawings/drawing`);
  if (!related) {
    const { sheetDrawing, drawing: a } = namespaces;
    pack.add(
      drawing,
      `${declaration}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${a}"></xdr:wsDr>`,
      contentTypes.drawing,
    );
    patch.drawing(pack.relate(part, { type: "drawing", target: drawing }, namespaces));
  }
  const xml = pack.text(drawing);
  const root = parse(xml);
  const edits = new Edits(xml);
  const dropped = removeAnchors(edits, root, new Set(gone.map(({ drawingId }) => drawingId)));
  let id = 1 + Math.max(1, ...drawingIds(xml));
  for (const chart of added) {
    const relationship = addChart(pack, drawing, { chart, source, namespaces });
    edits.append(root, anchorXml(source.sheet, chart, { id: id++, relationship, namespaces }));
  }
  pack.write(drawing, edits.apply());
  pack.unrelate(drawing, (one) => dropped.has(one.id));
}

const drawingIds = (xml: string): number[] =>
  [...xml.matchAll(/<(?:\w+:)?cNvPr\b[^>]*\sid="(\d+)"/g)].map(([, id]) => Number(id));

function addChart(
  pack: PackageEdit,
  drawing: string,
  { chart, source, namespaces }: { chart: ChartState; source: DrawingSource; namespaces: Namespaces },
): string {
  const part = pack.numberedName(`${source.folder}charts/chart`);
  pack.add(
    part,
    chartXml(chart, (id) => source.sheetOf(id), namespaces),
    contentTypes.chart,
  );
  return pack.relate(drawing, { type: "chart", target: part }, namespaces);
}

/** Takes away the anchors of charts by their number; answers the relationships that they had. */
function removeAnchors(edits: Edits, root: Element, ids: ReadonlySet<string>): Set<string> {
  const out = new Set<string>();
  if (ids.size === 0) return out;
  for (const anchor of root.children) {
    const frame = find(anchor, "graphicFrame");
    const properties = frame && find(frame, "cNvPr");
    const chart = frame && find(frame, "chart");
    if (!properties || !chart || !ids.has(attributesAt(edits.xml, properties)["id"] ?? "")) continue;
    const relationship = attributesAt(edits.xml, chart)["id"];
    if (relationship !== undefined) out.add(relationship);
    edits.replaceElement(anchor, "");
  }
  return out;
}

function find(within: Element, local: string): Element | undefined {
  if (within.local === local) return within;
  for (const one of within.children) {
    const found = find(one, local);
    if (found) return found;
  }
  return undefined;
}

const emuPerPoint = 12_700;

/** An anchor that declares all its prefixes, so that it fits into any drawing. */
function anchorXml(
  sheet: SheetModel,
  chart: ChartState,
  { id, relationship, namespaces: ns }: { id: number; relationship: string; namespaces: Namespaces },
): string {
  const place = (tag: "from" | "to", left: number, top: number): string => {
    const column = placeOf(left, (index) => columnWidth(sheet, index), tag);
    const row = placeOf(top, (index) => rowHeight(sheet, index), tag);
    const offset = (points: number): number => Math.round(points * emuPerPoint);
    return `<xdr:${tag}><xdr:col>${column.index}</xdr:col><xdr:colOff>${offset(column.rest)}</xdr:colOff><xdr:row>${row.index}</xdr:row><xdr:rowOff>${offset(row.rest)}</xdr:rowOff></xdr:${tag}>`;
  };
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${ns.sheetDrawing}" xmlns:a="${ns.drawing}">` +
    place("from", chart.left, chart.top) +
    place("to", chart.left + chart.width, chart.top + chart.height) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeAttribute(chart.name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${ns.chart}">` +
    `<c:chart xmlns:c="${ns.chart}" xmlns:r="${ns.relationships}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

const mostCells = 1_048_576;

/** The row or column in which a distance ends. An end on a border belongs to the cell before: the next one would be printed, too. */
function placeOf(
  distance: number,
  size: (index: number) => number,
  tag: "from" | "to",
): { index: number; rest: number } {
  let rest = distance;
  let index = 0;
  while (index < mostCells && (tag === "to" ? rest > size(index) : rest >= size(index)))
    rest -= size(index++);
  return { index, rest };
}
