import { isOwnChart } from "../../model/sheet-names";

/** Names of the charts that the add-in drew; others on its sheets are the user's. Loaded: items/name. */
export function ownCharts({ items }: Excel.ChartCollection): string[] {
  return items.map((chart) => chart.name).filter(isOwnChart);
}
