import { HUNDRED, ONE, ZERO, exact, type Exact } from "../../expr/exact";
import {
  absolute,
  compare,
  conditional,
  constant,
  divide,
  max,
  min,
  multiply,
  step,
  subtract,
  type Condition,
  type Expression,
} from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { asShare, inUnitOf, operandOf, type Operand } from "../operand";
import {
  AWARD,
  COUNT,
  DEDUCTS,
  NUMBER,
  SIGN,
  SIGN_SIGNS,
  UNTIL,
  awardOf,
  countOf,
  decimal,
  printAward,
  printUntil,
  signOf,
  type Award,
} from "../wordings";
import { awarded } from "../ways/awarded";
import { OTHER_BASE } from "../ways/own-bound";
import { partNote } from "../ways/part-step";
import { absent, attainedShareOf, completionOf, shareOf } from "../ways/share";
import { cannotCompare, isOtherMeasure } from "../ways/units";
import { byWords } from "../ways/words";

export type Counting = "continuous" | "up" | "down";

/** Full points within a limit, then so much off for every so much beyond it. */
export interface Excess {
  /** As printed; null where the indicator's own target is the limit. */
  readonly limit: string | null;
  readonly sign: ">=" | ">" | "<=" | "<" | "=" | null;
  readonly full: Award;
  readonly side: "above" | "below" | "apart";
  readonly every: string;
  readonly unit: string;
  readonly deduct: string;
  readonly counting: Counting;
  readonly most: string | null;
}

const SIDES = {
  above: "超过|超出|超支|超时|超期|高出|高于|增加|上升|超",
  below: "低于|减少|少于|下降|降低|不足|低|少|降",
  apart: "相差|偏离|偏差|变动",
} as const;
/** Where nothing is lost, unless the wording says so itself. */
const WITHIN = { above: "<=", below: ">=", apart: "=" } as const;
const SUBJECT = String.raw`(?:[^;,≤≥<>=\d%]{0,24}?)`;
const LIMIT = `${SUBJECT}${SIGN}${NUMBER}((?:%|分钟|个?[^;,\\d%≤≥<>=分]{0,3}?)(?:的|时)?(?:及?以上|及?以内|以下)?),?${AWARD}[;,]`;
const EVERY = `(?:每|(?=少))(?:(${SIDES.above})|(${SIDES.below})|(${SIDES.apart}))(?:目标值?|标准值?|指标值|预算|完成|开展|举办|检查|组织)?${COUNT}个?(百分点|%|[^\\d;,扣]{1,3}?)(?:的)?,?${DEDUCTS}`;
const PARTS = String.raw`(?:[,;]?\(?(?:不足|不满|不到)(?:一|1)?个?(?:百分点|%|单位)?的?,?(按(?:一|1)个?(?:百分点|%|单位)?(?:计算|扣分|计)?|不扣分?|不计算?|忽略不计)\)?)?`;
const EXCESS = new RegExp(
  `^(?:${LIMIT})?${SUBJECT}(?:(?:${SIGN})${NUMBER}%?(?:的|时)?,)?${EVERY}${PARTS}${UNTIL}$`,
);

/** `90%及以上得满分`, `10天内办结得满分`: the sign behind the number. */
const SIGN_BEHIND =
  /^([^;,≤≥<>=\d%]{0,24}?)(\d+(?:\.\d+)?)(%|分钟|个?[^;,\d%分]{0,3}?)(?:(及?以上)|及?以内|之内|以下|内)[^;,\d]{0,8}?(?=(?:的)?,?(?:得|计|记)(?:满分|全分|\d))/;
/** `每月不少于1次`, `每村2名`: a limit for each, which the result of the year or of all is not held against. */
const FOR_EACH = /[每各]个?(?:月|季|周|星期|旬|半年|天|日|村|镇|乡|县|区|校|户|人|场|班|所|期|家|企业|项目)/;

/** `不少于4次,每少1次扣0.5分`: full points within the limit go without saying. */
const UNSAID =
  /^[^;,≤≥<>=\d%]{0,24}?(?:(?:≥|不低于|不少于|不小于)\d+(?:\.\d+)?(?:%|[^;,\d%]{0,3}?)(?=,每(?:降低|减少|低|少))|(?:≤|不超过|不高于|不大于)\d+(?:\.\d+)?(?:%|[^;,\d%]{0,3}?)(?=,每(?:超|增加|上升|高)))/;
/** `成本未超预算得满分`: within the indicator's own target. */
const WITHIN_TARGET = /^[^;,\d]{0,20}(?:不超|未超)[^;,\d]{0,10}?,?(?:得|计|记)(?:满分|全分)[;,]/;
const signInFront = (
  _: string,
  name: string,
  number: string,
  unit: string,
  isLeast: string | undefined,
): string => `${name}${isLeast === undefined ? "≤" : "≥"}${number}${unit},`;

function parse(text: string): Excess | null {
  const found = EXCESS.exec(
    text.replace(SIGN_BEHIND, signInFront).replace(WITHIN_TARGET, "").replace(UNSAID, "$&得满分"),
  );
  if (!found) return null;
  const [
    ,
    signWord,
    limit,
    limitUnit = "",
    whole,
    points,
    share,
    none,
    ,
    beyond,
    above,
    below,
    ,
    every = "",
    stepUnit = "",
    deduct = "",
    parts,
    most1,
    most2,
  ] = found;
  const side = above !== undefined ? "above" : below !== undefined ? "below" : "apart";
  // `≤100%得满分;超过110%的,每超过…`: what is lost between the two, nobody says.
  if (limit !== undefined && beyond !== undefined && decimal(limit) !== decimal(beyond)) return null;
  const unit = stepUnit === "百分点" ? "%" : stepUnit;
  if (countsOtherwise(limitUnit, unit) || (unit !== "%" && FOR_EACH.test(text))) return null;
  if (limit === undefined && beyond === undefined && OTHER_BASE.test(text)) return null;
  const from = limit ?? beyond;
  const sign = signOf(signWord) ?? (from === undefined ? null : WITHIN[side]);
  const full = limit === undefined ? "full" : awardOf([whole, points, share, none]);
  if (full === null) return null;
  const most = most1 ?? most2;
  return {
    limit: from === undefined ? null : decimal(from),
    sign,
    full,
    side,
    every: countOf(every),
    unit,
    deduct: decimal(deduct),
    counting: parts === undefined ? "continuous" : parts.startsWith("按") ? "up" : "down",
    most: most === undefined ? null : decimal(most),
  };
}

/** `达到200人,每少10%`, `100%,每少1个`, `2小时内,每超10分钟`: steps that the limit cannot be counted in as it stands. */
function countsOtherwise(limitUnit: string, unit: string): boolean {
  const counted = limitUnit.replace(/(?:的|(?<!小)时|及?以[上下内]|之?内)+$/, "");
  if (counted === "") return false;
  if (counted === "%" || unit === "%") return counted !== unit;
  return isOtherMeasure(counted, unit);
}

function print(rule: Excess): string {
  const isPercent = rule.unit === "%";
  const limit =
    rule.sign === null
      ? ""
      : `${SIGN_SIGNS[rule.sign]}${rule.limit ?? ""}${isPercent ? "%" : ""},${printAward(rule.full)};`;
  const verb = { above: "超过", below: "低于", apart: "相差" }[rule.side];
  const parts = {
    continuous: "",
    up: `,不足1个${isPercent ? "百分点" : "单位"}的按1个计算`,
    down: `,不足1个${isPercent ? "百分点" : "单位"}的不扣分`,
  }[rule.counting];
  return `${limit}每${verb}${rule.every}${isPercent ? "个百分点" : rule.unit}扣${rule.deduct}分${parts},${printUntil(rule.most)}`;
}

function build(rule: Excess, of: ScoringCase): Built {
  if (of.result === null) return of.actual?.nature === "words" ? byWords(of) : absent(of, "比率或数值");
  const isPercent = rule.unit === "%";
  const share = isPercent ? (rule.side === "above" ? shareOf(of) : attainedShareOf(of)) : of.result;
  if ("kind" in share) return share;
  const limit = limitOf(rule, of, isPercent);
  if (limit === null) return judgement("评分标准没有写明界限，指标值中也没有数值，请人工评分");
  const result = isPercent || rule.limit !== null ? share : inUnitOf(share, limit);
  if (!isPercent && (result.percent !== limit.percent || isMeasuredOtherwise(rule, of.result, limit)))
    return judgement("完成情况与评分标准的单位不同，请人工评分");
  const off = {
    above: subtract(result.expression, limit.expression),
    below: subtract(limit.expression, result.expression),
    apart: absolute(subtract(result.expression, limit.expression)),
  }[rule.side];
  const scale = isPercent ? exact(rule.every).div(HUNDRED) : exact(rule.every);
  const counted = (counting: Counting): Expression => scoreBeyond(rule, counting, off, scale, isPercent, of);
  const score = conditional(
    reached(rule, result.expression, limit.expression),
    awarded(rule.full, of),
    counted(rule.counting),
    { then: `在界限内，${printAward(rule.full)}` },
  );
  const found =
    rule.counting === "continuous"
      ? partNote(of, score, conditional(score.when, score.then, counted("up")))
      : [];
  return { kind: "points", score, target: limit.expression, actual: of.result.expression, notes: found };
}

/** Limit, result and steps must be one measure: 3小时 and every 10分钟, 5个工作日 and every 天 are not. */
function isMeasuredOtherwise(rule: Excess, result: Operand, limit: Operand): boolean {
  if (limit.unit === null) return result.unit !== null && isOtherMeasure(result.unit, rule.unit);
  return isOtherMeasure(limit.unit, rule.unit) || cannotCompare(result.unit, limit.unit);
}

function limitOf(rule: Excess, of: ScoringCase, isPercent: boolean): Operand | null {
  if (rule.limit === null && isPercent && completionOf(of) !== null) return wholeOf();
  if (rule.limit === null) {
    const target = operandOf(of.target);
    return target !== null && isPercent ? asShare(target) : target;
  }
  const value = isPercent ? exact(rule.limit).div(HUNDRED) : exact(rule.limit);
  return {
    expression: constant(value, isPercent ? "percent" : "amount"),
    value,
    percent: isPercent,
    unit: null,
    factor: ONE,
  };
}

/** A completion is held against 100%. */
const wholeOf = (): Operand => ({
  expression: constant(ONE, "percent"),
  value: ONE,
  percent: true,
  unit: null,
  factor: ONE,
});

function reached(rule: Excess, result: Expression, limit: Expression): Condition {
  return compare(result, rule.sign ?? WITHIN[rule.side], limit);
}

/** Multiplied before it is divided: 0.5 × 71.93… ÷ 1% stays as near to the exact value as doubles can. */
function scoreBeyond(
  rule: Excess,
  counting: Counting,
  off: Expression,
  scale: Exact,
  isPercent: boolean,
  of: ScoringCase,
): Expression {
  const beyond = step(
    "超出",
    isPercent ? "percent" : "amount",
    max(off, constant(ZERO, isPercent ? "percent" : "amount")),
  );
  const steps = divide(beyond, constant(scale, isPercent ? "percent" : "plain"));
  const whole: Expression =
    counting === "continuous" ? steps : { kind: counting === "up" ? "ceiling" : "floor", of: steps };
  const deducted = step("扣分", "points", multiply(constant(rule.deduct, "points"), whole));
  const bounded = rule.most === null ? deducted : min(deducted, constant(rule.most, "points"));
  return max(subtract(awarded(rule.full, of), bounded), constant(ZERO, "points"));
}

/** `在职人员控制率≤100%,计5分;每超过一个百分点扣0.5分,扣完为止` (rules catalogue N8–N10). */
export const excess: RuleKind<Excess> = { name: "excess", label: "超出界限按幅度扣分", parse, print, build };
