import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { VERSION } from "../../src/model/version";

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "..", "..", file), "utf8");

it("has one version: package.json's, which manifest and host repeat", () => {
  expect(read("manifest.xml")).toContain(`<Version>${VERSION}.0</Version>`);
  expect(JSON.parse(read("packages/excel-host/package.json"))).toMatchObject({ version: VERSION });
});
