import type { Value } from "./value";
import { counted } from "./value";
import { NUMBER, UNIT } from "../words";

/** One of the things that a result in words says. */
export interface Statement {
  readonly text: string;
  /** What it is about, without negation and particles. */
  readonly core: string;
  readonly isNegative: boolean;
  /** `迟报2次`: the number of it. */
  readonly count: Value | null;
}

const SPLIT = /[，,；;。]|(?<=.)、(?=[^、]{2,}$)/;
/** Negations that make a thing its opposite; the longest first. */
const NEGATIVES = /未能|没有|未有|尚未|从未|未|没|无|不/g;
/** 不 and 无 that belong to a word. */
const FIXED = /不动产|不良|无障碍|无害化|无公害|不锈|不断|不少于|不低于|不超过|无形|不予|不得|不定期|无偿/g;
const PARTICLES = /^(?:已经|已|均|都|能够|能|全部|并|且)+|(?:的|了|情况)$/g;

/** `移交镇纪委2例`: what is counted before its number. */
const NAMED_COUNT = new RegExp(`^[^\\d一二三四五六七八九十]{2,16}(?<count>${NUMBER}(?:${UNIT}))$`);

/** Negation and the rest: `分管领导不明确` is 分管领导明确, denied. Null where it is denied twice. */
export function polarityOf(text: string): { readonly core: string; readonly isNegative: boolean } | null {
  const kept = text.replace(FIXED, (word) => "\u0001".repeat(word.length));
  const found = [...kept.matchAll(NEGATIVES)];
  if (found.length > 1) return null;
  const [one] = found;
  const core = one === undefined ? text : text.slice(0, one.index) + text.slice(one.index + one[0].length);
  return { core: coreOf(core), isNegative: one !== undefined };
}

export function coreOf(text: string): string {
  return text
    .replace(PARTICLES, "")
    .replace(/[、和与及的了"《》()（）\s]/g, "")
    .replace(/^有|^已|按规定|按要求/g, "");
}

export function statementsOf({ text, cell }: Value): readonly Statement[] {
  return text
    .split(SPLIT)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      const polarity = polarityOf(each);
      const named = NAMED_COUNT.exec(each)?.groups;
      return {
        text: each,
        core: polarity?.core ?? "",
        isNegative: polarity?.isNegative ?? false,
        count: counted(named === undefined ? each : `发生${named.count ?? ""}`, {
          text: each,
          cell,
          sign: "none",
          isDate: false,
          rank: null,
          verb: "",
          isWords: true,
        }),
      };
    });
}
