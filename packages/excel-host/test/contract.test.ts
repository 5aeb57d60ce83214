import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { camel, WireCollection, WireObject } from "../src/wire/wire-object";

/** What the library itself says of a class: the names of its properties on the wire, and which of them can be set. */
interface ClientClass {
  prototype: Record<string, unknown> & {
    _scalarPropertyOriginalNames?: string[];
    _scalarPropertyUpdateable?: boolean[];
    _navigationPropertyNames?: string[];
    _isCollection?: boolean;
  };
}

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

/** Names on the wire that the library's metadata does not list. */
const aliases = new Set(["Worksheet.Gridlines"]);

const folder = new URL("../src/objects/", import.meta.url);
const modules = await Promise.all(
  readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
);
const classes = modules
  .flatMap((module) => Object.values(module))
  .filter(
    (value): value is typeof WireObject =>
      typeof value === "function" && value.prototype instanceof WireObject,
  )
  .filter((value) => value.className !== "" && value.className !== "AddinInternalService");

describe("the host's members are members of Microsoft's classes", () => {
  it.each(classes.map((one) => [one.className, one] as const))("%s", (name, hostClass) => {
    const client = (Excel as unknown as Record<string, ClientClass | undefined>)[name];
    expect(client, `Excel.${name}`).toBeDefined();
    const prototype = client?.prototype ?? {};
    const scalars = prototype["_scalarPropertyOriginalNames"];
    const updateable = prototype["_scalarPropertyUpdateable"] ?? [];
    const navigation = prototype["_navigationPropertyNames"] ?? [];
    const wrong: string[] = [];
    for (const [member, descriptor] of Object.entries(
      Object.getOwnPropertyDescriptors(hostClass.prototype),
    )) {
      if (!/^_?[A-Z]/.test(member) || aliases.has(`${name}.${member}`)) continue;
      if (descriptor.get ?? descriptor.set) {
        const at = scalars?.indexOf(member) ?? -1;
        if (at < 0 && !navigation.includes(camel(member))) wrong.push(`${member} is no property`);
        if (at >= 0 && descriptor.set && updateable[at] === false)
          wrong.push(`${member} cannot be set in Excel`);
        if (at >= 0 && !descriptor.set && updateable[at] === true)
          wrong.push(`${member} can be set in Excel`);
      } else if (
        typeof prototype[member.startsWith("_") ? member : camel(member)] !== "function" &&
        member !== "GetItem"
      )
        wrong.push(`${member} is no method`);
    }
    for (const scalar of hostClass.scalars)
      if (!scalars?.includes(scalar)) wrong.push(`scalar ${scalar} is none`);
    if (Boolean(prototype["_isCollection"]) !== hostClass.prototype instanceof WireCollection)
      wrong.push("collection or not");
    expect(wrong).toEqual([]);
  });
});
