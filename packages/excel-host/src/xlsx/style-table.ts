import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type { Style } from "excelize-wasm";
import { checked, type ExcelizeFile } from "./excelize";
import { isOn } from "../model/styles";
import { stable } from "./changes";

/** excelize's number of a border line, by Univer's. */
const borderLines = [0, 1, 7, 4, 3, 9, 11, 6, 2, 8, 10, 12, 13, 5];
const sides = { l: "left", r: "right", t: "top", b: "bottom" } as const;
const horizontal: Record<number, string> = {
  1: "left",
  2: "center",
  3: "right",
  4: "justify",
  6: "distributed",
};
const vertical: Record<number, string> = { 1: "top", 2: "center", 3: "bottom" };

export interface Locking {
  locked: boolean;
  formulaHidden: boolean;
  indent: number;
}

/** Turns changes of style into style indices of the file; equal changes share one. */
export class StyleTable {
  readonly #known = new Map<string, number>();
  /** Cells that look alike share one object. */
  readonly #texts = new WeakMap<IStyleData, string>();

  constructor(readonly file: ExcelizeFile) {}

  /** The style that differs from the file's style `base` in what `before` and `after` differ in. */
  index(base: number, before: IStyleData | null, after: IStyleData, locking: Locking): number {
    const { locked, formulaHidden, indent } = locking;
    const key = `${base} ${this.#text(before)} ${this.#text(after)} ${locked} ${formulaHidden} ${indent}`;
    let index = this.#known.get(key);
    if (index === undefined) {
      const style = base === 0 ? {} : checked(this.file.GetStyle(base)).style;
      index = checked(this.file.NewStyle(changed(style, before ?? {}, after, locking, base === 0))).style;
      this.#known.set(key, index);
    }
    return index;
  }

  #text(style: IStyleData | null): string {
    if (style === null) return "";
    const known = this.#texts.get(style) ?? stable(style);
    this.#texts.set(style, known);
    return known;
  }
}

function changed(
  style: Style,
  before: IStyleData,
  after: IStyleData,
  locking: Locking,
  fresh: boolean,
): Style {
  const differs = (...keys: (keyof IStyleData)[]): boolean =>
    keys.some((key) => stable(before[key] ?? null) !== stable(after[key] ?? null));
  const out: Style = { ...style };
  if (differs("ff", "fs", "bl", "it", "ul", "st", "cl")) out.Font = font(style, before, after);
  if (differs("bg"))
    out.Fill = after.bg?.rgb ? { Type: "pattern", Pattern: 1, Color: [hex(after.bg.rgb)] } : {};
  if (differs("bd")) out.Border = borders(after.bd ?? {});
  if (fresh || differs("ht", "vt", "tb", "pd")) {
    const alignment = { ...style.Alignment };
    if (differs("ht")) alignment.Horizontal = horizontal[Number(after.ht ?? 0)] ?? "";
    if (differs("vt")) alignment.Vertical = vertical[Number(after.vt ?? 0)] ?? "";
    if (differs("tb")) alignment.WrapText = Number(after.tb ?? 0) === 3;
    if (locking.indent > 0 || differs("pd")) alignment.Indent = locking.indent;
    if (Object.keys(alignment).length > 0) out.Alignment = alignment;
  }
  if (differs("n")) {
    delete out.DecimalPlaces;
    delete out.NegRed;
    delete out.CustomNumFmt;
    out.NumFmt = 0;
    const pattern = after.n?.pattern;
    if (pattern === "@") out.NumFmt = 49;
    else if (pattern !== undefined && pattern !== "General") out.CustomNumFmt = pattern;
  }
  if (!locking.locked || locking.formulaHidden || style.Protection)
    out.Protection = { Locked: locking.locked, Hidden: locking.formulaHidden };
  return out;
}

function font(style: Style, before: IStyleData, after: IStyleData): NonNullable<Style["Font"]> {
  const out = { ...style.Font };
  if (after.ff) out.Family = after.ff;
  if (after.fs !== undefined) out.Size = after.fs;
  out.Bold = isOn(after.bl);
  out.Italic = isOn(after.it);
  out.Underline = isOn(after.ul?.s) ? out.Underline || "single" : "";
  out.Strike = isOn(after.st?.s);
  if (stable(before.cl ?? null) !== stable(after.cl ?? null)) {
    delete out.ColorIndexed;
    delete out.ColorTheme;
    delete out.ColorTint;
    if (after.cl?.rgb) out.Color = hex(after.cl.rgb);
    else delete out.Color;
  }
  return out;
}

function borders(data: NonNullable<IStyleData["bd"]>): NonNullable<Style["Border"]> {
  return Object.entries(sides).flatMap(([side, type]) => {
    const line = (data as Partial<Record<string, IBorderStyleData | null>>)[side];
    return line && Number(line.s) > 0
      ? [{ Type: type, Color: hex(line.cl.rgb ?? "#000000"), Style: borderLines[line.s] ?? 1 }]
      : [];
  });
}

const hex = (color: string): string => color.replace("#", "").toUpperCase();
