import { exact, type Exact } from "../../expr/exact";
import { labelOf } from "../labels";
import type { Reading } from "../reading";
import type { TextNumber } from "../text-model";
import { baseUnit } from "../units";
import { anyOf } from "./words";

/** What a number does in its clause. */
export type MentionRole =
  | "amount"
  | "total"
  | "left"
  | "between"
  | "change"
  | "compared"
  | "growth"
  | "per-year"
  | "share"
  | "share-base"
  | "of-plan"
  | "plan-base"
  | "rate"
  | "other";

/** How strongly a number is parted from the one before: same clause, comma, semicolon, sentence, paragraph. */
export type Gap = 0 | 1 | 2 | 3 | 4;

/** A number of the prose with its role and subject. */
export interface Mention {
  readonly number: TextNumber;
  readonly role: MentionRole;
  /** For change and growth. */
  readonly up: boolean;
  /** The words of its clause before it, without blanks and quotes. */
  readonly words: string;
  /** What the clause says before the words of its role: the subject of a change or share. */
  readonly subject: string;
  /** What a share or rate is of: 占X的; what a change is against: 较2020年. */
  readonly base: string;
  /** Everything between it and the number before, in its paragraph. */
  readonly lead: string;
  /** How the paragraph before ends where it announces this one: `其中：`. */
  readonly announced: string;
  readonly gap: Gap;
  /** Brackets that are open around it. */
  readonly depth: number;
  /** In its base unit. */
  readonly value: Exact;
  /** In millionths of its base unit: sums over many numbers are taken with these; null where that is not whole. */
  readonly scaled: bigint | null;
  readonly unit: string | null;
}

const TAIL = "(?:分别)?(?:为|是|达到|达|约为|约|近|计|仅为|仅|了|到|至|:|=|有)*";
const OF_CHANGE = `(?:${anyOf("ofChange")})?`;
const UP = `(?:${anyOf("up")})`;
const DOWN = `(?:${anyOf("down")})`;
const AGAINST = `(?:同比|环比|对比|(?:比|较|与|和|同|跟|在)[^,;。]{0,24}?(?:年|期|月|预算|决算|相比|基础上|计划|目标|口径|水平|度|底|末|数)(?:决算|预算|数|度|的|支出|收入|相比|同期|实际|同口径|财政拨款|执行)*)`;
const NOT_UP = "(?<!新|累|倍|不)";

const CHANGE = new RegExp(
  `^(?<subject>.*?)(?<base>(?:${AGAINST},?)+)?(?:有所|略有|实际|同比|共|净|累计|大幅|相应|均|分别|仅|名义)*(?:${NOT_UP}(?<up>${UP})|(?<down>${DOWN}))${OF_CHANGE}(?:投入|支出|收入|预算|经费)?${TAIL}$`,
  "u",
);
const SHARE = new RegExp(
  `^(?<subject>.*?)占(?!用|地)(?<base>[^占]*?)(?:的?(?:比重|比例|比率|份额|百分比|总比|比)|的)?${TAIL}$`,
  "u",
);
const OF_PLAN = new RegExp(
  `^(?<subject>.*?)(?:完成|为|达到|达|是|相当于|占)(?<base>[^为占]*?(?:预算|计划|任务|目标|指标|应到位|应拨)[^为占]{0,6}?)的?${TAIL}$`,
  "u",
);
/** 占调整预算的, not 占项目支出预算的: a plan of its own has no other name. */
const OF_ALL =
  /^(?:年初|调整|全年|年度|本年|当年|年中|同期|序时|上年)*(?:预算|计划|任务|目标|指标)(?:数|安排|进度)?(?:的|数)*$/;
const OF_NUMBER = new RegExp(`^的?${TAIL}$`, "u");
const FUND = new RegExp(`(?:${anyOf("fund")})`, "gu");
const PLAN = new RegExp(`(?:${anyOf("plan")})`, "u");
const RATE = new RegExp(`(?:率|度|进度|比例|比|水平)${TAIL}$`, "u");
const PER_YEAR = new RegExp(anyOf("perYear"), "u");
const LEFT = new RegExp(
  `^(?<subject>.*?)(?:${anyOf("left")})(?:金额|资金|数|款|款项|拨付|支付|承担)?${TAIL}$`,
  "u",
);
const BETWEEN = new RegExp(
  `^(?<subject>.*?)(?:${anyOf("between")})(?:目标|预算|计划|任务|年初预算|指标值|上年)?(?:值|数)?${TAIL}$`,
  "u",
);
const TOTAL = new RegExp(`(?:合计|共计|总计|总共|总量|小计|总绩效|总得分|总分|共)[^,;。]{0,8}?${TAIL}$`, "u");
const COMPARED =
  /^(?<subject>.*?)(?:比|较|与|同)(?<base>[^,;。]*?(?:上年|去年|同期|年|预算|决算|计划|目标|月|底|末)[^,;。]*)$/u;
const CHANGE_NEXT = new RegExp(`^(?:相比,?)?(?:有所|略有|共|净)?(?:${anyOf("up")}|${anyOf("down")})`, "u");

const NUMBERING =
  /^[-—]*(?:[一二三四五六七八九十]{1,3}[、.]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[、.)](?!\d))+/u;
const INNER_NUMBERING = /(?<=[。;:]) ?(?:\d{1,2}[、.)](?!\d)|\(\d{1,2}\))/gu;
const BREAK = /[,;。!?:]/;
const QUOTES = /["“”‘’'《》<>「」\s*$_]/g;
const LONGEST_LEAD = 120;
const MILLION = exact(1_000_000);

/** Every number of the prose, in the order of the text. */
export function mentionsOf({ numbers, passages }: Reading): Mention[] {
  const prose = numbers.filter(({ column }) => column === null);
  return prose.map((number, at) => {
    const previous = prose[at - 1];
    const sameText = previous?.passage === number.passage;
    const text = passages[number.passage]?.text ?? "";
    const from = Math.max(sameText ? previous.end : 0, number.start - LONGEST_LEAD);
    const lead = text
      .slice(from, number.start)
      .replace(QUOTES, "")
      .replace(sameText ? INNER_NUMBERING : NUMBERING, "");
    const next = prose[at + 1];
    const after =
      next?.passage === number.passage
        ? text.slice(number.end, Math.min(next.start, number.end + 40)).replace(QUOTES, "")
        : "";
    const above =
      sameText || previous === undefined ? "" : (passages[number.passage - 1]?.text ?? "").slice(-40);
    const announced = /[:]$/.test(above) ? above.replace(QUOTES, "") : "";
    return mentionOf(
      { number, lead, announced, gap: sameText ? gapOf(lead) : 4, depth: depthAt(text, number.start) },
      after,
      next,
    );
  });
}

function gapOf(lead: string): Gap {
  if (/[。!?]/.test(lead)) return 3;
  if (/;/.test(lead)) return 2;
  return /[,:]/.test(lead) ? 1 : 0;
}

/** Looked at from the last sentence end. */
function depthAt(text: string, position: number): number {
  let depth = 0;
  for (let at = position - 1; at >= 0 && at > position - 200; at -= 1) {
    const letter = text[at];
    if (letter === "。") break;
    if (letter === ")") depth -= 1;
    else if (letter === "(") depth += 1;
  }
  return Math.max(0, depth);
}

function mentionOf(
  place: Pick<Mention, "number" | "lead" | "announced" | "gap" | "depth">,
  after: string,
  next: TextNumber | undefined,
): Mention {
  const { number, lead } = place;
  const words = wordsOf(lead);
  const value = number.printed.value.mul(number.printed.factor);
  const scaled = value.mul(MILLION);
  return {
    ...place,
    words,
    value,
    scaled: scaled.d === 1n ? scaled.s * scaled.n : null,
    unit: baseUnit(number.unit),
    ...roleOf(number, words, after, next),
  };
}

/** The last clause of the lead; where it says only 为 or nothing, with the clause before. */
function wordsOf(lead: string): string {
  const bare = lead.replace(/\([^()]*\)/g, "").replace(/^[^(]*\)/, "");
  const open = bare.lastIndexOf("(");
  const clauses = (open === -1 ? bare : bare.slice(open + 1)).split(BREAK).map((clause) => clause.trim());
  const last = clauses.at(-1) ?? "";
  const before = clauses.at(-2) ?? "";
  if (last === "" || /^(?:分别)?(?:为|是|约|达)$/.test(last)) return before + last;
  // `与2020年度相比,增加`: the comparison is a clause of its own.
  return /^(?:与|和|同|较|比)[^;。]*(?:相比|比较|同期|比)$/.test(before) ? `${before},${last}` : last;
}

type Role = Pick<Mention, "role" | "up" | "subject" | "base">;

const role = (name: MentionRole, subject = "", base = "", up = false): Role => ({
  role: name,
  subject,
  base,
  up,
});

function roleOf(number: TextNumber, words: string, after: string, next: TextNumber | undefined): Role {
  if (number.kind === "rate") return roleOfRate(words);
  if (number.unit === "个百分点") return role("other");
  return number.kind === "bare" || number.kind === "standard"
    ? role("other")
    : roleOfAmount(words, after, next);
}

function roleOfRate(words: string): Role {
  const change = CHANGE.exec(words)?.groups;
  if (change !== undefined && !/[到至]$/.test(words)) {
    const { subject = "", base = "", up } = change;
    return role(PER_YEAR.test(words) ? "per-year" : "growth", subject, base, up !== undefined);
  }
  const plan = OF_PLAN.exec(words)?.groups;
  if (
    plan !== undefined &&
    PLAN.test((plan.base ?? "").replace(FUND, "")) &&
    (!/占[^占]*$/.test(words) || OF_ALL.test(plan.base ?? ""))
  )
    return role("of-plan", plan.subject, plan.base);
  const share = SHARE.exec(words)?.groups;
  if (share !== undefined) return role("share", share.subject, share.base);
  if (/(?:占比|比重)(?:分别)?(?:为|是|达到?)?$/.test(words))
    return role("share", words.replace(/(?:的)?(?:占比|比重).*$/, ""));
  if (/^的?$/.test(words)) return role("other");
  return RATE.test(words) ? role("rate", words) : role("other", words);
}

function roleOfAmount(words: string, after: string, next: TextNumber | undefined): Role {
  if (next?.kind === "rate" && OF_NUMBER.test(after) && after.startsWith("的")) {
    const base = /^(?<subject>.*?)(?<how>占|完成|为|达到|达|是|相当于)(?<base>[^占]*)$/u.exec(words)?.groups;
    if (base !== undefined)
      return role(
        base.how === "占" && !PLAN.test((base.base ?? "").replace(FUND, "")) ? "share-base" : "plan-base",
        base.subject,
        base.base,
      );
  }
  if (CHANGE_NEXT.test(after)) {
    const compared = COMPARED.exec(words)?.groups;
    if (compared !== undefined) return role("compared", compared.subject, compared.base);
  }
  const change = CHANGE.exec(words)?.groups;
  if (change !== undefined && !/(?:[到至]|增加值|增速)$/.test(words))
    return role("change", change.subject, change.base, change.up !== undefined);
  const left = LEFT.exec(words)?.groups;
  if (left !== undefined) return role("left", left.subject);
  const between = BETWEEN.exec(words)?.groups;
  if (between !== undefined && /目标|预算|计划|任务|指标|上年/.test(words))
    return role("between", between.subject);
  if (TOTAL.test(words)) return role("total", words);
  return role("amount", words);
}

/** An amount that can be part or whole. */
export function isPlain({ role: name, number }: Mention): boolean {
  return (
    (name === "amount" || name === "total" || name === "left") &&
    (number.kind === "money" || number.kind === "count" || number.kind === "points") &&
    number.hold !== "range"
  );
}

/** 一般公共预算收入 of `2018年全市一般公共预算收入完成`: what is compared when a base is looked for. */
export function nameOf(words: string): string {
  return plainName(labelOf(words.replace(/^.*[、,]/u, "")));
}

const WHOSE =
  /^(?:本单位|本部门|我单位|我局|我部门|我县|我市|我区|全县|全市|全省|全区|全国|全州|全旗|本级|市级|省级|县级|区级|本次|本项目|该|全年|当年|本年度?|年度|上半年|累计|实际|其中)+/u;
const HEAD = /(?:完成|决算|执行|数|额|金额|总额|规模|总量|总规模|累计|实现|达|为|共计?|合计|总计)+$/u;

/** Without whose it is and what says only that it is a number. */
export function plainName(name: string): string {
  let plain = name.replace(/[()]|\d+年(?:度|末|底)?/gu, "").replace(/总|类|累计/gu, "");
  for (let before = ""; before !== plain;) {
    before = plain;
    plain = plain.replace(WHOSE, "").replace(HEAD, "");
  }
  return plain;
}

/** How well two names agree: 1 for the same, 0.9 where one ends with the other, else the share of common pairs. */
export function agreement(a: string, b: string): number {
  if (a === b) return a === "" ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const shorter = Math.min(a.length, b.length);
  if (a.endsWith(b) || b.endsWith(a)) return shorter >= 4 ? 0.9 : shorter === 3 ? 0.7 : 0.5;
  if (a.startsWith(b) || b.startsWith(a)) return 0.8;
  const pairs = (text: string): Set<string> =>
    new Set([...text].slice(1).map((letter, at) => `${text[at] ?? ""}${letter}`));
  const [small, large] = a.length <= b.length ? [pairs(a), pairs(b)] : [pairs(b), pairs(a)];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return (shared / small.size) * 0.8;
}

const OWN_YEAR = /^[^比较与同]*?((?:19|20)\d\d)年/u;

/** `2016年预算8万元，2015年预算12.5万元`: the clauses of both name their year, and the one is the year before. */
export function isYearBefore(old: Mention, now: Mention): boolean {
  const [a, b] = [old, now].map(({ words }) => OWN_YEAR.exec(words)?.[1]);
  return a !== undefined && b !== undefined && Number(a) === Number(b) - 1;
}
