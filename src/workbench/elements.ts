/** The parts of index.html. */
export interface PageElements {
  readonly fileName: HTMLElement;
  readonly open: HTMLButtonElement;
  readonly save: HTMLButtonElement;
  readonly chooser: HTMLInputElement;
  readonly message: HTMLElement;
  readonly grid: HTMLElement;
  readonly pane: HTMLIFrameElement;
  readonly dropHint: HTMLElement;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found as Kind;
}

export function pageElements(): PageElements {
  return {
    fileName: element("file-name"),
    open: element("open"),
    save: element("save"),
    chooser: element("chooser"),
    message: element("message"),
    grid: element("grid"),
    pane: element("pane"),
    dropHint: element("drop-hint"),
  };
}

/** Shows a message above the grid until it is closed; null takes it away. */
export function showMessage({ message }: PageElements, text: string | null): void {
  message.hidden = text === null;
  const [words] = message.getElementsByTagName("p");
  const [close] = message.getElementsByTagName("button");
  if (words) words.textContent = text;
  if (close) close.onclick = () => (message.hidden = true);
}
