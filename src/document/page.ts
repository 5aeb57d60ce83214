/**
 * The page of official documents (GB/T 9704-2012): A4, 37 mm above, 28 mm left, 35 mm below, 26 mm right; 22 lines of
 * 28 characters. Sizes of type in half-points, as Word counts them.
 */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { top: 37, left: 28, bottom: 35, right: 26 },
} as const;

/** Type sizes by their Chinese names. */
export const TYPE = { two: 44, three: 32, smallFour: 24, five: 21, four: 28 } as const;

/** Exactly 28 points, in twentieths. */
export const LINE = 560;

/** Fonts that Windows and Office for Mac bring; digits and Latin letters stand in Times New Roman. */
export const FONTS = {
  body: "仿宋",
  heading1: "黑体",
  heading2: "楷体",
  title: "方正小标宋简体",
  table: "宋体",
  latin: "Times New Roman",
} as const;

/** Millimetres in the twentieths of a point that Word counts: A4 is 11906 × 16838. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
