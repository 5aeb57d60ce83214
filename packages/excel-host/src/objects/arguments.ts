import { arraySizeMismatch, hostError } from "../wire/host-error";

/** Checks of what the add-in passes: Excel answers InvalidArgument, and so do we. */

export function asString(value: unknown): string {
  if (typeof value !== "string") throw hostError("InvalidArgument");
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw hostError("InvalidArgument");
  return value;
}

export function asIndex(value: unknown): number {
  const number = asNumber(value);
  if (!Number.isInteger(number) || number < 0) throw hostError("InvalidArgument");
  return number;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw hostError("InvalidArgument");
  return value;
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw hostError("InvalidArgument");
  return value as Record<string, unknown>;
}

export function oneOf<T extends string>(value: unknown, names: readonly T[]): T {
  const wanted = asString(value).toLowerCase();
  const found = names.find((name) => name.toLowerCase() === wanted);
  if (found === undefined) throw hostError("InvalidArgument");
  return found;
}

/** A single value goes to every cell; an array must have the shape of the range. */
export function cellValues(
  given: unknown,
  rows: number,
  columns: number,
): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) return () => given;
  const lines = given as unknown[];
  const first = lines[0];
  if (lines.length === 1 && Array.isArray(first) && first.length === 1) return () => (first as unknown[])[0];
  if (lines.length !== rows) throw arraySizeMismatch();
  for (const line of lines) if (!Array.isArray(line) || line.length !== columns) throw arraySizeMismatch();
  return (row, column) => (lines[row] as unknown[])[column];
}
