import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import type { External } from "./wire/external";

interface ScriptTag {
  src: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
}

const base = "https://office.invalid/lib/";

/**
 * Loads Microsoft's unmodified office.js into this Node process. It adds script tags for its other files; each is run
 * in the same realm, because the library tells plain objects by their prototype.
 */
export async function loadOffice(external: External): Promise<void> {
  const dist = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
  const run = (file: string): void => {
    const path = join(dist, file);
    runInThisContext(readFileSync(path, "utf8"), { filename: path });
  };
  const addScript = (script: ScriptTag): ScriptTag => {
    queueMicrotask(() => {
      try {
        if (!script.src.startsWith(base))
          throw new Error(`office.js wants a file from elsewhere: ${script.src}`);
        run(script.src.slice(base.length).replace(/\?.*$/, ""));
        script.onload?.();
      } catch (error) {
        script.onerror?.(error);
      }
    });
    return script;
  };
  const page = globalThis as Record<string, unknown>;
  if (typeof document === "undefined") installPage(page, addScript);
  else addToPage(addScript);
  Object.defineProperty(page["window"], "external", { value: external, writable: true, configurable: true });
  run("office.js");
  await Office.onReady();
}

/** As much of a page as office.js looks at. */
function installPage(page: Record<string, unknown>, addScript: (script: ScriptTag) => ScriptTag): void {
  const nothing = (): void => undefined;
  const head = { appendChild: addScript };
  const scripts = [{ src: `${base}office.js`, getAttribute: () => null }];
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(page, name, { value, writable: true, configurable: true });
  };
  for (const name of ["window", "self", "top", "parent"]) define(name, page);
  define("location", {
    search: "",
    hash: "",
    href: "https://office.invalid/",
    protocol: "https:",
    origin: "https://office.invalid",
    hostname: "office.invalid",
  });
  define("history", {});
  if (page["navigator"] === undefined) define("navigator", { userAgent: "node", language: "zh-CN" });
  if (page["addEventListener"] === undefined) define("addEventListener", nothing);
  if (page["removeEventListener"] === undefined) define("removeEventListener", nothing);
  define("document", {
    URL: "https://office.invalid/",
    cookie: "",
    head,
    body: null,
    getElementsByTagName: (tag: string) => (tag === "script" ? scripts : [head]),
    createElement: () => ({ setAttribute: nothing }),
    getElementById: () => null,
    addEventListener: nothing,
  });
}

/** Under jsdom there is a page: only its script tags are ours. */
function addToPage(addScript: (script: ScriptTag) => ScriptTag): void {
  const marker = document.createElement("script");
  marker.setAttribute("type", "text/plain");
  marker.setAttribute("src", `${base}office.js`);
  document.head.appendChild(marker);
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    const script = node as unknown as ScriptTag & { tagName?: string };
    if (script.tagName !== "SCRIPT" || !script.src) return append(node);
    addScript(script);
    return node;
  };
}
