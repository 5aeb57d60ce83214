/** Where the pane finds itself. The only file of the pane that knows Office.js. */
export type HostState =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly displayLanguage: string; readonly dark: boolean | null }
  /** office.js is here but Excel is not: an ordinary browser tab. */
  | { readonly kind: "outside-excel" }
  | { readonly kind: "other-host" }
  | { readonly kind: "too-old" }
  /** office.js did not load: no network, or a firewall. It may still come. */
  | { readonly kind: "no-answer" };

/** Adds insertWorksheetsFromBase64 and getMergedAreasOrNullObject; Excel 2021 has it (manifest.xml declares the same). */
const REQUIRED_SET = { name: "ExcelApi", version: "1.13" } as const;
const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 50;

/** Tells `onState` where the pane is, again when office.js answers late; answers how to stop. */
export function connectHost(onState: (state: HostState) => void, patience = PATIENCE_MS): () => void {
  let stopped = false;
  let asked = false;
  const tell = (state: HostState): void => {
    if (!stopped) onState(state);
  };
  const look = (): void => {
    if (asked || typeof Office === "undefined" || typeof Office.onReady !== "function") return;
    asked = true;
    window.clearInterval(looking);
    void Office.onReady().then((info) => {
      window.clearTimeout(waiting);
      tell(stateFor(info.host));
    });
  };
  const looking = window.setInterval(look, LOOK_EVERY_MS);
  const waiting = window.setTimeout(() => tell({ kind: asked ? "outside-excel" : "no-answer" }), patience);
  look();
  return () => {
    stopped = true;
    window.clearInterval(looking);
    window.clearTimeout(waiting);
  };
}

function stateFor(host: Office.HostType | null): HostState {
  if (host === null) return { kind: "outside-excel" };
  if (host !== Office.HostType.Excel) return { kind: "other-host" };
  const { requirements, displayLanguage } = Office.context;
  if (!requirements.isSetSupported(REQUIRED_SET.name, REQUIRED_SET.version)) return { kind: "too-old" };
  return { kind: "ready", displayLanguage, dark: officeIsDark() };
}

/** Null where Office tells no theme (Excel on the web): then the system's preference counts. */
function officeIsDark(): boolean | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = /^#?([0-9a-f]{6})$/i.exec(theme?.bodyBackgroundColor ?? "")?.[1];
  if (background === undefined) return null;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) =>
    parseInt(background.slice(from, from + 2), 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
