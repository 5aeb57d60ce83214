/** The value that all have, or null where they differ: how Excel answers a format of many cells. */
export function uniform<T>(count: number, at: (index: number) => T): T | null {
  if (count < 1) return null;
  const first = at(0);
  for (let i = 1; i < count; i++) if (at(i) !== first) return null;
  return first;
}
