import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, type Exact } from "../../src/expr/exact";
import { digitSwaps, likelyCause, rowCause } from "../../src/printed/causes";
import { printed } from "../../src/printed/precision";
import { quantity } from "./subject";

const cause = (text: string, computed: string, ...relation: [] | [Parameters<typeof likelyCause>[2]]) => {
  const stated = printed(quantity(text));
  return stated === null ? "" : likelyCause(stated, exact(computed), relation[0] ?? null);
};

describe("the likely cause", () => {
  it("findings.md 0.05: 15383.72 written as 13583.72 gives just 37.55%", () => {
    const inputs = [exact("5100.69"), exact("15383.72")];
    const of: NonNullable<Parameters<typeof likelyCause>[2]>["of"] = ([part, whole]) =>
      part && whole ? part.div(whole) : null;
    expect(cause("37.55%", "0.3315641522", { inputs, of })).toBe("疑将15,383.72误作13,583.72");
  });

  it("is none where two inputs explain it alike, or a swap leaves nothing to divide by", () => {
    const product = ([a, b]: readonly Exact[]) => (a && b ? a.mul(b) : null);
    expect(cause("252", "144", { inputs: [exact(12), exact(12)], of: product })).toBe("");
    const share = ([part, whole]: readonly Exact[]) =>
      !part || !whole || whole.equals(1) ? null : part.div(whole.sub(1));
    expect(cause("77", "5", { inputs: [exact(45), exact(10)], of: share })).toBe("");
  });

  it.each([
    ["9.78", "97800", "相差一万倍，疑为元与万元混用"],
    ["20", "0.2", "相差一百倍，疑百分号有误"],
    ["9", "9.91", "系去尾所致，应四舍五入"],
    ["471.89", "471.98", "疑有两位数字写颠倒"],
    ["4949.74", "4922.84", ""],
    ["0", "4000", ""],
  ])("of %s for %s is %s", (text, computed, why) => {
    expect(cause(text, computed)).toBe(why);
  });

  const rows = [
    { name: "资金拨付", value: exact(2) },
    { name: "监督考核", value: exact(3) },
    { name: "制度建设", value: exact(3) },
    { name: "暂缓事项", value: exact(0) },
  ];
  it.each([
    ["6", "8", "疑漏加“资金拨付”"],
    ["10", "8", "疑重复加“资金拨付”"],
    ["5", "8", "疑漏加一项3"],
    ["7", "8", ""],
    ["8", "8", ""],
  ])("of a sum stated as %s for %s is %s", (said, should, why) => {
    expect(rowCause(exact(said), exact(should), rows)).toBe(why);
  });

  it("swaps neighbouring digits only, and twice gives the number back", () => {
    expect(digitSwaps("12.3")).toEqual(["21.3", "13.2"]);
    expect(digitSwaps("112")).toEqual(["121"]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99999 }).map(String), (text) =>
        digitSwaps(text).every((swapped) => digitSwaps(swapped).includes(text)),
      ),
    );
  });
});
