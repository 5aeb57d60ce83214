import { wordTable } from "../text/word-table";
import type { Stage } from "../model/fact";
import table from "./words.json";

/** What one word of a name says. */
export type Meaning =
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "stage"; readonly stage: Stage }
  /** 支出: the whole spending, or a spending of what stands beside it. */
  | { readonly kind: "spending" }
  | { readonly kind: "year"; readonly offset: number }
  | { readonly kind: "moment"; readonly moment: "begin" | "end" }
  | { readonly kind: "total" }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "nothing" };

interface Item {
  readonly 量?: string;
  readonly 又称: string;
}

const listed = (words: string): readonly string[] => words.split(" ").filter((word) => word !== "");

const lists = (sets: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(sets).map(([item, words]) => [item, listed(words)]));

const ITEMS: Readonly<Record<string, Item>> = wordTable(table.项目);

const YEARS: readonly (readonly [offset: number, words: string])[] = [
  [0, "本年度 本年 当年度 当年 今年 报告期 评价年度 本期末"],
  [-1, "上一年度 上一年 上年度 上年 去年 上期末"],
  [-2, "前年"],
  [1, "下一年度 下年度 下年 次年 明年"],
];
const MOMENTS: readonly (readonly ["begin" | "end", string])[] = [
  ["end", "年末 年底 期末 年终"],
  ["begin", "年初 期初"],
];

function* meanings(): Generator<readonly [string, Meaning]> {
  for (const [item, { 又称 }] of Object.entries(ITEMS))
    for (const word of [item, ...listed(又称)]) yield [word, { kind: "item", item }];
  for (const [stage, words] of Object.entries(table.阶段))
    for (const word of listed(words)) yield [word, { kind: "stage", stage: stage as Stage }];
  for (const [offset, words] of YEARS)
    for (const word of words.split(" ")) yield [word, { kind: "year", offset }];
  for (const [moment, words] of MOMENTS)
    for (const word of words.split(" ")) yield [word, { kind: "moment", moment }];
  for (const word of listed(table.不计)) yield [word, { kind: "nothing" }];
  for (const word of listed(table.原样)) yield [word, { kind: "word", word }];
  for (const word of listed(table.合计)) yield [word, { kind: "total" }];
  yield ["支出", { kind: "spending" }];
}

/** Every word of the table with its meaning. */
export const WORDS: ReadonlyMap<string, Meaning> = new Map(meanings());

export const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length));

/** Items that are counted, not paid: 单位：万元 above them does not speak of them. */
export const COUNTED: ReadonlySet<string> = new Set(
  Object.entries(ITEMS).flatMap(([item, { 量 }]) => (量 === "数量" ? [item] : [])),
);

/** Sets of parts that make an item up, where no total of it stands anywhere. */
export const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = wordTable(
  Object.fromEntries(Object.entries(table.合起来).map(([item, sets]) => [item, sets.map(listed)])),
);

/** Items that stand for another where that one is nowhere: 结转 alone is all that was carried over. */
export const SAME: Readonly<Record<string, readonly string[]>> = wordTable(lists(table.一样));
