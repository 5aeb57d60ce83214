import type { Exact } from "../expr/exact";
import type { ResultCell } from "../model/form";

/** The number that a person put into a score cell; null when it is empty or unreadable. */
export function enteredNumber(cell: ResultCell | null): Exact | null {
  return cell?.entered.nature === "number" ? cell.entered.value : null;
}
