import { ZERO, exact } from "../../expr/exact";
import { constant, divide, max, min, multiply } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { GIVES, NUMBER, decimal } from "../wordings";
import { textOf } from "../ways/comparable";
import { byWords, REACHED_WORDS } from "../ways/words";

export interface ChecklistItem {
  readonly text: string;
  /** Null where the text prints no points for it: an equal share then. */
  readonly points: string | null;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
}

const MARK = /[①-⑳]|(?<=^|[;,:。])(?:\(\d{1,2}\)|\d{1,2}[、.](?!\d))/;
const ITEM = new RegExp(`^(.*?)(?:的)?[,:]?(?:${GIVES}${NUMBER}分)?$`);

function parse(plain: string): Checklist | null {
  if (/扣/.test(plain)) return null;
  const [lead = "", ...texts] = plain.split(MARK);
  if (texts.length < 2 || /\d分/.test(lead)) return null;
  const items = texts
    .map((text) => ITEM.exec(text.replace(/[;,]$/, "")) ?? [])
    .map(([, text = "", points]) => ({ text, points: points === undefined ? null : decimal(points) }));
  if (items.some(({ text }) => text === "" || /\d分|得分|[;].*分/.test(text))) return null;
  return { items };
}

const MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const markOf = (index: number): string => MARKS[index] ?? `(${index + 1})`;

const print = ({ items }: Checklist): string =>
  items
    .map(({ text, points }, index) => `${markOf(index)}${text}${points === null ? "" : `,${points}分`}`)
    .join(";");

function build({ items }: Checklist, of: ScoringCase): Built {
  const { actual, result } = of;
  if (REACHED_WORDS.includes(textOf(actual))) return byWords(of);
  const [first] = items;
  const areEqual = items.every(({ points }) => points === first?.points);
  const isCount =
    result !== null &&
    !result.percent &&
    result.value.d === 1n &&
    (result.unit === null || /^[个项条]/.test(result.unit));
  if (isCount && areEqual && first !== undefined && of.measure === null) {
    const ticked = min(
      max(result.expression, constant(ZERO, "amount")),
      constant(exact(items.length), "amount", "项"),
    );
    const score =
      first.points === null
        ? divide(multiply(of.points, ticked), constant(exact(items.length), "amount", "项"))
        : min(multiply(constant(first.points, "points"), ticked), of.points);
    return { kind: "points", score, actual: result.expression };
  }
  const each = items.map(
    ({ text, points }, index) =>
      `${markOf(index)}${text.slice(0, 24)} ${points ?? `分值的 1/${items.length}`}${points === null ? "" : " 分"}`,
  );
  return judgement(`请按评价要点逐项评分：${each.join("；")}`);
}

/** `①…,1分;②…,1分;③…,1分`: points that people tick (rules catalogue C1). */
export const checklist: RuleKind<Checklist> = {
  name: "checklist",
  label: "按评价要点逐项评分",
  parse,
  print,
  build,
};
