import { wordTable } from "../text/word-table";
import { remembering } from "../expr/remembering";
import type { Stage } from "../model/fact";
import { fold } from "../text/characters";
import { LONGEST_WORD, WORDS } from "./words";

/** A piece of a name, taken apart: label, header, title, or a term of a printed formula. */
export interface NameWords {
  readonly items: readonly string[];
  /** Words that are in no table. */
  readonly words: readonly string[];
  readonly stage: Stage | null;
  /** 支出 was said, or a word for the whole of it. */
  readonly spending: boolean;
  readonly year: YearWord | null;
  readonly moment: "begin" | "end" | null;
  readonly total: boolean;
  /** `含离退休`, `不含基建`. */
  readonly qualifier: string | null;
  /** `万元`, `人` in brackets. */
  readonly unit: string | null;
}

export type YearWord =
  | { readonly kind: "absolute"; readonly year: number }
  | { readonly kind: "relative"; readonly offset: number }
  | { readonly kind: "several" };

const NUMBERING =
  /^(?:其中[:,]?|[减加][:]|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)[、.]?|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|[★☆*※▲●◆■□√]|附[件表]?\d*[.:、]|附[件表]\d*|表\d+[:.、]?)/;
const UNIT =
  /^(?:(?:计量|金额|货币)?单位:?)?(?:人民币)?((?:[百千万亿]*元|%|人次?|个|份|家|户|次|批次?|项|台|套|辆|名|张|平方米|㎡|亩|米|公里|吨|天|月)(?:[、,/].{1,3})*)$/;
const CHANGES_MEANING = /^(?:不?含|不?包[含括]|扣除|剔除|剔减|除|未含|仅|不计)/;
const BRACKETED = /\(([^()]*)\)/g;
const YEAR = /^((?:19|20)\d{2})(?:[-~—–至到]((?:19|20)?\d{2}))?(?:年度|年)?(末|底|初)?/;
const DAY = /^(\d{1,2})月(\d{1,2})日/;

/** The name without the numbering, `其中：` and footnote marks before it. */
export function withoutNumbering(text: string): string {
  let rest = fold(text).replace(/\s+/g, "");
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(NUMBERING, "");
  }
  return rest;
}

/** Takes a piece of a name apart by the table of words; every character is either read or kept as a word of its own. */
export const nameWords = remembering((text: string): NameWords => {
  const reader = new Reader();
  reader.take(withoutNumbering(text).replace(/["'“”‘’「」《》【】〔〕[\]]/g, ""));
  return reader.finish();
});

const OUTPUTS: Readonly<Record<string, Stage>> = wordTable({ 实际产出: "spent", 计划产出: "planned" });

class Reader {
  private readonly items: string[] = [];
  private readonly words: string[] = [];
  private readonly stages = new Set<Stage>();
  private spending = false;
  private year: YearWord | null = null;
  private moment: "begin" | "end" | null = null;
  private total = false;
  private qualifier: string | null = null;
  private unit: string | null = null;

  take(text: string): void {
    const bare = text.replace(BRACKETED, (_, inside: string) => this.bracket(inside));
    this.read(bare.replace(/[()]/g, ""));
  }

  /** Units and notes go; what names a stage, a year or 境 stays in the name. */
  private bracket(inside: string): string {
    if (inside === "境") return inside;
    const unit = UNIT.exec(inside)?.[1];
    if (unit !== undefined) {
      this.unit ??= unit.split(/[、,/]/)[0] ?? null;
      return "";
    }
    if (CHANGES_MEANING.test(inside)) {
      this.qualifier = inside;
      return "";
    }
    const within = new Reader();
    within.read(inside);
    return within.words.length === 0 && within.items.length === 0 ? inside : "";
  }

  private read(text: string): void {
    let unknown = "";
    const keep = (): void => {
      const word = unknown.replace(/[^\p{L}\p{N}%]/gu, "");
      if (word !== "") this.words.push(word);
      unknown = "";
    };
    for (let at = 0; at < text.length;) {
      const length = this.yearAt(text.slice(at)) || this.wordAt(text, at);
      if (length === 0) {
        unknown += text[at] ?? "";
        at += 1;
      } else {
        keep();
        at += length;
      }
    }
    keep();
  }

  private yearAt(rest: string): number {
    const day = DAY.exec(rest);
    if (day) {
      if (day[1] === "12" && day[2] === "31") this.moment = "end";
      return day[0].length;
    }
    const match = YEAR.exec(rest);
    const [all = "", year, until, part] = match ?? [];
    if (year === undefined) return 0;
    const known: YearWord =
      until === undefined ? { kind: "absolute", year: Number(year) } : { kind: "several" };
    const differs =
      this.year !== null &&
      (this.year.kind !== "absolute" || known.kind !== "absolute" || this.year.year !== known.year);
    this.year = differs ? { kind: "several" } : known;
    if (part !== undefined) this.moment = part === "初" ? "begin" : "end";
    return all.length;
  }

  private wordAt(text: string, at: number): number {
    for (let length = Math.min(LONGEST_WORD, text.length - at); length > 0; length -= 1) {
      const word = text.slice(at, at + length);
      const meaning = WORDS.get(word);
      if (meaning === undefined) continue;
      switch (meaning.kind) {
        case "item":
          if (!this.items.includes(meaning.item)) this.items.push(meaning.item);
          break;
        case "stage":
          this.stages.add(meaning.stage);
          if (word.startsWith("支出")) this.spending = true;
          break;
        case "spending":
          this.spending = true;
          break;
        case "year":
          this.year ??= { kind: "relative", offset: meaning.offset };
          return length + this.partOfYear(text[at + length]);
        case "moment":
          this.moment = meaning.moment;
          break;
        case "total":
          this.total = true;
          break;
        case "word":
          this.words.push(meaning.word);
          break;
        case "nothing":
      }
      return length;
    }
    return 0;
  }

  /** 上年末, 本年初: the letter after the year. */
  private partOfYear(letter = ""): number {
    if (!/[末底初]/.test(letter)) return 0;
    this.moment = letter === "初" ? "begin" : "end";
    return 1;
  }

  /** 实际完成数 by itself counts outputs; 非税收入实际完成数 is what was done of 非税收入. */
  private outputOrStage(): string[] {
    const others = this.items.filter((item) => OUTPUTS[item] === undefined);
    if (others.length + this.words.length === 0 || others.length === this.items.length) return this.items;
    for (const item of this.items) {
      const stage = OUTPUTS[item];
      if (stage !== undefined) this.stages.add(stage);
    }
    return others;
  }

  finish(): NameWords {
    const { words, spending, year, total, qualifier, unit } = this;
    const items = this.outputOrStage();
    const stage = stageOf(this.stages, this.moment);
    const moment = stage === "initial" && this.moment === "begin" ? null : this.moment;
    return { items, words, stage, spending, year, moment, total, qualifier, unit };
  }
}

/** 实际 beside 采购 or 到位 only says that it is no plan; 年初 beside 预算 makes the initial budget. */
function stageOf(stages: ReadonlySet<Stage>, moment: "begin" | "end" | null): Stage | null {
  const all = new Set(stages);
  if (all.size > 1) all.delete("spent");
  if (all.has("adjusted") || all.has("initial")) all.delete("budget");
  if (all.has("arrived") && all.size === 2 && all.has("planned")) all.delete("arrived");
  const [stage = null, second] = [...all];
  if (second !== undefined) return "mixed";
  return stage === "budget" && moment === "begin" ? "initial" : stage;
}
