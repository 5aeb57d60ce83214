import type { BrowserHost } from "@jiheng/excel-host/browser";
import { showMessage, type PageElements } from "./elements";
import { acceptDrops, download, fileFromDisk, fileFromServer, type WorkbookFile } from "./files";
import { messages } from "./messages";
import { loadPane } from "./pane";

/** Grid, pane and files: what the buttons of the page do. */
export class Workbench {
  #fileName = "";

  constructor(
    private readonly host: Pick<BrowserHost, "open" | "save" | "unsaved" | "onChange">,
    private readonly page: PageElements,
  ) {}

  /** Opens the workbook that the page was called with, and wires the buttons. */
  async start(): Promise<void> {
    const { page } = this;
    page.open.onclick = () => page.chooser.click();
    page.save.onclick = () => void this.save();
    page.chooser.onchange = () => {
      const [file] = page.chooser.files ?? [];
      if (file) void fileFromDisk(file).then((workbook) => this.open(workbook));
      page.chooser.value = "";
    };
    acceptDrops(page.dropHint, (file) => void fileFromDisk(file).then((workbook) => this.open(workbook)));
    this.host.onChange(() => this.showName());
    window.addEventListener("beforeunload", (leaving) => {
      if (this.host.unsaved()) leaving.preventDefault();
    });
    this.saveOnKey(window);
    page.open.disabled = false;
    const file = await fileFromServer().catch(() => null);
    if (file === null) {
      page.fileName.textContent = "";
      showMessage(page, messages.notFound);
    } else {
      await this.open(file);
    }
  }

  /** True where the workbook was opened; else the one before stays, and the page says why. */
  async open(file: WorkbookFile): Promise<boolean> {
    const { page } = this;
    if (this.host.unsaved() && !window.confirm(messages.replace(this.#fileName))) return false;
    showMessage(page, null);
    page.fileName.textContent = messages.opening;
    try {
      await this.host.open(file.bytes, file.name);
    } catch (error) {
      this.showName();
      showMessage(page, `${file.name}：${saysWhatToDo(error) ? error.message : messages.notOpened}`);
      return false;
    }
    this.#fileName = file.name;
    this.showName();
    page.save.disabled = false;
    await loadPane(page.pane);
    if (page.pane.contentWindow !== null) this.saveOnKey(page.pane.contentWindow);
    return true;
  }

  async save(): Promise<void> {
    try {
      download({ name: this.#fileName, bytes: await this.host.save() });
    } catch {
      showMessage(this.page, messages.notSaved);
    }
  }

  /** The file's name, with a mark while something of it is not saved. */
  private showName(): void {
    const mark = this.host.unsaved() ? messages.unsaved : "";
    this.page.fileName.textContent = `${this.#fileName}${mark}`;
    document.title = messages.pageTitle(`${this.#fileName}${mark}`);
  }

  /** Ctrl+S (⌘S) saves, wherever the focus is. */
  private saveOnKey(where: Window): void {
    where.addEventListener("keydown", (key) => {
      if (key.key.toLowerCase() !== "s" || !(key.ctrlKey || key.metaKey) || key.shiftKey || key.altKey)
        return;
      key.preventDefault();
      if (!this.page.save.disabled) void this.save();
    });
  }
}

/** The host's own failures carry a code and a message for the user; any other error's text is not for showing. */
function saysWhatToDo(error: unknown): error is Error {
  return error instanceof Error && error.name === "WorkbookFileError";
}
