/** A workbook file as bytes, with the name it came under. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SAMPLE_URL = "pane/assets/samples/guizhou.xlsx";

/** The workbook that the server was started with, as `?file=` names it; the sample without. Null where it cannot be read. */
export async function fileFromServer(): Promise<WorkbookFile | null> {
  const asked = new URLSearchParams(location.search);
  const name = asked.get("file");
  // Nobody is given the workbook who does not know the token of the address that the server printed.
  const url = `file?${new URLSearchParams({ token: asked.get("token") ?? "" }).toString()}`;
  const answer = await fetch(name === null ? SAMPLE_URL : url);
  return answer.ok ? { name: name ?? "示例.xlsx", bytes: new Uint8Array(await answer.arrayBuffer()) } : null;
}

export async function fileFromDisk(file: File): Promise<WorkbookFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Hands the bytes to the browser as a download. */
export function download({ name, bytes }: WorkbookFile): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser still reads it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets a file be dropped anywhere on the page; the grid would otherwise take the drop for its own. */
export function acceptDrops(hint: HTMLElement, onFile: (file: File) => void): void {
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const listen = (
    type: "dragenter" | "dragover" | "dragleave" | "drop",
    act: (event: DragEvent) => void,
  ): void =>
    window.addEventListener(
      type,
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        act(event);
      },
      { capture: true },
    );
  listen("dragenter", () => (hint.hidden = false));
  listen("dragover", () => (hint.hidden = false));
  listen("dragleave", (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  listen("drop", (event) => {
    hint.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
