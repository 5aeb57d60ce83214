import { request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileFor, serveWorkbench } from "../../scripts/serve-workbench.mjs";

const OPENED = path.resolve("assets/samples/guizhou.xlsx");

describe("the workbench's server", () => {
  test.each([
    ["/", "dist/workbench/index.html"],
    ["/pane/taskpane.html", "dist/workbench/pane/taskpane.html"],
    ["/office-js/office.js", "node_modules/@microsoft/office-js/dist/office.js"],
    ["/file", "assets/samples/guizhou.xlsx"],
  ])("finds %s in %s", (pathname, file) => {
    expect(fileFor(pathname, OPENED)).toBe(path.resolve(file));
  });

  test.each([
    "/../package.json",
    "/%2e%2e/%2e%2e/package.json",
    "/office-js/../../../../package.json",
    "/office-js/%2e%2e%2f%2e%2e%2fpackage.json",
    "/..%5c..%5cpackage.json",
    "//etc/passwd",
    "/%00",
    "/%zz",
  ])("gives nothing outside its folders: %s", (pathname) => {
    const file = fileFor(pathname, OPENED);
    const inside = ["dist/workbench", "node_modules/@microsoft/office-js/dist"].map(
      (folder) => path.resolve(folder) + path.sep,
    );
    expect(file === null || inside.some((folder) => file.startsWith(folder))).toBe(true);
  });

  describe("once started", () => {
    let server: Awaited<ReturnType<typeof serveWorkbench>>;
    beforeAll(async () => {
      server = await serveWorkbench({ filePath: OPENED });
    });
    afterAll(() => server.close());

    const status = (
      pathname: string,
      options: { method?: string; headers?: Record<string, string> } = {},
    ): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(new URL(pathname, server.url), options, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        asked.on("error", reject).end();
      });

    test("is called on this machine only, with the workbook's name", () => {
      expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?file=guizhou\.xlsx&token=[0-9a-f]{32}$/);
    });

    test("gives the opened workbook to whoever knows the token of its address", async () => {
      const token = new URL(server.url).searchParams.get("token") ?? "";
      expect(await status(`/file?token=${token}`)).toBe(200);
      const wrong = token.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
      expect(await status(`/file?token=${wrong}`)).toBe(403);
    });

    test("lets no other page frame it", async () => {
      const answer = await fetch(new URL("/file" + new URL(server.url).search, server.url));
      await answer.body?.cancel();
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    });

    test.each<[string, number, { method?: string; headers?: Record<string, string> }]>([
      ["/file", 403, {}],
      ["/nothing.js", 404, {}],
      ["/file", 405, { method: "POST" }],
      ["/file", 403, { headers: { host: "evil.example" } }],
    ])("answers %s with %i to %o", async (pathname, code, options) => {
      expect(await status(pathname, options)).toBe(code);
    });
  });
});
