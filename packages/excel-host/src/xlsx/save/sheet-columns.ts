import type { SheetChanges } from "../changes";
import type { SheetPatch } from "./sheet-patch";
import { attributesAt, openTag, selfClosed, withAttribute, withAttributes } from "./xml-text";

const pixelsPerDigit = 7;
/** Excel's own: digits of the normal font. */
const widest = 255;

interface ColumnRun {
  readonly min: number;
  readonly max: number;
  readonly tag: string;
}

/** The columns of a sheet with new widths: a run of like columns is cut where one of them changes. */
export function patchColumns(patch: SheetPatch, changes: SheetChanges["columns"]): void {
  if (changes.size === 0) return;
  const p = patch.prefix;
  let runs = (patch.child("cols")?.children ?? []).map((one): ColumnRun => {
    const a = attributesAt(patch.xml, one);
    return { min: Number(a["min"]), max: Number(a["max"]), tag: selfClosed(openTag(patch.xml, one)) };
  });
  for (const [index, change] of [...changes].sort(([x], [y]) => x - y))
    runs = withColumn(runs, index + 1, change, `<${p}col width="9.140625"/>`);
  const inside = runs.map(({ min, max, tag }) => withAttributes(tag, { min: String(min), max: String(max) }));
  patch.set("cols", `<${p}cols>${inside.join("")}</${p}cols>`);
}

function withColumn(
  runs: readonly ColumnRun[],
  column: number,
  { width, hidden }: { width?: number; hidden?: boolean },
  fresh: string,
): ColumnRun[] {
  const known = runs.find(({ min, max }) => min <= column && column <= max);
  let tag = known?.tag ?? fresh;
  if (width !== undefined)
    tag = withAttributes(tag, { width: String(Math.min(widest, width / pixelsPerDigit)), customWidth: "1" });
  if (hidden !== undefined) tag = withAttribute(tag, "hidden", hidden ? "1" : null);
  const rest = known
    ? [
        { ...known, max: column - 1 },
        { ...known, min: column + 1 },
      ]
    : [];
  return [
    ...runs.filter((one) => one !== known),
    ...rest.filter(({ min, max }) => min <= max),
    { min: column, max: column, tag },
  ].sort((x, y) => x.min - y.min);
}
