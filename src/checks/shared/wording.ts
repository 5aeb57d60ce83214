import { toDecimal, toFixed } from "../../expr/decimal";
import { HUNDRED, type Exact } from "../../expr/exact";
import type { FundEntry } from "../../model/form";

const LONGEST_NAME = 16;

/** `“资金抽查比例”`, shortened for a pane of 350 px. */
export function named(name: string): string {
  const plain = name.replace(/\s+/g, "");
  const letters = [...plain];
  return `“${letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join("")}…` : plain}”`;
}

/** 年度资金总额, without the colon that forms print after it. */
export function fundName(entry: FundEntry): string {
  return entry.item.replace(/[:：]\s*$/, "");
}

/** Clauses of one message; empty ones are left out. */
export function clauses(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("，")}。`;
}

export function points(value: Exact): string {
  return toDecimal(value, 4);
}

export function percent(value: Exact): string {
  return `${toFixed(value.mul(HUNDRED), 2)}%`;
}
