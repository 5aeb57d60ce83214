import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type IParagraphOptions,
  type ISectionOptions,
  type Table,
} from "docx";
import { gapText, printable, type Block, type Inline, type ReportDocument } from "./content";
import { FONTS, LINE, PAGE, TYPE, twips } from "./page";
import { CAPTION_STYLE, captionOf, tableOf, unitLineOf } from "./write-table";

type Child = Paragraph | Table;

/** The report as a .docx: GB/T 9704 page, wide tables on pages of their own that lie down. */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    title: printable(report.title),
    creator: "绩衡",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { size: TYPE.three, font: font(FONTS.body) },
          paragraph: { spacing: { line: LINE, lineRule: "exact" } },
        },
        heading1: headingStyle(FONTS.heading1, false),
        heading2: headingStyle(FONTS.heading2, true),
      },
      paragraphStyles: [
        {
          id: CAPTION_STYLE,
          name: "表题",
          basedOn: "Normal",
          run: { size: TYPE.smallFour, font: font(FONTS.heading1) },
          paragraph: { spacing: { line: 400, lineRule: "exact", before: 120 } },
        },
      ],
    },
    sections: sectionsOf(report.blocks),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function font(eastAsia: string) {
  return { ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia };
}

function headingStyle(name: string, bold: boolean) {
  return {
    run: { size: TYPE.three, font: font(name), bold, italics: false, color: "000000" },
    paragraph: { spacing: { line: LINE, lineRule: "exact" as const, before: 0, after: 0 } },
  };
}

/** Upright and lying pages in turn: a wide table is a section of its own. */
function sectionsOf(blocks: readonly Block[]): ISectionOptions[] {
  const sections: { lies: boolean; children: Child[] }[] = [];
  for (const block of blocks) {
    const lies = block.kind === "table" && block.table.wide;
    const last = sections.at(-1);
    if (last?.lies === lies) last.children.push(...childrenOf(block));
    else sections.push({ lies, children: childrenOf(block) });
  }
  return sections.map(({ lies, children }, index) => ({
    properties: {
      ...(index === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      page: {
        size: {
          width: twips(PAGE.widthMm),
          height: twips(PAGE.heightMm),
          orientation: lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: marginsOf(lies),
      },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children,
  }));
}

/** On a page that lies the head is where the left margin was. */
function marginsOf(lies: boolean) {
  const { top, left, bottom, right } = PAGE.marginsMm;
  const [above, before, below, after] = lies ? [left, bottom, right, top] : [top, left, bottom, right];
  return {
    top: twips(above),
    left: twips(before),
    bottom: twips(below),
    right: twips(after),
    footer: twips(lies ? 15 : 25),
  };
}

/** `— 3 —`, odd pages at the right, even ones at the left, one character from the edge. */
function pageNumber(alignment: (typeof AlignmentType)["RIGHT" | "LEFT"]): Footer {
  const side = alignment === AlignmentType.RIGHT ? { right: TYPE.four * 10 } : { left: TYPE.four * 10 };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: side,
        children: [
          new TextRun({
            size: TYPE.four,
            font: font(FONTS.table),
            children: ["— ", PageNumber.CURRENT, " —"],
          }),
        ],
      }),
    ],
  });
}

function childrenOf(block: Block): Child[] {
  switch (block.kind) {
    case "title":
      return [
        paragraph(
          { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: "exact", after: 200 } },
          [
            ...titleLines(printable(block.text)).map(
              (text, line) =>
                new TextRun({
                  text,
                  size: TYPE.two,
                  font: font(FONTS.title),
                  ...(line === 0 ? {} : { break: 1 }),
                }),
            ),
          ],
        ),
      ];
    case "subtitle":
      return [
        paragraph(
          { alignment: AlignmentType.CENTER, spacing: { line: LINE, lineRule: "exact", after: LINE } },
          [new TextRun({ text: printable(block.text), font: font(FONTS.heading2) })],
        ),
      ];
    case "heading":
      return [
        paragraph({ heading: block.level === 1 ? "Heading1" : "Heading2", keepNext: true, ...INDENTED }, [
          new TextRun({ text: printable(block.text) }),
        ]),
      ];
    case "paragraph":
      return [paragraph(INDENTED, block.of.map(runOf))];
    case "signature":
      return [paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 1280 } }, block.of.map(runOf))];
    case "table":
      return [captionOf(block.table), ...unitLineOf(block.table), tableOf(block.table), afterTable()];
  }
}

/** Characters of a title on a line. */
const TITLE_LINE = 20;

/** A long title breaks where its words allow, nearest to the middle. */
export function titleLines(title: string): string[] {
  if (title.length <= TITLE_LINE) return [title];
  const middle = title.length / 2;
  const breaks = [...title.matchAll(/(?<=年度|资金|项目|支出|局|部门)|(?=绩效|部门|项目|预算)/g)]
    .map(({ index }) => index)
    .filter((at) => at > 4 && at < title.length - 3);
  const at = breaks.reduce(
    (best, next) => (Math.abs(next - middle) <= Math.abs(best - middle) ? next : best),
    breaks[0] ?? Math.ceil(middle),
  );
  return [...titleLines(title.slice(0, at)), ...titleLines(title.slice(at))];
}

/** First line in by two characters, whatever the size of the type. */
const INDENTED: IParagraphOptions = { indent: { firstLine: TYPE.three * 20, firstLineChars: 200 } };

function paragraph(options: IParagraphOptions, children: readonly TextRun[]): Paragraph {
  return new Paragraph({ ...options, children });
}

/** What people must write stands out until they have. */
function runOf(part: Inline): TextRun {
  return part.kind === "words"
    ? new TextRun({ text: printable(part.text) })
    : new TextRun({ text: printable(gapText(part.prompt)), highlight: "yellow" });
}

const afterTable = (): Paragraph =>
  new Paragraph({ spacing: { line: 240, lineRule: "exact" }, children: [] });
