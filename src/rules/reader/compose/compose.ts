import { evaluate } from "../../../expr/evaluate";
import { conditional, message, textIs } from "../../../expr/expression";
import { ZERO } from "../../../expr/exact";
import type { Built, ScoringCase } from "../../kind";
import { judgement, missing } from "../../kind";
import { JUDGED } from "../../ways/ratio";
import type { Plan } from "../plan";
import { asking, Question } from "../question";
import { Row, type Num } from "../row/row";
import { valueOf } from "../row/value";
import { truthOrNull } from "../row/truth";
import { byFormula } from "./formula";
import { choose, label, printed, shortened, UNKNOWN, UNREAD, UNSAID, Parts } from "./parts";
import { byProportion } from "./proportion";
import { bySteps } from "./steps";
import { byTiers } from "./tiers";
import { usesNode } from "./uses";

/** A plan and a row to an expression, or the question that stands in its way. */
export function compose(plan: Plan, of: ScoringCase): Built {
  const result = valueOf(of.actual, of.result);
  if (result === null) return missing();
  const found = asking(() => scored(new Parts(plan, new Row(of, plan, result))));
  if (found instanceof Question) return judgement(questionText(found));
  const actual = of.result?.expression;
  return {
    kind: "points",
    score: found.expression,
    ...(actual !== undefined && usesNode(found.expression, actual) && { actual }),
  };
}

export const questionText = (found: Question): string =>
  `${found.why}${found.quote === "" ? "" : `：“${shortened(found.quote)}”`}，请人工评分`;

function scored(of: Parts): Num {
  const { row } = of;
  const { result, target } = row;
  const saysOnlyLimit = ["<", "<=", ">", ">="].includes(result.sign) && result.text !== target?.text;
  if (saysOnlyLimit) throw new Question("结果只写了界限", result.text);
  const strange = row.plan.modifiers.find((word) => !row.name.includes(word));
  if (strange !== undefined) throw new Question("这个词会改变算法", strange);
  const score = total(of);
  const most = of.least("most");
  if (most !== null && score.value.compare(most) > 0)
    throw new Question("得分超过所写的最高分", of.has("most")?.quote ?? "");
  if (evaluate(score.expression) === null) throw new Question(UNSAID, row.plan.clauses[0]?.quote ?? "");
  return held(of, score);
}

/** What words decided holds for as long as the cell still says the same. */
function held(of: Parts, score: Num): Num {
  const { result } = of.row;
  if (!result.isWords || result.cell === null) return score;
  const same = textIs({ cell: result.cell, text: of.row.of.actual?.text.trim() ?? result.text }, [
    of.row.of.actual?.text.trim() ?? result.text,
  ]);
  return { value: score.value, expression: conditional(same, score.expression, message(JUDGED)) };
}

function total(of: Parts): Num {
  checkPrinted(of);
  checkUsed(of);
  if (of.judged.length > 0) return clearEnds(of);
  if (of.formulas.length + of.rates.length > 0) return byFormulaOrRate(of);
  if (of.goesOn && (of.steps.length > 0 || of.proportions.length > 0))
    throw new Question("“依次类推”不清楚", of.plan.clauses[0]?.quote ?? "");
  if (of.steps.length > 0) return bySteps(of);
  return of.proportions.length > 0 ? byProportion(of) : byTiers(of);
}

/** The points that the wording prints against those of the row. */
function checkPrinted(of: Parts): void {
  const { row, awards, steps } = of;
  const full = row.full;
  for (const { kind, value, quote } of of.limits) {
    if (kind === "printed-points" && value !== null && !value.equals(full))
      throw new Question(`评分标准印的满分与分值 ${full.toString()} 不同`, quote);
    const isBonus = steps.some(({ effect }) => effect !== "deduct") && of.bases().length > 0;
    if (kind === "most" && value !== null && value.compare(full) > 0 && !isBonus)
      throw new Question("最高分超过分值", quote);
  }
  const extra = awards.find(({ effect }) => effect.kind === "add");
  const isWholeBonus =
    awards.length <= 2 && awards.every((award) => award === extra || award.effect.kind === "none");
  if (
    extra !== undefined &&
    !(isWholeBonus && extra.effect.kind === "add" && extra.effect.value.equals(full))
  )
    throw new Question("另加的分取决于表中没有写的事实", extra.quote);
  const top = of.top();
  if (top.compare(full) > 0) throw new Question("印的分数超过分值", awards[0]?.quote ?? "");
  for (const award of awards) {
    const isAside =
      award.effect.kind === "kept" &&
      award.situation.kind === "fact" &&
      !awards.every(({ situation }) => situation.kind === "fact");
    if (isAside) throw new Question(UNKNOWN, award.quote);
  }
  if (
    !of.printsPoints() ||
    awards.some(({ effect }) => effect.kind === "full" && effect.value === null) ||
    top.equals(full)
  )
    return;
  const added = of.least("most-added");
  const givesMore = steps.some(({ effect }) => effect !== "deduct");
  if (givesMore && added !== null && top.add(added).equals(full)) return;
  const most = of.least("most");
  if (most !== null && (most.equals(top) || (givesMore && most.equals(full)))) return;
  const sum = awards.reduce(
    (all, { effect }) => (effect.kind === "points" ? all.add(effect.value) : all),
    ZERO,
  );
  if (
    sum.equals(full) &&
    awards.filter(({ effect }) => effect.kind === "points").length > 1 &&
    steps.length === 0
  )
    return;
  const areBands = awards.every(({ situation }) => ["bound", "range", "else"].includes(situation.kind));
  if (areBands && top.compare(full) < 0) throw new Question("印的最高分低于分值", awards[0]?.quote ?? "");
  throw new Question(
    `评分标准印的最高分 ${top.toString()} 与分值 ${full.toString()} 不同`,
    awards[0]?.quote ?? "",
  );
}

/** Limits need something that they limit. */
function checkUsed(of: Parts): void {
  const deducts =
    of.steps.some(({ effect }) => effect === "deduct") ||
    of.awards.some(({ effect }) => effect.kind === "deduct");
  const [deducted, added, part] = [of.has("most-deducted"), of.has("most-added"), of.parts[0]];
  if (deducted !== undefined && !deducts) throw new Question("没有写扣什么", deducted.quote);
  if (added !== undefined && !of.steps.some(({ effect }) => effect !== "deduct"))
    throw new Question("没有写加什么", added.quote);
  if (part !== undefined && of.steps.length === 0) throw new Question("没有写怎样扣", part.quote);
  if (of.steps.length > 0 && of.goesOn) throw new Question("“依次类推”不清楚", of.steps[0]?.quote ?? "");
}

/** Left to people, but for the ends that are clear. */
function clearEnds(of: Parts): Num {
  const { awards, judged, row } = of;
  const isOff = (award: (typeof awards)[number]): boolean =>
    truthOrNull(award.situation, row)?.holds === false;
  const tops = of.bases();
  const [top] = tops;
  const plain =
    of.steps.length === 0 &&
    of.proportions.length === 0 &&
    of.formulas.length === 0 &&
    judged.every(({ situation }) => situation.kind !== "always");
  if (top === undefined || tops.length > 1 || !plain || top.situation.kind === "always")
    throw new Question("由人评分", judged[0]?.quote ?? "");
  const none = of.kills().find(({ situation }) => truthOrNull(situation, row)?.holds === true);
  const others = judged.every(
    ({ situation }) => situation.kind === "else" || truthOrNull(situation, row)?.holds === false,
  );
  const topTruth = truthOrNull(top.situation, row);
  if (none !== undefined && topTruth?.holds === false && others) return printed(ZERO);
  if (topTruth?.holds === true && others && awards.every((award) => award === top || isOff(award)))
    return of.give(top.effect);
  throw new Question("由人评分", judged[0]?.quote ?? "");
}

const MORE = "公式之外还有别的算法";

function byFormulaOrRate(of: Parts): Num {
  const { formulas, rates, awards, row } = of;
  const [formula] = formulas;
  const [rate] = rates;
  const other =
    of.steps[0] ??
    (formula === undefined ? of.proportions[0] : undefined) ??
    (formulas.length + rates.length > 1 && !isSaidTwice(of) ? (rates[0] ?? formulas[1]) : undefined);
  if (other !== undefined) throw new Question(MORE, other.quote);
  const strange = awards.find(({ effect }) =>
    ["deduct", "deduct-share", "share", "add"].includes(effect.kind),
  );
  if (strange !== undefined) throw new Question(MORE, strange.quote);
  for (const { effect, text, quote } of of.proportions)
    if (effect === "deduct" || /未|没/.test(text)) throw new Question(MORE, quote);
  const [ground] = of.grounds;
  if (ground !== undefined) throw new Question("这个界限怎么用没有写", ground.quote);
  for (const { text, quote } of of.definitions)
    if (row.result.unit !== "%" && /[-+]/.test(text)) throw new Question("要按定义由基础数据计算", quote);
  const bases = of.bases();
  const [base, second] = bases;
  if (second !== undefined) throw new Question(MORE, second.quote);
  const score = formula === undefined ? byRate(of, rate?.text ?? "") : byFormula(of, formula.text);
  const kills = of
    .kills()
    .filter(({ situation }) => situation.kind !== "else")
    .map(({ situation, quote }) => ({ truth: of.known(situation, quote), quote }));
  const own = (formula ?? rate)?.situation;
  const withBase = base === undefined ? score : besideBase(of, base, score);
  if (formula !== undefined && own !== undefined && own.kind !== "always" && own.kind !== "else") {
    const isHere =
      of.known(own, formula.quote).holds ||
      (base !== undefined && truthOrNull(base.situation, row)?.holds === true) ||
      kills.some(({ truth }) => truth.holds);
    if (!isHere) throw new Question(UNSAID, formula.quote);
  }
  if (
    formula === undefined &&
    own !== undefined &&
    own.kind !== "always" &&
    !(base !== undefined && (own.kind === "missed" || own.kind === "else"))
  )
    throw new Question(UNREAD, rate?.quote ?? "");
  return kills.reduceRight<Num>(
    (rest, { truth, quote }) => choose(truth, printed(ZERO), rest, quote),
    withBase,
  );
}

/** `按完成率计分,完成率×分值` */
function isSaidTwice({ formulas, rates }: Parts): boolean {
  const name = /^按(?:照)?(.*?)(?:计算|计分|得分|打分|赋分)+$/.exec(rates[0]?.text ?? "")?.[1];
  const isOne = formulas.length === 1 && rates.length === 1 && rates[0]?.situation.kind === "always";
  return isOne && name !== undefined && formulas[0]?.text.includes(name) === true;
}

function besideBase(of: Parts, base: Parts["awards"][number], score: Num): Num {
  const { situation, quote } = base;
  if (situation.kind === "fact") {
    if (of.plan.clauses.indexOf(base) > 0 || !label.test(situation.text)) throw new Question(UNKNOWN, quote);
    return score;
  }
  return situation.kind === "always"
    ? score
    : choose(of.known(situation, quote), of.give(base.effect), score, quote);
}

function byRate(of: Parts, text: string): Num {
  const { row, cap } = of;
  const { result, target } = row;
  const both = `${target?.text ?? ""} / ${result.text}`;
  const isOther = target?.number != null && target.unit === "%" && !target.number.equals(1);
  if (result.unit === "%" && /完成/.test(text) && isOther)
    throw new Question("完成率是结果本身，还是结果与目标之比，看不出来", both);
  const rate = row.rate(/完成率|执行率|到位率/.exec(text)?.[0] ?? "");
  if (target?.number != null && target.unit !== "%" && result.unit === "")
    throw new Question("两个数是比率还是数量，看不出来", result.text);
  return byShare(of, rate, cap);
}

function byShare(of: Parts, rate: Num, cap: Num): Num {
  const value = of.row.full.mul(rate.value.compare(1) > 0 ? 1 : rate.value);
  return {
    value: value.compare(0) < 0 ? ZERO : value.compare(cap.value) > 0 ? cap.value : value,
    expression: {
      kind: "max",
      of: [
        {
          kind: "min",
          of: [
            { kind: "arithmetic", operator: "×", left: of.row.points, right: rate.expression },
            cap.expression,
          ],
        },
        printed(ZERO).expression,
      ],
    },
  };
}
