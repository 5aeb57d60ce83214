import { partText, type Parts } from "./package";
import { escapeXml, readXml } from "./xml";

/** Document settings of the embedded host live in a custom XML part of their own; Excel keeps its in a web-extension part. */
const namespace = "urn:jiheng:document-settings";

export function settingsPartName(parts: Parts): string | null {
  return (
    Object.keys(parts).find(
      (name) => /^customXml\/[^/]+\.xml$/.test(name) && partText(parts, name).includes(namespace),
    ) ?? null
  );
}

export function readSettings(parts: Parts): Map<string, string> {
  const out = new Map<string, string>();
  const name = settingsPartName(parts);
  if (name === null) return out;
  let key: string | null = null;
  readXml(name, partText(parts, name), {
    open(element, a) {
      key = element === "setting" ? (a["key"] ?? null) : null;
      if (key !== null) out.set(key, "");
    },
    text(piece) {
      if (key !== null) out.set(key, (out.get(key) ?? "") + piece);
    },
    close() {
      key = null;
    },
  });
  return out;
}

export function settingsXml(settings: ReadonlyMap<string, string>): string {
  const entries = [...settings].map(
    ([key, json]) => `<setting key="${escapeXml(key)}">${escapeXml(json)}</setting>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<settings xmlns="${namespace}">${entries.join("")}</settings>`;
}

const relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

/** Writes the settings into their part, and makes the part where there is none. */
export function addSettingsPart(parts: Parts, settings: ReadonlyMap<string, string>): void {
  const known = settingsPartName(parts);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (known !== null) {
    parts[known] = encode(settingsXml(settings));
    return;
  }
  let number = 1;
  while (`customXml/item${number}.xml` in parts) number++;
  parts[`customXml/item${number}.xml`] = encode(settingsXml(settings));
  const rels = "xl/_rels/workbook.xml.rels";
  const relationship = `<Relationship Id="rIdJihengSettings" Type="${relationshipType}" Target="../customXml/item${number}.xml"/>`;
  parts[rels] = encode(partText(parts, rels).replace("</Relationships>", `${relationship}</Relationships>`));
  const types = "[Content_Types].xml";
  const text = partText(parts, types);
  if (!/Extension="xml"/i.test(text))
    parts[types] = encode(
      text.replace(/(<Types[^>]*>)/, '$1<Default Extension="xml" ContentType="application/xml"/>'),
    );
}
