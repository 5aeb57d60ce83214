/** What the lint asks of the project's files. */
export interface ManifestFiles {
  exists(path: string): boolean;
  /** Width and height in pixels. */
  imageSize(path: string): readonly [width: number, height: number];
}

const RIBBON_ICON_SIZES = ["16", "32", "80"];
const STORE_ICONS = { IconUrl: 32, HighResolutionIconUrl: 64 } as const;
const LONGEST = { ShortStrings: 125, LongStrings: 250, id: 32 } as const;

/** What is wrong with a manifest and no schema finds; empty when nothing is. Needs a DOMParser. */
export function lintManifest(xml: string, files: ManifestFiles): string[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (document.querySelector("parsererror") !== null) return ["not well-formed"];
  const all = [...document.getElementsByTagName("*")];
  const named = (name: string): Element[] => all.filter(({ localName }) => localName === name);
  return [
    ...identity(named),
    ...urls(all),
    ...storeIcons(named, files),
    ...overrides([...named("DisplayName"), ...named("Description").filter(hasDefault), ...named("String")]),
    ...resources(all, named),
    ...ribbonIcons(named, files),
    ...controls(named),
  ];
}

type Named = (name: string) => Element[];
const valueOf = (element: Element | undefined): string => element?.getAttribute("DefaultValue") ?? "";
const hasDefault = (element: Element): boolean => element.hasAttribute("DefaultValue");
const pathOf = (url: string): string =>
  URL.canParse(url) ? decodeURIComponent(new URL(url).pathname.slice(1)) : url;

function identity(named: Named): string[] {
  const text = (name: string): string => named(name)[0]?.textContent.trim() ?? "";
  const faults: string[] = [];
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text("Id"))) faults.push("Id is not a GUID");
  if (!/^\d{1,5}(?:\.\d{1,5}){3}$/.test(text("Version"))) faults.push("Version needs four parts");
  if (text("DefaultLocale") !== "zh-CN") faults.push("DefaultLocale is not zh-CN");
  if (text("Permissions") !== "ReadWriteDocument") faults.push("Permissions do not let the add-in write");
  const set = named("Set").find((each) => each.getAttribute("Name") === "ExcelApi");
  if (set?.getAttribute("MinVersion") !== "1.13") faults.push("ExcelApi 1.13 is not required");
  for (const name of ["SupportUrl", "SourceLocation", "ProviderName"])
    if (named(name).length === 0) faults.push(`${name} missing`);
  return faults;
}

function urls(all: readonly Element[]): string[] {
  return all
    .flatMap((element) => ["DefaultValue", "Value"].map((name) => element.getAttribute(name) ?? ""))
    .concat(
      all.filter(({ localName }) => localName === "AppDomain").map(({ textContent }) => textContent.trim()),
    )
    .filter((value) => /^[a-z]+:\/\//i.test(value) && !value.startsWith("https://"))
    .map((value) => `not https: ${value}`);
}

function storeIcons(named: Named, files: ManifestFiles): string[] {
  return Object.entries(STORE_ICONS).flatMap(([name, size]) => {
    const element = named(name)[0];
    return element === undefined ? [`${name} missing`] : image(pathOf(valueOf(element)), String(size), files);
  });
}

function image(path: string, size: string, files: ManifestFiles): string[] {
  if (!files.exists(path)) return [`${path} not found`];
  const [width, height] = files.imageSize(path);
  return String(width) === size && String(height) === size
    ? []
    : [`${path} is ${width} × ${height}, not ${size}`];
}

function overrides(texts: readonly Element[]): string[] {
  return texts
    .filter(
      (text) =>
        ![...text.children].some(
          (child) => child.getAttribute("Locale") === "en-US" && child.getAttribute("Value") !== "",
        ),
    )
    .map((text) => `${text.getAttribute("id") ?? text.localName} has no en-US override`);
}

function resources(all: readonly Element[], named: Named): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const resource of [...named("Image"), ...named("Url"), ...named("String")]) {
    const id = resource.getAttribute("id");
    if (id === null) continue;
    if (ids.has(id)) faults.push(`duplicate resource ${id}`);
    if (id.length > LONGEST.id) faults.push(`resource id ${id} is longer than ${LONGEST.id}`);
    ids.add(id);
    faults.push(...tooLong(resource, id));
  }
  const used = new Set(all.flatMap((element) => element.getAttribute("resid") ?? []));
  for (const id of used) if (!ids.has(id)) faults.push(`resid ${id} is not defined`);
  for (const id of ids) if (!used.has(id)) faults.push(`resource ${id} is not used`);
  return faults;
}

function tooLong(resource: Element, id: string): string[] {
  const table = resource.parentElement?.localName;
  if (table !== "ShortStrings" && table !== "LongStrings") return [];
  const texts = [
    valueOf(resource),
    ...[...resource.children].map((child) => child.getAttribute("Value") ?? ""),
  ];
  return texts
    .filter((text) => text.length > LONGEST[table])
    .map(() => `${id} is longer than ${LONGEST[table]}`);
}

function ribbonIcons(named: Named, files: ManifestFiles): string[] {
  const images = new Map(named("Image").map((each) => [each.getAttribute("id") ?? "", valueOf(each)]));
  return named("Icon").flatMap((icon) => {
    const sizes = [...icon.children].map((child) => child.getAttribute("size") ?? "");
    const missing = RIBBON_ICON_SIZES.filter((size) => !sizes.includes(size)).map(
      (size) => `icon of ${size} missing`,
    );
    const wrong = [...icon.children].flatMap((child) => {
      const url = images.get(child.getAttribute("resid") ?? "");
      return url === undefined ? [] : image(pathOf(url), child.getAttribute("size") ?? "", files);
    });
    return [...missing, ...wrong];
  });
}

function controls(named: Named): string[] {
  const faults: string[] = [];
  const ids = [...named("Control"), ...named("Group")].map((each) => each.getAttribute("id"));
  if (new Set(ids).size !== ids.length) faults.push("duplicate control or group id");
  for (const action of named("Action")) {
    const children = [...action.children].map(({ localName }) => localName);
    const type = action.getAttribute("xsi:type");
    if (type === "ShowTaskpane" && !children.includes("SourceLocation"))
      faults.push("ShowTaskpane without SourceLocation");
    if (type === "ExecuteFunction" && !children.includes("FunctionName"))
      faults.push("ExecuteFunction without FunctionName");
    if (type === "ExecuteFunction" && named("FunctionFile").length === 0)
      faults.push("ExecuteFunction without FunctionFile");
  }
  return faults;
}
