/** The text of a report's file, .docx or plain. Rejects where none can be read. */
export async function reportText(file: File): Promise<string> {
  const { textOfReport } = await import(/* webpackChunkName: "report-text" */ "../proofread/report-text");
  return textOfReport(new Uint8Array(await file.arrayBuffer()));
}
