import type { Quantity } from "../../model/quantity";
import { asRate } from "./reach";
import { printed, type Printed } from "../../printed/precision";

/** A share or satisfaction rate as stated: a bare number above 1.5 is a percentage. */
export function enteredShare(quantity: Quantity | null): Printed | null {
  const share = printed(quantity);
  if (share === null || share.shift > 0 || asRate(share.value).equals(share.value)) return share;
  return { ...share, value: asRate(share.value), places: share.places + 2, shift: 2 };
}
