import { compact } from "./characters";

const IN_BRACKETS = /[([【]\s*(?:人民币|金额|单位)?[:]?\s*(?<unit>亿元|千万元|百万元|万元|千元|元)\s*[)\]】]/;
const STATED = /(?:金额)?单位[:]?(?:人民币)?[:]?(?<unit>亿元|千万元|百万元|万元|千元|元)/;

/** `项目资金（万元）`, `单位：元`, `金额(万元)`; null where the text names no unit of money. */
export function currencyIn(text: string): string | null {
  const tight = compact(text);
  return STATED.exec(tight)?.groups?.unit ?? IN_BRACKETS.exec(tight)?.groups?.unit ?? null;
}
