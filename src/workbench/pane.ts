const PANE_URL = "pane/taskpane.html";

/** Loads the pane anew: it asks for the host again, and nothing of the workbook before stays in it. */
export function loadPane(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true });
    if (frame.contentWindow !== null && frame.src !== "") frame.contentWindow.location.reload();
    else frame.src = PANE_URL;
  });
}
