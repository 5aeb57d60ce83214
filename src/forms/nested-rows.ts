import { ZERO, type Exact } from "../expr/exact";
import type { Doubt, IndicatorEntry } from "../model/form";
import { compact } from "./characters";
import { numberingTier } from "./flat-groups";
import { shownAt, type SheetView } from "./sheet-view";

/**
 * `一、示范区建立 15` over `1、水稻 5 | 2、玉米 5 | 3、配方肥 5`: rows whose points, or scores, are the sum of the lower
 * numbered rows under them. Both levels count, which is seldom meant; only the user knows which of them is to go.
 */
export function nestedRows(view: SheetView, entries: readonly IndicatorEntry[]): Doubt[] {
  const tiers = entries.map(({ cell }) => numberingTier(compact(shownAt(view, cell.row, cell.column))));
  return entries.flatMap((entry, index) => {
    const tier = tiers[index] ?? null;
    const value = countedOf(entry);
    if (tier === null || value === null) return [];
    const parts: IndicatorEntry[] = [];
    for (let next = index + 1; next < entries.length && (tiers[next] ?? -1) > tier; next += 1)
      parts.push(...entries.slice(next, next + 1));
    const values = parts.map(countedOf);
    if (parts.length < 2 || values.includes(null)) return [];
    const sum = values.reduce<Exact>((all, one) => all.add(one ?? ZERO), ZERO);
    return sum.equals(value) ? [doubtOf(entry, parts.length)] : [];
  });
}

const countedOf = ({ points, score }: IndicatorEntry): Exact | null =>
  points?.value ?? score?.entered.value ?? null;

function doubtOf({ level3, level4, cell }: IndicatorEntry, parts: number): Doubt {
  return {
    code: "nested-rows",
    cell,
    message: `“${level4 ?? level3 ?? ""}”等于其下 ${parts} 行之和，像是小计；两层都计入了总分，请清除其中一层的分值和得分。`,
  };
}
