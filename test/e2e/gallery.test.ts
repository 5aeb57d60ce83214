import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, serveGallery } from "../../scripts/gallery.mjs";
import { HOST_SCENES, PANE_SCENES } from "../gallery/states";
import { chromiumPath, launchBrowser } from "./browser";

const chromium = chromiumPath();
const required = process.env.JIHENG_REQUIRE_BROWSER === "1";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const scenes = [...PANE_SCENES, ...HOST_SCENES].map(({ name }) => name);

describe.skipIf(chromium === null && !required)("every state of the pane", () => {
  let browser: Browser;
  let page: Page;
  let gallery: Awaited<ReturnType<typeof serveGallery>>;

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? "chromium");
    page = await browser.newPage({ viewport: { width: 350, height: 800 } });
    gallery = await serveGallery();
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  /** Rules that are broken, with the first element that breaks them. */
  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      }),
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }

  it.each(scenes.flatMap((scene) => [[scene, "light", ""] as const, [scene, "dark", "&dark"] as const]))(
    "%s, %s: is reached, keeps to 320 px and passes the accessibility rules",
    async (scene, _, query) => {
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await openScene(page, gallery.url, scene, query)).toBeNull();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations()).toEqual([]);
    },
  );
});
