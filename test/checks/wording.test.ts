import { describe, expect, it } from "vitest";
import { named } from "../../src/checks/shared/wording";
import { leafName } from "../../src/model/form";
import { indicator } from "./subject";

describe("a name in a message", () => {
  it.each([
    ["资金 抽查\n比例", "“资金抽查比例”"],
    ["一二三四五六七八九十一二三四五六", "“一二三四五六七八九十一二三四五六”"],
    ["一二三四五六七八九十一二三四五六七", "“一二三四五六七八九十一二三四五…”"],
  ])("%s is %s", (name, shown) => expect(named(name)).toBe(shown));

  it("is that of the lowest level that has one", () => {
    const { entry } = indicator({ name: "培训场次" });
    expect(leafName({ ...entry, level4: "线上" })).toBe("线上");
    expect(leafName(entry)).toBe("培训场次");
  });
});
