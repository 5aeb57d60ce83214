import { createBrowserHost, type BrowserHost } from "@jiheng/excel-host/browser";
import { pageElements, showMessage } from "./elements";
import { messages } from "./messages";
import { Workbench } from "./workbench";
import "./workbench.css";

declare global {
  interface Window {
    /** For the pane's frame (`external`, which desktop Excel puts on a page) and for the end-to-end tests. */
    workbench?: Pick<BrowserHost, "external" | "peek" | "sheetNames">;
  }
}

async function start(): Promise<void> {
  const page = pageElements();
  try {
    const host = await createBrowserHost({ container: page.grid });
    window.workbench = host;
    await new Workbench(host, page).start();
  } catch (error) {
    console.error(error);
    showMessage(page, messages.notStarted);
  }
}

void start();
