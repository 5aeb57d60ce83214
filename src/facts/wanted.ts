import type { Stage } from "../model/fact";
import { fold } from "../text/characters";
import { nameWords } from "./name-words";
import { COUNTED } from "./words";

/** An amount that a formula asks for. */
export interface Wanted {
  /** As the formula has it. */
  readonly text: string;
  readonly items: readonly string[];
  readonly words: readonly string[];
  readonly stage: Stage | null;
  /** 0 for the year of the evaluation, −1 for the year before; a four-digit year as it is printed. */
  readonly year: { readonly offset: number } | { readonly absolute: number };
  readonly moment: "begin" | "end" | null;
  /** 支出 itself was said: the whole spending is meant, not that of the item beside it. */
  readonly whole: boolean;
}

const FRAME = /^(?:部门|单位|本部门|本单位|项目|年度)?\((?:单位|部门|单位)\)/;

/** Reads the name of an amount in a formula. `stated` is what the formula says of all its amounts: 按决算数. */
export function wantedOf(name: string, stated = ""): Wanted {
  const words = nameWords(fold(name).replace(FRAME, ""));
  const other = stated === "" ? null : nameWords(stated).stage;
  const year =
    words.year?.kind === "absolute"
      ? { absolute: words.year.year }
      : { offset: words.year?.kind === "relative" ? words.year.offset : 0 };
  return {
    text: name,
    items: words.items,
    words: [...words.words].sort(),
    stage: words.stage ?? other ?? (words.spending ? "spent" : null),
    year,
    moment: words.moment,
    whole: words.spending && words.items.length === 0 && words.words.length === 0,
  };
}

export const isBare = ({ items, words }: Wanted): boolean => items.length + words.length === 0;

export const isCounted = ({ items }: Pick<Wanted, "items">): boolean =>
  items.some((item) => COUNTED.has(item));

const RATE =
  /(?:支出)?(?:预算)?(?:执行|完成|到位|使用|支出|实现)(?:及时)?(?:率|进度)$|(?:控制|变动|变化|增长|节约|利用|达标|合格|调整|安排|覆盖|落实)率$|(?:占比|比重|比例|率)$/;

/** What an indicator's rate is a rate of: 公务用车购置及运行费变动率 is one of 公务用车购置及运行费. */
export function subjectOf(indicator: string): Pick<Wanted, "items" | "words"> {
  const { items, words } = nameWords(indicator.replace(RATE, ""));
  return { items, words };
}

/**
 * A formula names what it speaks of once: in `公务接待费决算数÷预算数` the budget is that of 公务接待费, and in
 * `（本年度－上年度）÷上年度` all is of the indicator's own subject. 支出 by itself stays the whole.
 */
export function withSubject(wanted: readonly Wanted[], subject: Pick<Wanted, "items" | "words">): Wanted[] {
  const named = wanted.filter((each) => !isBare(each));
  const flow = named.find(({ stage }) => stage !== null);
  const from = named.length === 0 ? subject : (flow ?? null);
  if (from === null) return [...wanted];
  return wanted.map((each) =>
    isBare(each) && !each.whole ? { ...each, items: from.items, words: from.words } : each,
  );
}
