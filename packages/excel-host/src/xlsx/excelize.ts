import type * as ExcelizeModule from "excelize-wasm";

export type Excelize = Awaited<ReturnType<typeof ExcelizeModule.init>>;
export type ExcelizeFile = ReturnType<Excelize["OpenReader"]>;

let source: (() => Promise<Excelize>) | null = null;
let loaded: Promise<Excelize> | null = null;

/** Says how to load excelize-wasm: from node_modules in Node, from the page's own address in the workbench. */
export function useExcelize(load: () => Promise<Excelize>): void {
  source = load;
}

/** The WebAssembly module, some 20 MB unpacked: loaded at the first save of a changed workbook. */
export function excelize(): Promise<Excelize> {
  if (!source) throw new Error("No source of excelize-wasm was set.");
  loaded ??= source();
  return loaded;
}

/** excelize answers errors instead of throwing them. One that has died answers nothing any more: the next save loads another. */
export function checked<T extends { error: string | null }>(answer: T | undefined): T {
  if (answer === undefined) {
    loaded = null;
    throw new Error("excelize: died over this workbook");
  }
  if (answer.error) throw new Error(`excelize: ${answer.error}`);
  return answer;
}
