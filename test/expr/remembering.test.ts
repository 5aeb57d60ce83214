import { describe, expect, it } from "vitest";
import { remembering } from "../../src/expr/remembering";

describe("a function that remembers", () => {
  it("reads each text once, the empty one and an empty answer included", () => {
    const asked: string[] = [];
    const plain = remembering((text) => {
      asked.push(text);
      return text.trim();
    });
    const answers = ["名称 ", "", " ", "名称 ", "", " "].map(plain);
    expect(answers).toEqual(["名称", "", "", "名称", "", ""]);
    expect(asked).toEqual(["名称 ", "", " "]);
  });

  it("never holds on to more texts than it may", () => {
    const asked: string[] = [];
    const read = remembering((text) => {
      asked.push(text);
      return { text };
    }, 2);
    for (const text of ["一", "二", "二", "三", "三", "一"]) expect(read(text)).toEqual({ text });
    expect(asked).toEqual(["一", "二", "三", "一"]);
  });
});
