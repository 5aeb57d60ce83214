import type { Attributes } from "./xml";

/** Theme colours in the order of a style's `theme` number: light and dark swapped, as Excel counts them. */
const officeTheme = [
  "FFFFFF",
  "000000",
  "EEECE1",
  "1F497D",
  "4F81BD",
  "C0504D",
  "9BBB59",
  "8064A2",
  "4BACC6",
  "F79646",
  "0000FF",
  "800080",
];

const indexed =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** `#RRGGBB` of a colour element, or null where it is automatic. */
export function colorOf(a: Attributes, theme: readonly string[]): string | null {
  const { rgb, theme: themeIndex, indexed: index, tint } = a;
  let hex: string | undefined;
  if (rgb !== undefined) hex = rgb.slice(-6).toUpperCase();
  else if (themeIndex !== undefined) hex = theme[Number(themeIndex)] ?? officeTheme[Number(themeIndex)];
  else if (index !== undefined) hex = indexed[Number(index)];
  if (hex === undefined || !/^[0-9A-F]{6}$/i.test(hex)) return null;
  return `#${tint === undefined ? hex : tinted(hex, Number(tint))}`;
}

/** Tint moves the lightness towards white or black. Per channel it is the same line as in HSL, to within a unit or two. */
function tinted(hex: string, tint: number): string {
  const channel = (from: number): string => {
    const value = parseInt(hex.slice(from, from + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.max(0, Math.min(255, Math.round(moved)))
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  };
  return channel(0) + channel(2) + channel(4);
}

/** The twelve colours of a theme part. */
export function themeColors(xml: string): string[] {
  const scheme = /<a:clrScheme[\s\S]*?<\/a:clrScheme>/.exec(xml)?.[0] ?? "";
  const colors = [
    ...scheme.matchAll(
      /<a:(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>[\s\S]*?(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/g,
    ),
  ];
  const byName = Object.fromEntries(colors.map(([, name = "", hex = ""]) => [name, hex.toUpperCase()]));
  const order = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
  ];
  return order.map((name, i) => byName[name] ?? officeTheme[i] ?? "000000");
}
