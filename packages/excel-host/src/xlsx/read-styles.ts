import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import { borderNames } from "../model/styles";
import { colorOf } from "./colors";
import { WorkbookFileError } from "./file-error";
import { builtInFormats } from "./number-formats";
import { readXml, type Attributes } from "./xml";

/** Excel's own limit. */
const mostFormats = 65_490;

/** One cell format of a file. */
export interface CellFormat {
  style: IStyleData;
  locked: boolean;
  formulaHidden: boolean;
  indent: number;
}

const horizontal: Record<string, number> = {
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
  distributed: 6,
  centerContinuous: 2,
};
const vertical: Record<string, number> = { top: 1, center: 2, bottom: 3 };
const isOn = (value: string | undefined): boolean => value !== "0" && value !== "false";

/** The cell formats of styles.xml, by the index that cells carry. */
export function readStyles(part: string, xml: string, theme: readonly string[]): CellFormat[] {
  const formats: CellFormat[] = [];
  const patterns = new Map<number, string>();
  const fonts: IStyleData[] = [];
  const fills: (string | null)[] = [];
  const borders: NonNullable<IStyleData["bd"]>[] = [];
  const path: string[] = [];
  let side: "t" | "b" | "l" | "r" | null = null;
  let solid = false;

  const font = (name: string, a: Attributes): void => {
    const last = fonts[fonts.length - 1];
    if (!last) return;
    if (name === "name" || name === "rFont") last.ff = a["val"] ?? null;
    if (name === "sz") last.fs = Number(a["val"]);
    if (name === "b" && isOn(a["val"])) last.bl = 1;
    if (name === "i" && isOn(a["val"])) last.it = 1;
    if (name === "u" && a["val"] !== "none") last.ul = { s: 1 };
    if (name === "strike" && isOn(a["val"])) last.st = { s: 1 };
    if (name === "color") {
      const rgb = colorOf(a, theme);
      if (rgb !== null) last.cl = { rgb };
    }
  };
  const border = (name: string, a: Attributes): void => {
    const last = borders[borders.length - 1];
    if (!last) return;
    const sides: Record<string, "t" | "b" | "l" | "r"> = {
      top: "t",
      bottom: "b",
      left: "l",
      right: "r",
      start: "l",
      end: "r",
    };
    if (name in sides) {
      side = sides[name] ?? null;
      const code = borderNames.indexOf((a["style"] ?? "none") as (typeof borderNames)[number]);
      if (side && code > 0) last[side] = { s: code as IBorderStyleData["s"], cl: { rgb: "#000000" } };
    } else if (name === "color" && side) {
      const line = last[side];
      const rgb = colorOf(a, theme);
      if (line && rgb !== null) line.cl = { rgb };
    } else side = null;
  };
  const format = (a: Attributes): void => {
    const damaged = (detail: string, place: string): WorkbookFileError =>
      new WorkbookFileError("damaged", `${part}: ${detail}`, `文件里的 ${part} ${place}`);
    if (formats.length >= mostFormats) throw damaged("formats", `的单元格格式超过 ${mostFormats} 种`);
    for (const name of ["fontId", "fillId", "borderId", "numFmtId"])
      if (!/^\d+$/.test(a[name] ?? "0"))
        throw damaged(
          `${name} ${a[name] ?? ""}`,
          `第 ${formats.length + 1} 种单元格格式的 ${name} 是“${a[name] ?? ""}”`,
        );
    const style: IStyleData = { ...fonts[Number(a["fontId"] ?? 0)] };
    const fill = fills[Number(a["fillId"] ?? 0)];
    if (fill) style.bg = { rgb: fill };
    const lines = borders[Number(a["borderId"] ?? 0)];
    if (lines && Object.keys(lines).length > 0) style.bd = lines;
    const id = Number(a["numFmtId"] ?? 0);
    const pattern = patterns.get(id) ?? builtInFormats[id] ?? "General";
    if (pattern !== "General") style.n = { pattern };
    formats.push({ style, locked: true, formulaHidden: false, indent: 0 });
  };
  const alignment = (a: Attributes): void => {
    const last = formats[formats.length - 1];
    if (!last) return;
    const { style } = last;
    const across = horizontal[a["horizontal"] ?? ""];
    const down = vertical[a["vertical"] ?? ""];
    if (across !== undefined) style.ht = across;
    if (down !== undefined) style.vt = down;
    if (a["wrapText"] !== undefined && isOn(a["wrapText"])) style.tb = 3;
    const indent = Number(a["indent"] ?? 0);
    if (indent > 0) {
      last.indent = indent;
      style.pd = { l: indent * 9 };
    }
    const rotation = Number(a["textRotation"] ?? 0);
    if (rotation === 255) style.tr = { a: 0, v: 1 };
    else if (rotation !== 0) style.tr = { a: rotation > 90 ? rotation - 90 : -rotation, v: 0 };
  };

  readXml(part, xml, {
    open(name, a) {
      const section = path.find((one) =>
        ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs", "cellStyleXfs"].includes(one),
      );
      path.push(name);
      switch (section) {
        case "numFmts":
          if (name === "numFmt") patterns.set(Number(a["numFmtId"]), a["formatCode"] ?? "General");
          break;
        case "fonts":
          if (name === "font") fonts.push({});
          else font(name, a);
          break;
        case "fills":
          if (name === "fill") fills.push(null);
          else if (name === "patternFill") solid = a["patternType"] === "solid";
          else if (name === "fgColor" && solid) fills[fills.length - 1] = colorOf(a, theme);
          break;
        case "borders":
          if (name === "border") borders.push({});
          else border(name, a);
          break;
        case "cellXfs":
          if (name === "xf") format(a);
          else if (name === "alignment") alignment(a);
          else if (name === "protection") {
            const last = formats[formats.length - 1];
            if (last && a["locked"] !== undefined) last.locked = isOn(a["locked"]);
            if (last && a["hidden"] !== undefined) last.formulaHidden = isOn(a["hidden"]);
          }
      }
    },
    close() {
      path.pop();
    },
  });
  return formats;
}
