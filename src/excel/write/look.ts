import type { Alignment, BlockStyle } from "../../report/sheets/draft";

interface BlockLook {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly color: string;
  };
  readonly fill: string | null;
  readonly border: boolean;
  readonly align: Alignment;
  readonly rowHeight: number | null;
}

const SONG = "宋体";
/** Text, on sheets and in charts. */
export const INK = "#1F1F1F";

/** How generated sheets look: sober, like the tables that finance offices print. */
export const LOOKS: Readonly<Record<BlockStyle, BlockLook>> = {
  title: {
    font: { name: SONG, size: 16, bold: true, color: INK },
    fill: null,
    border: false,
    align: "center",
    rowHeight: 30,
  },
  subtitle: {
    font: { name: SONG, size: 12, bold: true, color: INK },
    fill: null,
    border: false,
    align: "left",
    rowHeight: 24,
  },
  caption: {
    font: { name: SONG, size: 12, bold: true, color: INK },
    fill: null,
    border: false,
    align: "center",
    rowHeight: 24,
  },
  header: {
    font: { name: SONG, size: 11, bold: true, color: INK },
    fill: null,
    border: true,
    align: "center",
    rowHeight: null,
  },
  body: {
    font: { name: SONG, size: 11, bold: false, color: INK },
    fill: null,
    border: true,
    align: "center",
    rowHeight: null,
  },
  total: {
    font: { name: SONG, size: 11, bold: true, color: INK },
    fill: null,
    border: true,
    align: "center",
    rowHeight: null,
  },
  note: {
    font: { name: SONG, size: 11, bold: false, color: "#404040" },
    fill: null,
    border: false,
    align: "left",
    rowHeight: null,
  },
  sentence: {
    font: { name: SONG, size: 12, bold: false, color: INK },
    fill: null,
    border: false,
    align: "left",
    rowHeight: null,
  },
};

/** Hairlines as in official tables. */
export const BORDER_COLOR = "#000000";
/** Points per character of the default font, near enough for column widths. */
export const POINTS_PER_CHARACTER = 6;
