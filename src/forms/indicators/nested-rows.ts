import { addUp, type Exact } from "../../expr/exact";
import { leafName, type Doubt, type IndicatorEntry } from "../../model/form";
import { compact } from "../../text/characters";
import { numberingTier } from "./flat-groups";
import { shownAt, type SheetView } from "../sheet/sheet-view";

/**
 * `一、示范区建立 15` over `1、水稻 5 | 2、玉米 5 | 3、配方肥 5`: rows whose points, or scores, are the sum of the lower
 * numbered rows under them. Both levels count, which is seldom meant; only the user knows which of them is to go.
 */
export function nestedRows(view: SheetView, rows: readonly { readonly entry: IndicatorEntry }[]): Doubt[] {
  const entries = rows.map(({ entry }) => entry);
  const tiers = entries.map(({ cell }) => numberingTier(compact(shownAt(view, cell.row, cell.column))));
  return entries.flatMap((entry, index) => {
    const tier = tiers[index] ?? null;
    const value = countedOf(entry);
    if (tier === null || value === null) return [];
    let end = index + 1;
    while (end < entries.length && (tiers[end] ?? -1) > tier) end += 1;
    const parts = entries.slice(index + 1, end);
    const values = parts.map(countedOf).filter((part) => part !== null);
    if (parts.length < 2 || values.length < parts.length) return [];
    return addUp(values).equals(value) ? [doubtOf(entry, parts.length)] : [];
  });
}

const countedOf = ({ points, score }: IndicatorEntry): Exact | null =>
  points?.value ?? score?.entered.value ?? null;

function doubtOf(entry: IndicatorEntry, parts: number): Doubt {
  return {
    code: "nested-rows",
    cell: entry.cell,
    message: `“${leafName(entry)}”等于其下 ${parts} 行之和，像是小计；两层都计入了总分，请清除其中一层的分值和得分。`,
  };
}
