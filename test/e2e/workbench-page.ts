import type { Browser, FrameLocator, Page } from "playwright-core";
import type { PeekedCell } from "@jiheng/excel-host/browser";
import { serveWorkbench } from "../../scripts/serve-workbench.mjs";

/** The workbench as a user has it before them. */
export class WorkbenchPage {
  /** Where every request went. */
  readonly requests: URL[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly origin: string,
    private readonly stop: () => Promise<void>,
  ) {
    page.on("request", (request) => this.requests.push(new URL(request.url())));
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  static async visit(browser: Browser, filePath?: string): Promise<WorkbenchPage> {
    const { url, close } = await serveWorkbench(filePath === undefined ? {} : { filePath });
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: "zh-CN",
      acceptDownloads: true,
    });
    const visited = new WorkbenchPage(page, new URL(url).origin, async () => {
      await page.close();
      await close();
    });
    await page.goto(url);
    return visited;
  }

  close(): Promise<void> {
    return this.stop();
  }

  get pane(): FrameLocator {
    return this.page.frameLocator("#pane");
  }

  async calculate(): Promise<void> {
    await this.pane.getByRole("button", { name: "计算得分" }).click();
  }

  /** The total as the pane shows it. */
  total(): Promise<string> {
    return this.pane.locator(".total-score").innerText();
  }

  peek(sheet: string, address: string): Promise<PeekedCell | undefined> {
    return this.page.evaluate(([name, cell]) => window.workbench?.peek(name, cell), [
      sheet,
      address,
    ] as const);
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => window.workbench?.sheetNames() ?? []);
  }

  /** Types into a cell as a user does: name box, keys, Enter. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.selectCell(sheet, address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async selectCell(sheet: string, address: string): Promise<void> {
    await this.page.locator("#grid").getByText(sheet, { exact: true }).click();
    const nameBox = this.page.locator("[data-u-comp=defined-name] input");
    await nameBox.fill(address);
    await nameBox.press("Enter");
    await this.page.waitForTimeout(300);
  }

  /** 保存: the downloaded file. */
  async save(path: string): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "保存" }).click(),
    ]);
    await download.saveAs(path);
    return download.suggestedFilename();
  }

  /** 打开…: a file from disk. */
  async open(path: string): Promise<void> {
    await this.page.locator("#chooser").setInputFiles(path);
  }
}
