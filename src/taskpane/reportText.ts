/** The text of a report's file, .docx or plain. Rejects where none can be read. */
export async function reportText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return plainText(bytes);
  const { docxText } = await import(/* webpackChunkName: "docx" */ "../proofread/docx");
  return docxText(bytes);
}

/** UTF-8, else the encoding in which Chinese Windows saves text. */
function plainText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new TypeError("no text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}
