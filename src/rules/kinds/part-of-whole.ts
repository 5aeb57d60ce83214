import { exact } from "../../expr/exact";
import { compare, constant, divide, guarded, message, min, multiply, step } from "../../expr/expression";
import { notes } from "../notes";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { asShare, operandOf } from "../operand";
import { NUMBER, decimal } from "../wordings";
import { statedPoints } from "../ways/awarded";
import { JUDGED } from "../ways/ratio";
import { absent } from "../ways/share";

/** A share of all cases, times points. */
export interface PartOfWhole {
  readonly part: string;
  readonly whole: string;
  readonly points: string | null;
}

const PART_OF_WHOLE = new RegExp(
  String.raw`^(?:得分=|[^;,/÷×=\d]{2,8},)?\(?((?:(?!\d分|得分)[^;,/÷×=])+)[/÷]((?:(?!\d分|得分)[^;,/÷×=])+?)\)?(?:×100%)?×(?:${NUMBER}分|分值|权重)(?:[;,](?:最高(?:得)?满分|满分为止))?$`,
);

function build({ part, whole, points }: PartOfWhole, of: ScoringCase): Built {
  const full = statedPoints(points, of);
  if (of.result !== null && of.result.percent) {
    return {
      kind: "points",
      score: min(multiply(full, asShare(of.result).expression), full),
      actual: of.result.expression,
    };
  }
  const [top] = of.context.facts.find([part]).flatMap(({ quantity }) => operandOf(quantity) ?? []);
  const [bottom] = of.context.facts.find([whole]).flatMap(({ quantity }) => operandOf(quantity) ?? []);
  if (top === undefined || bottom === undefined) return absent(of, `“${part}”与“${whole}”的比率`);
  const none = compare(bottom.expression, "=", constant(exact(0)));
  if (bottom.value.equals(0)) {
    // No cases at all: the indicator does not apply (rules catalogue N6); at 0/0 the setting says what that is worth.
    const { zeroBudget } = of.context.settings;
    const note = notes.zeroBudget(
      of.entry.cell,
      `${part}占${whole}的比率`,
      { full: "按满分处理", zero: "按 0 分处理", ask: "留待人工评分" }[zeroBudget],
    );
    const why = `“${whole}”为 0，不能计算比率`;
    if (!top.value.equals(0)) return judgement(why);
    if (zeroBudget === "ask") return judgement(why, [note]);
    const atZero = zeroBudget === "full" ? full : constant(exact(0), "points");
    return {
      kind: "points",
      score: guarded(none, atZero, min(multiply(full, divide(top.expression, bottom.expression)), full), {
        then: "分子、分母均为 0",
      }),
      notes: [note],
    };
  }
  const rate = step("比率", "percent", divide(top.expression, bottom.expression));
  return { kind: "points", score: guarded(none, message(JUDGED), min(multiply(full, rate), full)) };
}

/** `开展绩效监控的项目数量/项目总数×4分` (rules catalogue N6). */
export const partOfWhole: RuleKind<PartOfWhole> = {
  name: "part-of-whole",
  label: "占比乘以分值",
  parse: (plain) => {
    const [, part, whole, points] = PART_OF_WHOLE.exec(plain) ?? [];
    return part === undefined || whole === undefined
      ? null
      : { part, whole, points: points === undefined ? null : decimal(points) };
  },
  print: ({ part, whole, points }) => `${part}/${whole}×${points === null ? "分值" : `${points}分`}`,
  build,
  most: ({ points }, full) => (points === null ? full : exact(points)),
};
