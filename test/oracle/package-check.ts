import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

/**
 * An independent look at a saved package: well-formed by another parser, the order of elements as ECMA-376 part 1 has
 * it (annex A), relationships, content types, numbers that refer to lists, colours. It shares no code with the writer.
 * `largest`: parts of more bytes are passed over.
 */
export function packageFaults(bytes: Uint8Array, largest = Infinity): string[] {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name.replace(/\\/g, "/"), part]),
  );
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const documents = new Map<string, Element>();
  const faults: string[] = [];
  for (const [name, part] of parts) {
    if (!/\.(?:xml|rels)$/i.test(name) || isUtf16(part) || part.length > largest) continue;
    const root = parsed(strFromU8(part));
    if (root) documents.set(name, root);
    else faults.push(`${name} is not well-formed`);
  }
  faults.push(...typeFaults(parts, documents));
  for (const [name, root] of documents) {
    if (name.endsWith(".rels")) faults.push(...relationFaults(name, root, names));
    faults.push(...[...orderFaults(root)].map((fault) => `${name}: ${fault}`));
    faults.push(...colorFaults(root).map((fault) => `${name}: ${fault}`));
  }
  faults.push(...numberFaults(documents));
  return faults;
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const { DOMParser } = new JSDOM().window;
function parsed(xml: string): Element | null {
  const root = new DOMParser().parseFromString(xml.replace(/^\ufeff/, ""), "application/xml").documentElement;
  return root.localName === "parsererror" || root.getElementsByTagName("parsererror").length > 0
    ? null
    : root;
}

const list = (text: string): string[] => text.trim().split(/\s+/);
const axis = list(
  "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt",
);

/** Children in order, by element; those of a series depend on the kind of chart. */
const ORDER: Record<string, readonly string[]> = {
  worksheet: list(
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  ),
  sheetPr: list("tabColor outlinePr pageSetUpPr"),
  sheetView: list("pane selection pivotSelection extLst"),
  c: list("f v is extLst"),
  headerFooter: list("oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter"),
  dataValidation: list("formula1 formula2"),
  workbook: list(
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  ),
  styleSheet: list(
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  ),
  border: list("start left end right top bottom diagonal vertical horizontal"),
  xf: list("alignment protection extLst"),
  chartSpace: list(
    "date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst",
  ),
  chart: list(
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
  ),
  title: list("tx layout overlay spPr txPr extLst"),
  legend: list("legendPos legendEntry layout overlay spPr txPr extLst"),
  plotArea: list("layout barChart lineChart pieChart catAx valAx dTable spPr extLst"),
  barChart: list("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst"),
  lineChart: list("grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst"),
  pieChart: list("varyColors ser dLbls firstSliceAng extLst"),
  "barChart/ser": list(
    "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
  ),
  "lineChart/ser": list("idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst"),
  "pieChart/ser": list("idx order tx spPr explosion dPt dLbls cat val extLst"),
  catAx: [...axis, ...list("auto lblAlgn lblOffset noMultiLvlLbl extLst")],
  valAx: [...axis, ...list("crossBetween majorUnit minorUnit dispUnits extLst")],
  scaling: list("logBase orientation max min"),
  twoCellAnchor: list("from to sp grpSp graphicFrame cxnSp pic contentPart clientData"),
  graphicFrame: list("nvGraphicFramePr xfrm graphic"),
  strCache: list("ptCount pt"),
  numCache: list("formatCode ptCount pt"),
};

function* orderFaults(element: Element): Generator<string> {
  const name = element.localName;
  const order = ORDER[`${element.parentElement?.localName ?? ""}/${name}`] ?? ORDER[name];
  const isOurs = /spreadsheetml|drawingml/.test(element.namespaceURI ?? "");
  let last = -1;
  for (const child of element.children) {
    const rank = order && isOurs ? order.indexOf(child.localName) : -1;
    if (rank >= 0 && rank < last) yield `${child.localName} comes too late in ${name}`;
    if (rank >= 0) last = rank;
    if (order && isOurs && rank < 0 && name === "ser") yield `${child.localName} in a ser`;
    yield* orderFaults(child);
  }
}

function colorFaults(root: Element): string[] {
  return [...root.getElementsByTagName("*")].flatMap((element) => {
    const isSheet = /spreadsheetml/.test(element.namespaceURI ?? "");
    const [rgb, val] = [element.getAttribute("rgb"), element.getAttribute("val")];
    if (isSheet && rgb !== null && !/^[0-9A-F]{8}$/i.test(rgb)) return [`colour ${rgb}`];
    const isDrawn = element.localName === "srgbClr";
    if (isDrawn && !/^[0-9A-F]{6}$/i.test(val ?? "")) return [`colour ${val ?? ""}`];
    const isEmpty = element.localName === "color" && isSheet && element.attributes.length === 0;
    return isEmpty ? ["a colour of nothing"] : [];
  });
}

function typeFaults(
  parts: ReadonlyMap<string, Uint8Array>,
  documents: ReadonlyMap<string, Element>,
): string[] {
  const root = documents.get("[Content_Types].xml");
  if (!root) return ["no content types"];
  const out: string[] = [];
  const known = new Map<string, string>();
  for (const element of root.children) {
    const extension = element.getAttribute("Extension");
    const key = extension === null ? (element.getAttribute("PartName") ?? "") : `.${extension}`;
    if (known.has(key.toLowerCase())) out.push(`two content types for ${key}`);
    known.set(key.toLowerCase(), element.getAttribute("ContentType") ?? "");
  }
  for (const name of parts.keys()) {
    const lower = name.toLowerCase();
    const isCovered = known.has(`/${lower}`) || known.has(lower.slice(lower.lastIndexOf(".")));
    if (name !== "[Content_Types].xml" && !isCovered && !name.endsWith("/"))
      out.push(`${name} has no content type`);
  }
  for (const key of known.keys())
    if (key.startsWith("/") && ![...parts.keys()].some((name) => `/${name.toLowerCase()}` === key))
      out.push(`a content type for ${key}, which is not there`);
  return out;
}

function relationFaults(name: string, root: Element, names: ReadonlyMap<string, string>): string[] {
  const out: string[] = [];
  const ids = new Set<string>();
  const base = `/${name.replace(/_rels\/[^/]*$/, "")}`;
  for (const element of root.children) {
    const id = element.getAttribute("Id") ?? "";
    if (ids.has(id)) out.push(`${name}: two of ${id}`);
    ids.add(id);
    if (element.getAttribute("TargetMode") === "External") continue;
    const target = new URL(
      (element.getAttribute("Target") ?? "").replace(/\\/g, "/"),
      `file://${encodeURI(base)}`,
    );
    const part = decodeURI(target.pathname).slice(1).toLowerCase();
    if (!names.has(part)) out.push(`${name}: ${id} leads to ${part}, which is not there`);
  }
  return out;
}

/** Cells refer to formats and texts, formats to fonts, fills and borders, sheets and names to each other. */
function numberFaults(documents: ReadonlyMap<string, Element>): string[] {
  const of = (name: string): [string, Element][] =>
    [...documents].filter(([, root]) => root.localName === name);
  const out: string[] = [];
  const styles = of("styleSheet")[0]?.[1];
  const items = (name: string): number =>
    styles
      ? [...styles.children].filter((one) => one.localName === name).flatMap((one) => [...one.children])
          .length
      : 0;
  const bounds = { fontId: items("fonts"), fillId: items("fills"), borderId: items("borders") };
  for (const xf of styles?.querySelectorAll("cellXfs > xf") ?? [])
    for (const [name, bound] of Object.entries(bounds))
      if (Number(xf.getAttribute(name) ?? 0) >= Math.max(1, bound))
        out.push(`${name} ${xf.getAttribute(name) ?? ""}`);
  const formats = Math.max(1, items("cellXfs"));
  const texts = of("sst")[0]?.[1].children.length ?? 0;
  for (const [name, sheet] of of("worksheet")) {
    let row = 0;
    for (const one of sheet.getElementsByTagName("*")) {
      if (one.localName === "row") {
        const number = Number(one.getAttribute("r") ?? row + 1);
        if (number <= row) out.push(`${name}: row ${number} after ${row}`);
        row = number;
      }
      if (one.localName !== "c") continue;
      const place = one.getAttribute("r") ?? "";
      if (Number(one.getAttribute("s") ?? 0) >= formats) out.push(`${name}: format of ${place}`);
      if (one.getAttribute("t") === "s" && !(Number(one.textContent) < texts))
        out.push(`${name}: text of ${place}`);
    }
    const selected = of("worksheet").filter(([, other]) =>
      ["1", "true"].includes(other.getElementsByTagName("sheetView")[0]?.getAttribute("tabSelected") ?? ""),
    );
    if (selected.length > 1) out.push("two tabs are selected");
  }
  const workbook = of("workbook")[0]?.[1];
  const sheets = [...(workbook?.querySelectorAll("sheets > *") ?? [])];
  for (const key of ["name", "sheetId"]) {
    const values = sheets.map((sheet) => (sheet.getAttribute(key) ?? "").toLowerCase());
    if (new Set(values).size < values.length) out.push(`two sheets of one ${key}`);
  }
  const names = [...(workbook?.querySelectorAll("definedNames > *") ?? [])].map(
    (one) => `${(one.getAttribute("name") ?? "").toLowerCase()} ${one.getAttribute("localSheetId") ?? ""}`,
  );
  if (new Set(names).size < names.length) out.push("two names alike");
  return [...new Set(out)];
}
