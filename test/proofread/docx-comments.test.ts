import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { withComments } from "../../src/proofread/docx-comments";
import { docxText } from "../../src/proofread/docx";
import { read } from "./subject";

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const document = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(TYPES),
    "word/_rels/document.xml.rels": strToU8(RELATIONS),
    "word/styles.xml": strToU8("<w:styles/>"),
    "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    ...more,
  });
const part = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const RATE = "支出预算为20万元，支出决算为15万元，完成预算的57%。";

describe("a copy with comments", () => {
  it("marks the number in its run, keeps the text and the looks, and says what is wrong", () => {
    const bytes = document(`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${RATE}</w:t></w:r></w:p>`);
    const [one] = read(docxText(bytes)).reported;
    const copy = withComments(bytes, [
      { offset: one?.relation.offset ?? 0, length: 3, text: one?.relation.says ?? "" },
    ]);
    expect(docxText(copy)).toBe(RATE);
    expect(part(copy, "word/document.xml")).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">57%</w:t></w:r><w:commentRangeEnd w:id="0"/>',
    );
    expect(part(copy, "word/comments.xml")).toContain("75%");
    expect(part(copy, "[Content_Types].xml")).toContain('PartName="/word/comments.xml"');
    expect(part(copy, "word/_rels/document.xml.rels")).toContain('Target="comments.xml"');
    expect(part(copy, "word/styles.xml")).toBe("<w:styles/>");
  });

  it("marks a number that is split over runs, and one in a table cell", () => {
    const cell = `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲 &lt;</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>10.50</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
    const bytes = document(`<w:p><w:r><w:t>共47</w:t></w:r><w:r><w:t>1.98元</w:t></w:r></w:p>${cell}`);
    const text = docxText(bytes);
    const copy = withComments(
      bytes,
      ["471.98元", "10.50"].map((number) => ({
        offset: text.indexOf(number),
        length: number.length,
        text: "看",
      })),
    );
    expect(docxText(copy)).toBe(text);
    const marked = [
      ...part(copy, "word/document.xml").matchAll(/<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/g),
    ];
    expect(marked.map(([, inside = ""]) => inside.replace(/<[^>]*>/g, ""))).toEqual(["471.98元", "10.50"]);
  });

  it("adds to the comments that stand there, with numbers of its own", () => {
    const known = '<w:comments xmlns:w="w"><w:comment w:id="7"><w:p/></w:comment></w:comments>';
    const bytes = document("<w:p><w:r><w:t>得分90分</w:t></w:r></w:p>", {
      "word/comments.xml": strToU8(known),
    });
    const comments = part(
      withComments(bytes, [{ offset: 2, length: 3, text: "看 < 这里" }]),
      "word/comments.xml",
    );
    expect(comments).toContain('<w:comment w:id="7">');
    expect(comments).toContain('w:id="8"');
    expect(comments).toContain("看 &lt; 这里");
  });
});
