import { randomBytes, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const project = path.resolve(import.meta.dirname, "..");
const ROOTS = {
  page: path.join(project, "dist", "workbench"),
  // Microsoft's office.js is used where npm put it: its licence lets nobody publish it inside a bundle.
  officeJs: path.join(project, "node_modules", "@microsoft", "office-js", "dist"),
};
const SAMPLE = path.join(project, "assets", "samples", "guizhou.xlsx");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Serves the built workbench on this machine only. `filePath` is the workbook that it opens, a sample without it;
 * `port` 0 takes any free one. Rejects when the port is taken.
 */
export function serveWorkbench({ port = 0, filePath = SAMPLE } = {}) {
  // Other accounts of this machine reach the port as well: the workbook is given only to the page that this address opens.
  const token = randomBytes(16).toString("hex");
  const server = createServer((request, response) => {
    answer(request, response, { filePath, token }).catch(() => refuse(response, 500));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const url = `http://127.0.0.1:${server.address().port}/?file=${encodeURIComponent(path.basename(filePath))}&token=${token}`;
      const close = () => new Promise((done) => (server.close(() => done()), server.closeAllConnections()));
      resolve({ url, close });
    });
  });
}

async function answer(request, response, opened) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  // A foreign name that resolves to this machine must not reach the opened workbook.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? "")) return refuse(response, 403);
  const asked = urlOf(request.url);
  if (asked === null) return refuse(response, 400);
  if (asked.pathname === "/file" && !isToken(asked.searchParams.get("token"), opened.token))
    return refuse(response, 403);
  const file = fileFor(asked.pathname, opened.filePath);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    "Content-Type": TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    // The pane is framed by the workbench, and by nobody else.
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    // The address holds the token.
    "Referrer-Policy": "no-referrer",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

function urlOf(target) {
  try {
    return new URL(target, "http://127.0.0.1");
  } catch {
    return null;
  }
}

function isToken(given, token) {
  return (
    given !== null && given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
  );
}

/** The file behind a path of the page; null for what lies outside its root or cannot be read as a path. */
export function fileFor(pathname, filePath) {
  if (pathname === "/file") return filePath;
  const asked = decoded(pathname);
  if (asked === null || asked.includes("\0") || asked.includes("\\")) return null;
  const [root, name] = asked.startsWith("/office-js/")
    ? [ROOTS.officeJs, asked.slice("/office-js/".length)]
    : [ROOTS.page, asked.slice(1)];
  const file = path.resolve(root, name === "" ? "index.html" : name);
  return file.startsWith(root + path.sep) ? file : null;
}

function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function refuse(response, status) {
  if (!response.headersSent) response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [filePath] = process.argv.slice(2);
  const { url } = await serveWorkbench({
    port: Number(process.env.PORT ?? 3001),
    ...(filePath === undefined ? {} : { filePath }),
  });
  console.log(url);
}
