import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { withRooms } from "../../scripts/docs/rooms-table";
import { house } from "../../scripts/house/lint.mjs";
import { ROOMS } from "../../scripts/house/rooms.mjs";

const project = path.resolve(import.meta.dirname, "..", "..");
const names = Object.keys(ROOMS);

/** What lint says of a file of a room that holds just these lines. */
function lintOf(file: string, code: string): string[] {
  const linter = new Linter({ cwd: project });
  const messages = linter.verify(
    code,
    {
      files: ["**/*.ts"],
      languageOptions: { parser: tseslint.parser },
      plugins: { house },
      rules: { "house/imports": "error" },
    },
    path.join(project, file),
  );
  return messages.map(({ message }) => message);
}

const planted = names.flatMap((from) =>
  names.filter((to) => to !== from && !ROOMS[from]?.rooms.includes(to)).map((to) => [from, to] as const),
);

describe("the table of rooms", () => {
  it.each(planted)("keeps %s from importing %s, also as a type, behind a floor and later", (from, to) => {
    expect(lintOf(`src/${from}/planted.ts`, `import { x } from "../${to}/y";`)).toHaveLength(1);
    expect(lintOf(`src/${from}/floor/planted.ts`, `export type { X } from "../../${to}/y";`)).toHaveLength(1);
    expect(lintOf(`src/${from}/planted.ts`, `void import("../${to}/y");`)).toHaveLength(1);
  });

  it.each(names)("lets %s import what the table names, and no other package", (from) => {
    for (const to of ROOMS[from]?.rooms ?? [])
      expect(lintOf(`src/${from}/planted.ts`, `import { x } from "../${to}/y";`)).toEqual([]);
    expect(lintOf(`src/${from}/planted.ts`, `import x from "left-pad";`)).toHaveLength(1);
  });

  it("lets only the command line and the workbench start the embedded Excel", () => {
    const code = `import { x } from "@jiheng/excel-host/node";`;
    const may = names.filter((room) => lintOf(`src/${room}/planted.ts`, code).length === 0);
    expect(may).toEqual(["workbench", "cli"]);
    expect(
      lintOf("src/excel/planted.ts", `import { x } from "../../packages/excel-host/src/node";`),
    ).toHaveLength(1);
    expect(
      lintOf("packages/excel-host/src/planted.ts", `import { x } from "../../../src/model/grid";`),
    ).toHaveLength(1);
  });

  it("names every room that there is", () => {
    const rooms = readdirSync(path.join(project, "src"), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    for (const { name } of rooms) expect(names).toContain(name);
  });

  it("has no two rooms that import each other", () => {
    const circles = names.filter((room) =>
      ROOMS[room]?.rooms.some(
        (other) => names.indexOf(other) > names.indexOf(room) && ROOMS[other]?.rooms.includes(room),
      ),
    );
    expect(circles).toEqual([]);
  });

  it("is the one on the architecture page (npm run docs)", () => {
    const page = readFileSync(path.join(project, "docs", "architecture.md"), "utf8");
    expect(withRooms(page)).toBe(page);
  });
});
