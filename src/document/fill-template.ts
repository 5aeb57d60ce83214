import { strFromU8, unzipSync, zipSync, type Unzipped } from "fflate";
import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagPlacement,
  TemplateHandler,
  TemplatePlugin,
  TextPlugin,
  officeMarkup,
  xml,
  type ScopeData,
  type Tag,
  type TemplateContent,
  type TemplateContext,
  type XmlNode,
} from "easy-template-x";
import type { DocumentTable } from "./content";
import type { ReportFacts } from "./facts";
import { fillingOf } from "./placeholders";
import { tableXml } from "./table-xml";

export type TemplateFailureCode = "not-docx" | "damaged" | "unclosed" | "too-large";

const MESSAGES: Readonly<Record<TemplateFailureCode, string>> = {
  "not-docx": "模板不是 Word 文档（.docx）。请用 Word 另存为 .docx 后重试。",
  damaged: "模板已损坏，读不出内容。请用 Word 打开后另存一份再试。",
  unclosed: "模板里有没写完整的占位符，“{{”与“}}”须成对，并写在同一段里：",
  "too-large": "模板过大（超过 64 MB）。请压缩其中的图片后重试。",
};

/** Why a template cannot be filled; the message says what to do. */
export class TemplateFailure extends Error {
  constructor(
    readonly code: TemplateFailureCode,
    detail = "",
  ) {
    super(MESSAGES[code] + detail);
    this.name = "TemplateFailure";
  }
}

/** A placeholder that has no meaning here: it stays as it stands. */
export interface UnknownPlaceholder {
  readonly name: string;
  /** The paragraph it stands in. */
  readonly place: string;
}

export interface FilledTemplate {
  readonly bytes: Uint8Array;
  readonly filled: number;
  readonly tables: number;
  /** Placeholders whose value nobody has typed yet: marked 【请补充：…】. */
  readonly gaps: number;
  readonly unknown: readonly UnknownPlaceholder[];
}

const GAP = "【请补充：";
const LARGEST = 64 * 1024 * 1024;
/** Nested tables and text boxes are deep. */
const DEEPEST = 400;
/** No loops and options: what is written so stays as it is. */
const NONE = {
  containerTagOpen: "\uE000",
  containerTagClose: "\uE001",
  tagOptionsStart: "\uE002",
  tagOptionsEnd: "\uE003",
};

/**
 * Fills the bureau's own .docx: {{得分}}, {{结论}}, {{表:综合得分}} in body, headers, footers and text boxes. Every part
 * without placeholders stays as it is, byte for byte: the library writes headers anew even where it changed nothing,
 * so that parts are taken over from its result only where something was filled. @throws TemplateFailure
 */
export async function fillTemplate(
  template: Uint8Array,
  facts: ReportFacts,
  today: string,
): Promise<FilledTemplate> {
  const parts = partsOf(template);
  const run = new Filling(facts, today);
  const handler = new TemplateHandler({
    delimiters: { tagStart: "{{", tagEnd: "}}", ...NONE },
    plugins: [new Words(run), new Tables(run)],
    maxXmlDepth: DEEPEST,
    skipEmptyTags: true,
    scopeDataResolver: ({ strPath }) => run.dataOf(strPath.at(-1) ?? "") as TemplateContent,
  });
  const filled = unzipSync(new Uint8Array(await processed(handler, template)));
  const result: Unzipped = {};
  for (const [name, bytes] of Object.entries(parts))
    result[name] = run.touched.has(name) ? (filled[name] ?? bytes) : bytes;
  const { filled: count, tables, gaps } = run;
  return { bytes: zipSync(result), filled: count, tables, gaps, unknown: unknownIn(parts, run) };
}

async function processed(handler: TemplateHandler, template: Uint8Array): Promise<ArrayBuffer> {
  try {
    return await handler.process<ArrayBuffer>(template.slice().buffer, {});
  } catch (error) {
    if (error instanceof MissingCloseDelimiterError)
      throw new TemplateFailure("unclosed", error.openDelimiterText);
    if (error instanceof MissingStartDelimiterError)
      throw new TemplateFailure("unclosed", error.closeDelimiterText);
    throw new TemplateFailure("damaged");
  }
}

function partsOf(template: Uint8Array): Unzipped {
  if (template.length > LARGEST) throw new TemplateFailure("too-large");
  if (template[0] !== 0x50 || template[1] !== 0x4b) throw new TemplateFailure("not-docx");
  let parts: Unzipped;
  try {
    parts = unzipSync(template);
  } catch {
    throw new TemplateFailure("damaged");
  }
  if (parts["word/document.xml"] === undefined) throw new TemplateFailure("not-docx");
  return parts;
}

interface TableData {
  readonly _type: "tables";
  readonly tables: readonly DocumentTable[];
}
/** Empty for a name that means nothing: the library then leaves the placeholder. */
type Data = string | TableData;

/** What of a template was filled. */
class Filling {
  filled = 0;
  tables = 0;
  gaps = 0;
  readonly touched = new Set<string>();
  readonly #known = new Map<string, Data>();

  constructor(
    private readonly facts: ReportFacts,
    private readonly today: string,
  ) {}

  dataOf(name: string): Data {
    const known = this.#known.get(name) ?? this.#look(name);
    this.#known.set(name, known);
    return known;
  }

  #look(name: string): Data {
    const filling = fillingOf(name, this.facts, this.today);
    if (filling === null) return "";
    return filling.kind === "text" ? filling.text : { _type: "tables", tables: filling.tables };
  }

  note({ currentPart }: TemplateContext): void {
    this.filled += 1;
    this.touched.add(currentPart.path.replace(/^\//, ""));
  }
}

class Words extends TextPlugin {
  constructor(private readonly run: Filling) {
    super();
  }

  override simpleTagReplacements(tag: Tag, data: ScopeData, context?: TemplateContext): void {
    if (String(data.getScopeData()).includes(GAP)) this.run.gaps += 1;
    super.simpleTagReplacements(tag, data);
    if (context !== undefined) this.run.note(context);
  }
}

/**
 * Puts tables behind the placeholder's paragraph, and takes the paragraph away where it held nothing else. The library's
 * own raw XML would take the words beside the placeholder away with it, or leave a table inside a run.
 */
class Tables extends TemplatePlugin {
  readonly contentType = "tables";

  constructor(private readonly run: Filling) {
    super();
  }

  override simpleTagReplacements(tag: Tag, data: ScopeData, context: TemplateContext): void {
    const content = data.getScopeData() as unknown as TableData;
    if (tag.placement !== TagPlacement.TextNode) return;
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode);
    tag.xmlTextNode.textContent = "";
    const markup = content.tables.map(tableXml).join("<w:p/>");
    // A cell ends with a paragraph, and tables that touch become one.
    const nodes = xml.parser.parse(`<root>${markup}<w:p/></root>`).childNodes ?? [];
    for (const node of [...nodes].reverse()) xml.modify.insertAfter(node, paragraph);
    if (textOf(paragraph).trim() === "" && !holdsSection(paragraph)) xml.modify.remove(paragraph);
    this.run.tables += content.tables.length;
    this.run.note(context);
  }
}

function textOf(node: XmlNode): string {
  const own = xml.query.isTextNode(node) ? (node.textContent ?? "") : "";
  return own + (node.childNodes ?? []).map(textOf).join("");
}

/** The paragraph carries the page set-up of what is above it, or a picture. */
function holdsSection(node: XmlNode): boolean {
  return (
    ["w:sectPr", "w:drawing", "w:pict"].includes(node.nodeName) || (node.childNodes ?? []).some(holdsSection)
  );
}

const LONGEST_PLACE = 40;

/** Placeholders that stay, in all text of the document. */
function unknownIn(parts: Unzipped, run: Filling): UnknownPlaceholder[] {
  const found = Object.entries(parts).flatMap(([name, bytes]) =>
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)
      ? placeholdersOf(strFromU8(bytes))
      : [],
  );
  const seen = new Set<string>();
  return found.filter(
    ({ name, place }) =>
      run.dataOf(name) === "" && !seen.has(name + place) && seen.add(name + place).size > 0,
  );
}

function placeholdersOf(part: string): UnknownPlaceholder[] {
  return part.split("</w:p>").flatMap((paragraph) => {
    const text = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, piece = ""]) => piece).join("");
    return [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = ""]) => ({
      name: name.trim(),
      place: text.length > LONGEST_PLACE ? `${text.slice(0, LONGEST_PLACE)}…` : text,
    }));
  });
}
