/**
 * A table that users' words are looked up in. It has nothing but what it was given: `constructor`, `toString` and
 * `__proto__` are words that a unit or an indicator may bear.
 */
export const wordTable = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, entries);
