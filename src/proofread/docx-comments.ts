import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { escapeXml } from "../text/xml";
import { BODY, openDocx } from "./docx";
import { placedText } from "./docx-text";

/** A remark at a place of the document's text. */
export interface Comment {
  /** Where it begins in the text that `docxText` gives, and how many characters it marks. */
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

const COMMENTS = "word/comments.xml";
const TYPES = "[Content_Types].xml";
const RELATIONS = "word/_rels/document.xml.rels";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const AUTHOR = "绩衡";

/**
 * 原文批注: a copy of the document with a comment at each place. The body is only added to; every other part but the
 * lists of comments, types and relations stays byte for byte. Throws DocxFailure where it is no Word document.
 */
export function withComments(bytes: Uint8Array, comments: readonly Comment[]): Uint8Array {
  const { body: xml } = openDocx(bytes);
  const parts = unzipSync(bytes);
  const known = parts[COMMENTS] === undefined ? null : strFromU8(parts[COMMENTS]);
  const first = 1 + highestId(known ?? "", highestId(xml, -1));
  const placed = placedText(xml);
  const groups = [...grouped(comments).values()];
  const edits: Edit[] = [];
  const written: string[] = [];
  groups.forEach((group, at) => {
    const [{ offset, length } = { offset: 0, length: 0 }] = group;
    const places = spanOf(placed, offset, length);
    if (places === null) return;
    const id = first + at;
    edits.push(
      { at: places.start, add: reopened(xml, places.start, `<w:commentRangeStart w:id="${id}"/>`) },
      {
        at: places.end,
        add: reopened(
          xml,
          places.end,
          `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
        ),
      },
    );
    written.push(
      commentXml(
        id,
        group.map(({ text }) => text),
      ),
    );
  });
  parts[BODY] = strToU8(edited(xml, edits));
  parts[COMMENTS] = strToU8(
    known === null
      ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${MAIN}">${written.join("")}</w:comments>`
      : known.replace(
          /<\/w:comments>\s*$|<w:comments(?<attributes>[^>]*)\/>\s*$/,
          (end, attributes?: string) =>
            end.startsWith("</")
              ? `${written.join("")}</w:comments>`
              : `<w:comments${attributes ?? ""}>${written.join("")}</w:comments>`,
        ),
  );
  if (known === null) announce(parts);
  return zipSync(parts);
}

interface Edit {
  readonly at: number;
  readonly add: string;
}

/** Remarks at one place are one comment. */
function grouped(comments: readonly Comment[]): Map<number, Comment[]> {
  const groups = new Map<number, Comment[]>();
  for (const comment of [...comments].sort((a, b) => a.offset - b.offset))
    groups.set(comment.offset, [...(groups.get(comment.offset) ?? []), comment]);
  return groups;
}

/** Where the marked characters begin and end in the XML; null where none of them stands there. */
function spanOf(
  { starts, ends }: ReturnType<typeof placedText>,
  offset: number,
  length: number,
): { start: number; end: number } | null {
  const marked = starts.flatMap((start, at) =>
    at >= offset && at < offset + Math.max(1, length) && start !== -1 ? [{ start, end: ends[at] ?? -1 }] : [],
  );
  const [first] = marked;
  const last = marked.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Inside a run's text: the run ends, the mark stands, and a run of the same looks goes on. */
function reopened(xml: string, at: number, mark: string): string {
  return `</w:t></w:r>${mark}<w:r>${looksAt(xml, at)}<w:t xml:space="preserve">`;
}

/** The w:rPr of the run around a position; "" where it has none. */
function looksAt(xml: string, at: number): string {
  const run = Math.max(xml.lastIndexOf("<w:r>", at), xml.lastIndexOf("<w:r ", at));
  const open = xml.indexOf(">", run) + 1;
  const rest = xml.slice(open, at);
  if (!rest.startsWith("<w:rPr>")) return rest.startsWith("<w:rPr/>") ? "<w:rPr/>" : "";
  const changed = rest.indexOf("</w:rPrChange></w:rPr>");
  const end =
    changed === -1 ? rest.indexOf("</w:rPr>") + "</w:rPr>".length : changed + "</w:rPrChange></w:rPr>".length;
  return rest.slice(0, end);
}

function edited(xml: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { at, add } of [...edits].sort((a, b) => a.at - b.at)) {
    result += xml.slice(from, at) + add;
    from = at;
  }
  return (result + xml.slice(from)).replace(
    /<w:t>(?=[^<]*\s<\/w:t><\/w:r><w:comment)/g,
    '<w:t xml:space="preserve">',
  );
}

function highestId(xml: string, least: number): number {
  return [...xml.matchAll(/<w:comment(?:RangeStart|RangeEnd|Reference)?\b[^>]*w:id="(\d+)"/g)].reduce(
    (most, [, id]) => Math.max(most, Number(id)),
    least,
  );
}

function commentXml(id: number, texts: readonly string[]): string {
  const paragraphs = texts.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
  );
  return `<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="${AUTHOR}">${paragraphs.join("")}</w:comment>`;
}

/** The new part in the lists of types and relations. */
function announce(parts: Record<string, Uint8Array>): void {
  const types = strFromU8(
    parts[TYPES] ??
      strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'),
  );
  parts[TYPES] = strToU8(
    opened(types, "Types", `<Override PartName="/${COMMENTS}" ContentType="${COMMENTS_TYPE}"/>`),
  );
  const relations = strFromU8(
    parts[RELATIONS] ??
      strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
      ),
  );
  let id = "rIdComments";
  while (relations.includes(`"${id}"`)) id += "1";
  parts[RELATIONS] = strToU8(
    opened(
      relations,
      "Relationships",
      `<Relationship Id="${id}" Type="${COMMENTS_RELATION}" Target="comments.xml"/>`,
    ),
  );
}

/** With one more child at the end, also of an element that was empty. */
function opened(xml: string, name: string, child: string): string {
  const closing = `</${name}>`;
  return xml.includes(closing)
    ? xml.replace(closing, `${child}${closing}`)
    : xml.replace(
        new RegExp(`<${name}([^>]*?)/>`),
        (_all, attributes: string) => `<${name}${attributes}>${child}${closing}`,
      );
}
