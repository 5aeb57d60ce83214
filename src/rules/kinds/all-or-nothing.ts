import { ZERO, exact } from "../../expr/exact";
import { conditional, constant, message, textIs } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { GIVES, NO_POINTS, NUMBER, decimal } from "../wordings";
import { statedPoints } from "../ways/awarded";
import { textOf } from "../ways/comparable";
import { namesOtherBound, OTHER_BOUND } from "../ways/own-bound";
import { byRatio, JUDGED } from "../ways/ratio";
import { absent } from "../ways/share";
import { REACHED_WORDS } from "../ways/words";

export interface AllOrNothing {
  readonly condition: string;
  /** Null for 满分. */
  readonly points: string | null;
  /** Whether the text says that there are no points otherwise. */
  readonly otherwise: boolean;
}

const CONDITION = String.raw`((?:(?!扣|每|×|÷|\d分|得分|满分|全分|加分|比例|酌情|程度|最[多高])[^;])*?)`;
const WHOLE = new RegExp(
  `^${CONDITION}(?:的)?[,:]?${GIVES}(?:${NUMBER}分|满分)(?:[;,](?:(?:否则|反之|其他情况|未|不|没有|无)[^;,扣\\d]{0,16}?)(?:的)?,?(${NO_POINTS}))?$`,
);

const NO_WORDS = ["否", "未完成", "未开展", "未达标"];
const YES_WORDS = ["有", "已开展", "开展", "齐全", "完整", "健全", "规范", "合规", "合格", ...REACHED_WORDS];

// What happened or not is no verdict under a condition that denies: `未开展` is just what `未开展违规活动的` asks for.
const FACTS = ["有", "已开展", "开展", "未开展"];
const DENIES = /[无未不]|没有/;

const verdicts = (words: readonly string[], { condition }: AllOrNothing): readonly string[] =>
  DENIES.test(condition) ? words.filter((word) => !FACTS.includes(word)) : words;

function build(rule: AllOrNothing, of: ScoringCase): Built {
  const full = statedPoints(rule.points, of);
  const { actual, target } = of;
  const isNumeric = target !== null && target.nature === "number" && of.result !== null;
  if (isNumeric && namesOtherBound(rule.condition, target)) return judgement(OTHER_BOUND);
  if (isNumeric)
    return byRatio(
      { ...of, points: full, pointsValue: rule.points === null ? of.pointsValue : exact(rule.points) },
      "nothing",
    );
  if (actual === null || actual.cell === null || actual.nature !== "words")
    return absent(of, "是否达到的结论");
  const text = { cell: actual.cell, text: textOf(actual) };
  // `是` and `完成` count in any case: the formula accepts them when somebody retypes the cell.
  const accepted =
    verdicts(YES_WORDS, rule).includes(text.text) || text.text === textOf(target)
      ? ["是", "完成", text.text]
      : ["是", "完成"];
  const score = conditional(
    textIs(text, [...new Set(accepted)]),
    full,
    conditional(textIs(text, verdicts(NO_WORDS, rule)), constant(ZERO, "points"), message(JUDGED), {
      then: "不得分",
      otherwise: "由人工评分",
    }),
    { then: "符合评分标准" },
  );
  return { kind: "points", score };
}

/** `按要求…的,加2分,否则不得分`, `…得2分` (rules catalogue C2). */
export const allOrNothing: RuleKind<AllOrNothing> = {
  name: "all-or-nothing",
  label: "符合要求得分，否则不得分",
  parse: (plain) => {
    const found = WHOLE.exec(plain);
    if (!found) return null;
    const [, condition = "", points, otherwise] = found;
    return {
      condition,
      points: points === undefined ? null : decimal(points),
      otherwise: otherwise !== undefined,
    };
  },
  print: ({ condition, points, otherwise }) => {
    const award = points === null ? "得满分" : `得${points}分`;
    return `${condition === "" ? "" : `${condition}的,`}${award}${otherwise ? ",否则不得分" : ""}`;
  },
  build,
  most: ({ points }, full) => (points === null ? full : exact(points)),
};
