import type { Exact } from "../expr/exact";
import type { IndicatorEntry } from "../model/form";
import { readRule } from "./read-rule";

/** The most that an indicator can score: its points, more where its rule gives a bonus (rules catalogue N18); null without points. */
export function mostPoints(entry: IndicatorEntry): Exact | null {
  if (entry.points === null) return null;
  const points = entry.points.value;
  const most = entry.rule === null ? points : (readRule(entry.rule.text).rule?.most(points) ?? points);
  return most.compare(points) > 0 ? most : points;
}

/** Whether the rule's text speaks of 加分 at all: then a score above the points is no error by itself. */
export function allowsBonus(entry: IndicatorEntry): boolean {
  return /加\s*\d+(?:\.\d+)?\s*分|加分/.test(entry.rule?.text ?? "");
}
