export interface ReportFile {
  readonly text: string;
  /** The file itself where it is a Word document: a copy with comments can be made of it. */
  readonly docx: Uint8Array | null;
}

/** The text of a report's file, .docx or plain. Rejects with `UnreadableText`, whose message says why and what to do. */
export async function reportText(file: File): Promise<ReportFile> {
  const { textOfReport } = await import(/* webpackChunkName: "report-text" */ "../proofread/report-text");
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { text: textOfReport(bytes), docx: bytes[0] === 0x50 && bytes[1] === 0x4b ? bytes : null };
}

/** 原文批注: hands the user a copy of the document with a comment at each place. */
export async function saveCommented(
  docx: Uint8Array,
  comments: readonly { readonly offset: number; readonly length: number; readonly text: string }[],
  name: string,
): Promise<void> {
  const { withComments } = await import(/* webpackChunkName: "report-text" */ "../proofread/docx-comments");
  const copy = new Blob([new Uint8Array(withComments(docx, comments))], {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(copy);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
