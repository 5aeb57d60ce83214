import type { InsertedAsset } from "../model/assets";

const urlOf = (asset: InsertedAsset): string =>
  asset === "sample" ? "assets/samples/guizhou.xlsx" : `assets/templates/${asset}.xlsx`;

/** The workbook as base64. Rejects when it cannot be read. */
export async function readAsset(asset: InsertedAsset): Promise<string> {
  const answer = await fetch(urlOf(asset));
  if (!answer.ok) throw new Error(`${urlOf(asset)}: ${answer.status}`);
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
