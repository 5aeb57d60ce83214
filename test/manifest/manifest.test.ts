// @vitest-environment jsdom
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEVELOPMENT_BASE, manifestFor } from "../../scripts/webpack/manifest.mjs";
import { lintManifest, type ManifestFiles } from "./lint-manifest";

const manifest = readFileSync("manifest.xml", "utf8");
const files: ManifestFiles = {
  exists: existsSync,
  imageSize: (path) => {
    const png = readFileSync(path);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  },
};

describe("manifest.xml", () => {
  test("is clean", () => {
    expect(lintManifest(manifest, files)).toEqual([]);
  });

  test("calls the function that the command page offers", () => {
    const [, name = ""] = /<FunctionName>(.*?)<\/FunctionName>/.exec(manifest) ?? [];
    expect(readFileSync("src/commands/commands.ts", "utf8")).toContain(`associate("${name}"`);
  });

  test("declares the requirement set that the pane checks", () => {
    expect(readFileSync("src/taskpane/host.ts", "utf8")).toContain('name: "ExcelApi", version: "1.13"');
  });

  test("points at pages that the build writes", () => {
    const pages = [...manifest.matchAll(/https:\/\/localhost:3000\/(\w+\.html)/g)].map(
      ([, page]) => page ?? "",
    );
    const build = readFileSync("webpack.config.js", "utf8");
    for (const page of new Set(pages)) expect(build).toContain(page);
  });

  test.each<[fault: string, from: string | RegExp, to: string]>([
    ["not well-formed", "</OfficeApp>", ""],
    ["Id is not a GUID", /<Id>.*<\/Id>/, "<Id>jiheng</Id>"],
    ["Version needs four parts", /<Version>.*<\/Version>/, "<Version>1.0</Version>"],
    ["DefaultLocale is not zh-CN", ">zh-CN<", ">en-US<"],
    ["ExcelApi 1.13 is not required", ' MinVersion="1.13"', ' MinVersion="1.1"'],
    ["SupportUrl missing", /<SupportUrl[^>]*>/, ""],
    [
      "not https",
      "https://localhost:3000/assets/icons/icon-32.png",
      "http://localhost:3000/assets/icons/icon-32.png",
    ],
    ["not https", "<AppDomain>https:", "<AppDomain>http:"],
    ["icon-99.png not found", "icon-16.png", "icon-99.png"],
    ["icon-32.png is 32 × 32, not 16", "icon-16.png", "icon-32.png"],
    ["icon-16.png is 16 × 16, not 64", "icon-64.png", "icon-16.png"],
    ["icon of 32 missing", /<bt:Image size="32" resid="Icon.32"\/>/, ""],
    ["resid Nope is not defined", 'resid="OpenPane.Label"', 'resid="Nope"'],
    [
      "resource Extra is not used",
      "<bt:LongStrings>",
      '<bt:LongStrings><bt:String id="Extra" DefaultValue="多"/>',
    ],
    ["duplicate resource Icon.16", '<bt:Image id="Icon.32"', '<bt:Image id="Icon.16"'],
    ["Recalculate.Label has no en-US override", '<bt:Override Locale="en-US" Value="Calculate scores"/>', ""],
    ["DisplayName has no en-US override", '<Override Locale="en-US" Value="Jiheng"/>', ""],
    [
      "Group.Label is longer than 125",
      'id="Group.Label" DefaultValue="绩衡"',
      `id="Group.Label" DefaultValue="${"绩".repeat(126)}"`,
    ],
    ["OpenPane.Tip is longer than 250", "识别工作簿中的指标表", "表".repeat(251)],
    ["duplicate control or group id", 'id="Jiheng.Recalculate"', 'id="Jiheng.OpenPane"'],
    ["ExecuteFunction without FunctionFile", '<FunctionFile resid="Commands.Url"/>', ""],
    ["ExecuteFunction without FunctionName", "<FunctionName>recalculate</FunctionName>", ""],
    ["ShowTaskpane without SourceLocation", '<SourceLocation resid="Taskpane.Url"/>', ""],
  ])("is rejected: %s", (fault, from, to) => {
    const changed = manifest.replace(from, to);
    expect(changed).not.toBe(manifest);
    expect(lintManifest(changed, files).join("\n")).toContain(fault);
  });
});

describe("the manifest of a built folder", () => {
  test.each([
    "https://oa.example.gov.cn",
    "https://oa.example.gov.cn/jiheng",
    "https://oa.example.gov.cn:8443/jiheng/",
  ])("points at %s alone", (base) => {
    const finished = manifestFor(manifest, base);
    const addresses = [...finished.matchAll(/(?:DefaultValue=|<AppDomain>)"?(https:[^"<]*)/g)].map(
      ([, address = ""]) => address,
    );
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(address.startsWith(new URL(base).origin)).toBe(true);
    const site = base.replace(/\/$/, "");
    expect(finished).toContain(`DefaultValue="${site}/taskpane.html"`);
    expect(finished).toContain(`<AppDomain>${new URL(base).origin}</AppDomain>`);
    // With the site's address taken for the development one, it is as clean as the manifest in the repository.
    expect(lintManifest(finished.replaceAll(site, DEVELOPMENT_BASE), files)).toEqual([]);
  });

  test.each([
    "http://oa.example.gov.cn",
    "oa.example.gov.cn",
    "https://localhost:3000",
    "https://127.0.0.1",
    "https://oa.example.gov.cn/?a=1",
    "",
  ])("is refused for %s", (base) => {
    expect(() => manifestFor(manifest, base)).toThrow(/base=|本机/);
  });
});
