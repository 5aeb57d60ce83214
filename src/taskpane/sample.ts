const SAMPLE_URL = "assets/samples/guizhou.xlsx";

/** The sample workbook that comes with the add-in, as base64. Rejects when it cannot be read. */
export async function readSample(): Promise<string> {
  const answer = await fetch(SAMPLE_URL);
  if (!answer.ok) throw new Error(`${SAMPLE_URL}: ${answer.status}`);
  return toBase64(new Uint8Array(await answer.arrayBuffer()));
}

/** In slices: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const slice = 0x8000;
  let text = "";
  for (let from = 0; from < bytes.length; from += slice) {
    text += String.fromCharCode(...bytes.subarray(from, from + slice));
  }
  return btoa(text);
}
