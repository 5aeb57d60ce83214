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

  test("is UTF-16 with its mark, as Notepad saves it", () => {
    expect(textOfReport(bytes(0xff, 0xfe, 0x97, 0x5f, 0x06, 0x52))).toBe("得分");
    expect(textOfReport(bytes(0xfe, 0xff, 0x5f, 0x97, 0x52, 0x06))).toBe("得分");
  });

  test.each([
    ["doc", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "另存为 .docx"],
    ["pdf", new TextEncoder().encode("%PDF-1.7 1 0 obj"), "原稿"],
    ["rtf", new TextEncoder().encode("{\\rtf1\\ansi 12}"), "另存为 .docx"],
    ["html", new TextEncoder().encode("<!DOCTYPE html><p>得分 90</p>"), "网页"],
    ["empty", new TextEncoder().encode(" \n "), "没有文字"],
    ["binary", bytes(0x89, 0x50, 0x4e, 0x47, 0x00), "不是文字文件"],
  ])("refuses %s with the reason and the next step", (code, file, words) => {
    let refused: unknown = null;
    try {
      textOfReport(file);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(UnreadableText);
    expect(refused).toMatchObject({ code });
    expect(String(refused)).toContain(words);
  });

  test("is never guessed: a picture or a broken file is refused", () => {
    expect(() => textOfReport(bytes(0x89, 0x50, 0x4e, 0x47, 0x00))).toThrow(UnreadableText);
    expect(() => textOfReport(bytes(0xb5, 0xc3, 0xff))).toThrow(UnreadableText);
  });
});
