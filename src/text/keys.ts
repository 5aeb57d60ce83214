import { remembering } from "../expr/remembering";
import { compact, fold } from "./characters";

/** What a written name may bear that a room does not count as part of the name. */
export type NamePart =
  /** Brackets with what stands in them: 产出指标（50分） */
  | "brackets"
  /** The words for a group or its sum: 产出指标, 产出小计, 产出得分 are 产出 */
  | "group";

const LEADS: readonly RegExp[] = [
  /^[★☆*※▲△●◆■□√#]+/,
  /^其中[::]?/,
  // 指标1：名称
  /^指标\d{1,2}[:.、,]?/,
  // 一、 1. 1.1 (一) ①; never the digits of 2023年 or of 1.5亩
  /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、:)](?!\d)/,
  /^\d{1,2}\.(?!\d)/,
  /^\d{1,2}(?:\.\d{1,2}){1,3}[、.:](?!\d)/,
  /^\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)/,
  /^[①-⑳⑴-⒇⒈-⒛]/,
];
const MARKS = /[★☆*※▲△●◆■□√"“”‘’'「」《》〈〉<>。,;:、$_-]/g;
const BRACKETS = /[([【〔].*?[)\]】〕]/g;
const BRACKET_SIGNS = /[()[\]【】〔〕]/g;
const GROUP = /(?:指标|绩效|小计|合计|得分)+$/;

/**
 * What two spellings of one name have in common: characters folded, without blanks, quotes, punctuation, stars, numbering and
 * a leading 其中; `without` says which further parts do not count. The year always counts. `test/text/names.csv` is its table.
 */
export function nameKey(text: string, without: readonly NamePart[] = []): string {
  let key = compact(text);
  for (let before = ""; before !== key;) {
    before = key;
    for (const lead of LEADS) key = key.replace(lead, "");
  }
  const bare = key.replace(without.includes("brackets") ? BRACKETS : BRACKET_SIGNS, "").replace(MARKS, "");
  return without.includes("group") ? bare.replace(GROUP, "") : bare;
}

/** The key of a dimension: `产出指标(50分)`, `一、产出`, `⼀、产出` and `产出小计` are one. */
export const groupKey = remembering((name: string): string => nameKey(name, ["brackets", "group"]));

/**
 * How much two names look alike, 0 to 1: the neighbouring pairs of characters that both have, as a share of the shorter name's.
 * The one measure of likeness; it ranks candidates and never decides by itself that two names mean the same.
 */
export function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  const smaller = Math.min(pairsA.size, pairsB.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const pair of pairsA) if (pairsB.has(pair)) shared += 1;
  return shared / smaller;
}

function pairsOf(name: string): Set<string> {
  const letters = [...fold(name)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ""}${letter}`));
}
