import { ZERO, type Exact } from "../../expr/exact";
import { compact } from "../../text/characters";
import type { IndicatorHeader } from "./indicator-header";
import { pointsAt } from "../sheet/result-cells";
import { ownTextAt, type SheetView } from "../sheet/sheet-view";

/** Rows of a flat list that head a group, and the level they open. */
export type FlatGroups = ReadonlyMap<number, 1 | 2>;

const TIERS: readonly RegExp[] = [
  /^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]+部分)/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}(?:[、.)](?!\d))/,
  /^\(\d{1,2}\)/,
  /^[①-⑳]/,
];

/** 0 for 一、, 1 for (一), 2 for 1. and so on; null for a name without numbering. */
export function numberingTier(name: string): number | null {
  const tier = TIERS.findIndex((pattern) => pattern.test(name));
  return tier === -1 ? null : tier;
}

interface NumberedRow {
  readonly row: number;
  readonly tier: number;
  readonly points: Exact | null;
}

/**
 * A flat list 指标名称 | 分值 | … whose rows are numbered 一、 (一) 1. heads its groups with rows of the same columns. A row is
 * a heading where rows of a lower numbering follow and its points, if it has any, are their sum: else it is counted itself.
 */
export function groupsOfFlatList(view: SheetView, header: IndicatorHeader, endRow: number): FlatGroups {
  const rows: NumberedRow[] = [];
  for (let row = header.lastRow + 1; row < endRow; row += 1) {
    const text = ownTextAt(view, row, header.leaf);
    if (text === "") continue;
    rows.push({
      row,
      tier: numberingTier(compact(text)) ?? TIERS.length,
      points: pointsAt(view, row, header.points).points?.value ?? null,
    });
  }
  const groups = new Map<number, 1 | 2>();
  const open: { row: NumberedRow; sum: Exact; members: number }[] = [];
  const close = (tier: number): void => {
    for (let top = open.at(-1); top && top.row.tier >= tier; top = open.at(-1)) {
      open.pop();
      const isGroup = top.members > 0 && (top.row.points === null || top.row.points.equals(top.sum));
      if (isGroup && open.length < 2) groups.set(top.row.row, open.length === 0 ? 1 : 2);
      const parent = open.at(-1);
      if (parent) {
        parent.members += 1;
        parent.sum = parent.sum.add(isGroup ? top.sum : (top.row.points ?? ZERO));
      }
    }
  };
  for (const row of rows) {
    close(row.tier);
    open.push({ row, sum: ZERO, members: 0 });
  }
  close(0);
  return groups;
}
