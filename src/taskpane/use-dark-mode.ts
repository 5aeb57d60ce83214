import { useSyncExternalStore } from "react";

const query = (): MediaQueryList | null =>
  typeof window.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : null;

function subscribe(onChange: () => void): () => void {
  const media = query();
  media?.addEventListener("change", onChange);
  return () => media?.removeEventListener("change", onChange);
}

/** Office's theme where it tells one, else the system's preference. */
export function useDarkMode(office: boolean | null): boolean {
  const system = useSyncExternalStore(subscribe, () => query()?.matches ?? false);
  return office ?? system;
}
