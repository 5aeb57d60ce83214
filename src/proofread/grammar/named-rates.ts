import { quotientOf } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import { digits, estimate } from "../relation";
import type { TextRelation } from "../text-model";
import { MOST, possible, type Level } from "./claims";
import { agreement, isPlain, nameOf, type Mention } from "./mentions";
import { NAMED_RATES, WORDS } from "./words";

const MOST_BACK = 16;
const FAR_BACK = 40;
const ALIKE = 0.8;
const LATER_MONEY = /追加|调增|调减|上年结转|结转资金|调整/;
const FORMULA = /[÷×]|\/.*=/;
const FUND = new RegExp(`(?:${WORDS.fund.split(" ").join("|")})`, "gu");
const PLANNED = /预算|计划|任务|目标|指标|应|安排|下达|拟/;

/** 预算执行率, 支付率, 合格率 …; 完成预算的 75%: the one amount of the sentence divided by the other. */
export function namedRatesOf(mentions: readonly Mention[]): TextRelation[] {
  return mentions.flatMap((rate, at) => {
    if (rate.number.kind !== "rate" || rate.number.hold !== "stated") return [];
    if (rate.role === "of-plan") return ofPlan(mentions, rate, at);
    if (rate.role === "other" && mentions[at - 1]?.role === "plan-base")
      return ofPrintedPlan(mentions, rate, at);
    return rate.role === "rate" ? byName(mentions, rate, at) : [];
  });
}

function nearby(mentions: readonly Mention[], rate: Mention, at: number, sentences: 1 | 3): Mention[] {
  const found: Mention[] = [];
  for (let back = at - 1; back >= Math.max(0, at - MOST_BACK); back -= 1) {
    const mention = mentions[back];
    if (mention === undefined || mention.number.passage !== rate.number.passage) break;
    if (rate.number.sentenceNumber - mention.number.sentenceNumber >= sentences) break;
    if (isPlain(mention) || mention.role === "left") found.push(mention);
  }
  return found;
}

function byName(mentions: readonly Mention[], rate: Mention, at: number): TextRelation[] {
  const words = rate.words.replace(/(?:分别)?(?:为|是|达到|达|约|仅|了|:|=|有)+$/u, "");
  const named = NAMED_RATES.find(({ name }) => name.test(words));
  if (named === undefined || FORMULA.test(rate.lead)) return [];
  for (const reach of [1, 3] as const) {
    const near = nearby(mentions, rate, at, reach);
    const parts = near.filter((mention) => named.part.test(subjectOf(mention)));
    const wholes = near.filter((mention) => !parts.includes(mention) && named.whole.test(subjectOf(mention)));
    if (parts.length === 0 || wholes.length === 0) continue;
    const found = best(rate, parts, wholes, reach === 1);
    // With money added during the year neither amount alone is the whole.
    return LATER_MONEY.test(rate.number.sentence)
      ? found.filter(({ verdict }) => verdict !== "fails")
      : found;
  }
  return [];
}

/** Without the names of funds, which have 预算 in them; with what stands behind the unit. */
function subjectOf({ words, number }: Mention): string {
  return `${words.replace(FUND, "")}${number.noun}`;
}

/** `预算 A，…支出 B，完成预算的 p%`: the plan is the amount with such a word. */
function ofPlan(mentions: readonly Mention[], rate: Mention, at: number): TextRelation[] {
  for (const reach of [1, 3] as const) {
    const near = nearby(mentions, rate, at, reach);
    const wholes = near.filter(
      (mention) =>
        PLANNED.test(mention.words.replace(FUND, "")) && !/决算|支出数|执行/.test(mention.words.slice(-4)),
    );
    const parts = near.filter((mention) => !wholes.includes(mention));
    if (parts.length === 0 || wholes.length === 0) continue;
    const onlyPair = parts.length === 1 && wholes.length === 1;
    return best(rate, parts.slice(0, onlyPair ? 1 : 2), wholes.slice(0, 2), reach === 1 && onlyPair);
  }
  return byItsOwnName(mentions, rate, at);
}

/** `预算 A，其中甲 a、乙 b。支出 B，…，其中甲 c，完成预算的 p%`: the plan is the earlier amount of the same name. */
function byItsOwnName(mentions: readonly Mention[], rate: Mention, at: number): TextRelation[] {
  const [part] = nearby(mentions, rate, at, 1);
  if (part === undefined) return [];
  const name = nameOf(part.words);
  const place = mentions.indexOf(part);
  const wholes = mentions
    .slice(Math.max(0, place - FAR_BACK), place)
    .filter(
      (mention) =>
        isPlain(mention) && agreement(nameOf(mention.words), name) >= ALIKE && mention.unit === part.unit,
    );
  const values = new Set(wholes.map(({ value }) => value.toFraction()));
  return values.size === 1 ? best(rate, [part], wholes.slice(0, 1), false) : [];
}

/** `完成 B，完成预算数 A 的 p%`. */
function ofPrintedPlan(mentions: readonly Mention[], rate: Mention, at: number): TextRelation[] {
  const whole = mentions[at - 1];
  const [part] = nearby(mentions, rate, at - 1, 1);
  return part === undefined || whole === undefined ? [] : best(rate, [part], [whole], true);
}

function best(
  rate: Mention,
  parts: readonly Mention[],
  wholes: readonly Mention[],
  isSure: boolean,
): TextRelation[] {
  const pairs = parts.flatMap((part) =>
    wholes
      .filter(({ unit, number }) => unit === part.unit && number.kind === part.number.kind)
      .map((whole) => [part, whole] as const),
  );
  const claims = pairs.flatMap(([part, whole]) => {
    const should = quotientOf(estimate(part.number), estimate(whole.number));
    return should === null ? [] : [{ part, whole, should }];
  });
  const fitting = claims.find(({ should }) => judge(rate.number.printed, should) !== "fails");
  const [chosen] = fitting === undefined ? claims : [fitting];
  if (chosen === undefined) return [];
  const { part, whole, should } = chosen;
  const severity: Level = claims.length === 1 && isSure ? "error" : "warning";
  if (
    fitting === undefined &&
    claims.length > 1 &&
    should.face.sub(rate.number.printed.value).abs().compare(rate.number.printed.value.abs().div(4)) > 0
  )
    return [];
  const found = possible(
    {
      kind: "rate",
      stated: rate.number,
      should,
      how: `${digits(part.number)}÷${digits(whole.number)}`,
      of: [part.number, whole.number],
      severity,
      cause: {
        inputs: [part.value.div(part.number.printed.factor), whole.value.div(whole.number.printed.factor)],
        of: ([a, b]) =>
          a === undefined || b === undefined || b.equals(0)
            ? null
            : a.mul(part.number.printed.factor).div(b.mul(whole.number.printed.factor)),
      },
    },
    MOST.rate,
  );
  return found === null ? [] : [found];
}
