import { strToU8 } from "fflate";
import { partText, type Parts } from "./package";
import { readWorkbookPart } from "./read-workbook";
import { escapeXml } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
const usual = "xl/sharedStrings.xml";

export interface AppendedStrings {
  /** Where a text stands in the table; it is added at its end where it was not added before. */
  indexOf(text: string): number;
  /** Puts what was added into the part. */
  write(): void;
}

/** The workbook's table of texts, to be added to; the indices of what stands there stay. */
export function appendSharedStrings(parts: Parts): AppendedStrings {
  const known = readWorkbookPart(parts).sharedStrings;
  const xml = known === null ? `<sst xmlns="${main}"></sst>` : partText(parts, known);
  const first = xml.match(/<(?:\w+:)?si[\s/>]/g)?.length ?? 0;
  const indices = new Map<string, number>();
  return {
    indexOf: (text) => {
      const index = indices.get(text) ?? first + indices.size;
      indices.set(text, index);
      return index;
    },
    write: () => {
      if (indices.size === 0) return;
      if (known === null) register(parts);
      parts[known ?? usual] = strToU8(withStrings(xml, [...indices.keys()]));
    },
  };
}

function withStrings(xml: string, texts: readonly string[]): string {
  const whole = xml.replace(/<((?:\w+:)?sst)\b([^>]*)\/>/, "<$1$2></$1>");
  const prefix = /<(\w+:)?sst\b/.exec(whole)?.[1] ?? "";
  const items = texts.map(
    (text) => `<${prefix}si><${prefix}t xml:space="preserve">${encoded(text)}</${prefix}t></${prefix}si>`,
  );
  const end = whole.lastIndexOf(`</${prefix}sst>`);
  return withoutCounts(whole.slice(0, end)) + items.join("") + whole.slice(end);
}

/** The counts of a table of texts are optional, and wrong when texts were added. */
export const withoutCounts = (xml: string): string =>
  xml.replace(/<(?:\w+:)?sst\b[^>]*>/, (root) => root.replace(/\s(?:count|uniqueCount)="\d*"/g, ""));

/** What XML does not take, and what would be read as an escape, is written as `_x000D_`. */
const encoded = (text: string): string =>
  escapeXml(
    text
      .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_")
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      ),
  );

/** Lists the part for a workbook that had none. */
function register(parts: Parts): void {
  const types = "[Content_Types].xml";
  parts[types] = strToU8(
    partText(parts, types).replace(
      "</Types>",
      `<Override PartName="/${usual}" ContentType="${contentType}"/></Types>`,
    ),
  );
  const rels = "xl/_rels/workbook.xml.rels";
  parts[rels] = strToU8(
    partText(parts, rels).replace(
      "</Relationships>",
      `<Relationship Id="rIdSharedStrings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
  );
}
