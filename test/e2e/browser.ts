import { execFileSync } from "node:child_process";
import { chromium, type Browser } from "playwright-core";

/** Chromium on this machine; null where there is none. */
export function chromiumPath(): string | null {
  try {
    return execFileSync("which", ["chromium"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

/** Nothing that the browser does by itself may reach a network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Builds add-in and workbench unless they are newer than every source: what is tested is what would ship. */
export function buildIfStale(): void {
  execFileSync(
    process.execPath,
    ["-e", 'import("./scripts/built.mjs").then((built) => built.ensureBuilt())'],
    {
      stdio: "inherit",
    },
  );
}
