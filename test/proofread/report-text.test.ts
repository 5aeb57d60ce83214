import { describe, expect, test } from "vitest";
import { textOfReport, UnreadableText } from "../../src/proofread/report-text";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe("the text of a report's file", () => {
  test("is UTF-8, with or without its mark", () => {
    expect(textOfReport(new TextEncoder().encode("得分 98.94 分"))).toBe("得分 98.94 分");
    expect(textOfReport(bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode("得分")))).toBe("得分");
  });

  test("is what Chinese Windows saves", () => {
    // 得分 in GB18030.
    expect(textOfReport(bytes(0xb5, 0xc3, 0xb7, 0xd6))).toBe("得分");
  });

  test("is never guessed: a picture or a broken file is refused", () => {
    expect(() => textOfReport(bytes(0x89, 0x50, 0x4e, 0x47, 0x00))).toThrow(UnreadableText);
    expect(() => textOfReport(bytes(0xb5, 0xc3, 0xff))).toThrow(UnreadableText);
  });
});
