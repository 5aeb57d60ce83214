import type { RefObject } from "react";

/** Keeps an element in `ref`. Fluent's components take no `RefObject` under exactOptionalPropertyTypes; a callback fits. */
export function keepIn<Kind extends HTMLElement>(
  ref: RefObject<Kind | null>,
): (element: Kind | null) => void {
  return (element) => {
    ref.current = element;
  };
}
