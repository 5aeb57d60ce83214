import type { IStyleData } from "@univerjs/core";

/** Univer's codes and their Excel names. */
export const horizontalCodes: Record<number, string> = {
  1: "Left",
  2: "Center",
  3: "Right",
  4: "Justify",
  6: "Distributed",
};
export const verticalCodes: Record<number, string> = { 1: "Top", 2: "Center", 3: "Bottom" };
export const wrapText = 3;

/** Univer's flags are 0 and 1. */
export const isOn = (flag: number | null | undefined): boolean => flag === 1;

/** Border styles of a file, by Univer's code. */
export const borderNames = [
  "none",
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
] as const;

export const borderSides = { EdgeTop: "t", EdgeBottom: "b", EdgeLeft: "l", EdgeRight: "r" } as const;
export type BorderSide = (typeof borderSides)[keyof typeof borderSides];

/** A change of style: null takes an attribute away. */
export type StylePatch = { [K in keyof IStyleData]?: IStyleData[K] | null };

/** The later patch wins; borders are joined side by side. */
export function joinPatches(first: StylePatch | null | undefined, second: StylePatch): StylePatch {
  if (!first) return second;
  const joined: StylePatch = { ...first, ...second };
  if (first.bd && second.bd) joined.bd = { ...first.bd, ...second.bd };
  return joined;
}

/** Takes every attribute away that Univer knows. */
export const noStyle: StylePatch = {
  ff: null,
  fs: null,
  it: null,
  bl: null,
  ul: null,
  st: null,
  bg: null,
  bd: null,
  cl: null,
  n: null,
  ht: null,
  vt: null,
  tb: null,
  tr: null,
  pd: null,
};

/** `#A1B2C3` in capitals, as Excel answers colours; names and short forms are widened. */
export function hexColor(color: string): string {
  const named: Record<string, string> = {
    black: "#000000",
    white: "#FFFFFF",
    red: "#FF0000",
    green: "#008000",
    blue: "#0000FF",
    yellow: "#FFFF00",
    gray: "#808080",
    orange: "#FFA500",
  };
  const hex = (named[color.toLowerCase()] ?? color).toUpperCase();
  const short = /^#([0-9A-F])([0-9A-F])([0-9A-F])$/.exec(hex);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  return /^#[0-9A-F]{6}$/.test(hex) ? hex : hex.startsWith("#") ? hex : `#${hex}`;
}

export const isColor = (color: unknown): color is string =>
  typeof color === "string" &&
  (/^#?[0-9A-F]{6}$/i.test(color) || /^#[0-9A-F]{3}$/i.test(color) || /^[a-z]+$/i.test(color));
