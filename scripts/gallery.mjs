// npm run gallery: every state of the pane from made-up results, in the browser. With --shots FOLDER: their pictures at
// 320, 350 and 450 px, light and dark, taken with Chromium.
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const project = path.resolve(import.meta.dirname, "..");
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>绩衡：窗格的各种状态</title><link rel="stylesheet" href="/gallery.css"></head>
<body><div id="root"></div><script type="module" src="/gallery.js"></script></body></html>`;

/** Bundles the gallery in memory and serves it on this machine. Answers its address and how to stop. */
export async function serveGallery({ port = 0 } = {}) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: { gallery: path.join(project, "test", "gallery", "gallery.tsx") },
    outdir: "/",
    write: false,
    bundle: true,
    format: "esm",
    splitting: true,
    jsx: "automatic",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const files = new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.contents]));
  const types = { ".js": "text/javascript", ".css": "text/css" };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const file = files.get(pathname);
    const type = types[path.extname(pathname)] ?? "text/html";
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(file ?? PAGE);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}

/** The names of all scenes, as the gallery's own page lists them. */
export async function sceneNames(page, url) {
  await page.goto(url);
  return page.locator("li a:first-child").evaluateAll((links) => links.map((link) => link.textContent ?? ""));
}

/** Opens a scene and waits until everything has been pressed. */
export async function openScene(page, url, scene, query = "") {
  await page.goto(`${url}?scene=${scene}${query}`);
  await page.waitForSelector("body[data-ready]");
  // What was pressed last takes effect; messages and bars move in.
  await page.waitForTimeout(250);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  return page.evaluate(() => document.body.dataset.missing ?? null);
}

async function takeShots(folder) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const { url, close } = await serveGallery();
  const page = await browser.newPage();
  await mkdir(folder, { recursive: true });
  for (const scene of await sceneNames(page, url)) {
    for (const [width, query] of [
      [320, ""],
      [350, ""],
      [350, "&dark"],
      [450, ""],
      [350, "&language=en-US"],
    ]) {
      await page.setViewportSize({ width, height: 800 });
      const missing = await openScene(page, url, scene, query);
      if (missing !== null) console.error(`${scene}: no ${missing}`);
      const name = [scene, width, query.replace(/^&(?:language=)?/, "")].filter(Boolean).join("-");
      await writeFile(path.join(folder, `${name}.png`), await page.screenshot({ fullPage: true }));
    }
  }
  await browser.close();
  await close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flag, folder] = process.argv.slice(2);
  if (flag === "--shots" && folder !== undefined) await takeShots(path.resolve(folder));
  else console.log((await serveGallery({ port: Number(process.env.PORT ?? 3002) })).url);
}
