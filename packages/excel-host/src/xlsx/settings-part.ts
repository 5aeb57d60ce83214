import type { WorkbookPackage } from "./package";
import { escapeXml, readXml } from "./xml";

/** Document settings of the embedded host live in a custom XML part of their own; Excel keeps its in a web-extension part. */
const namespace = "urn:jiheng:document-settings";

/** Of the parts that others keep with the workbook, the one that is the host's; what cannot be read is not. */
export function settingsPartName(pack: WorkbookPackage, workbookPart: string): string | null {
  const isOwn = (part: string): boolean => {
    try {
      return pack.text(part).includes(namespace);
    } catch {
      return false;
    }
  };
  return (
    pack
      .relationships(workbookPart)
      .filter(({ type, external, target }) => type === "customXml" && !external && pack.find(target) !== null)
      .find(({ target }) => isOwn(target))?.target ?? null
  );
}

export function readSettings(pack: WorkbookPackage, workbookPart: string): Map<string, string> {
  const out = new Map<string, string>();
  const name = settingsPartName(pack, workbookPart);
  if (name === null) return out;
  let key: string | null = null;
  readXml(name, pack.text(name), {
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
