import { createRequire } from "node:module";
import { init } from "excelize-wasm";

export type Engine = Awaited<ReturnType<typeof init>>;
export type EngineFile = ReturnType<Engine["NewFile"]>;

let started: Promise<Engine> | undefined;

/** Starts excelize once for the process (about 0.8 s). */
export function startEngine(): Promise<Engine> {
  started ??= init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
  return started;
}

/** Passes a result through, or throws the error that excelize returns inside it. */
export function checked<T extends { error: string | null }>(result: T): T {
  if (result.error) throw new Error(result.error);
  return result;
}
