import { HUNDRED, exact } from "../expr/exact";
import {
  compare,
  conditional,
  constant,
  min,
  step,
  type Expression,
  type StepNode,
} from "../expr/expression";
import { plainWording } from "../text/plain-wording";
import { ANY_NUMBER, decimal } from "../rules/wordings";

/** Below `under` per cent of execution the total is at most `most`. */
export interface CapStep {
  readonly under: string;
  readonly most: string;
}

/** 预算执行率低则总分封顶: steps from the lowest execution rate upward. */
export interface TotalCap {
  readonly steps: readonly CapStep[];
}

const CAPPED = String.raw`(?:的)?,?(?:的?项目)?(?:评价|自评)?总(?:得)?分(?:最高)?(?:不(?:得)?超过|不高于|封顶为?|以内?)(${ANY_NUMBER})分?|(?:的)?,?不(?:得)?超过(${ANY_NUMBER})分?`;
const BETWEEN = new RegExp(
  String.raw`^(?:预算)?(?:执行率)?(?:在)?(${ANY_NUMBER})%(?:\(含\))?(?:-|至|到)(${ANY_NUMBER})%(?:之间)?(?:${CAPPED})$`,
);
const BELOW = new RegExp(String.raw`^(?:预算)?(?:执行率)?(?:低于|小于|<|不足)(${ANY_NUMBER})%(?:${CAPPED})$`);
const TAIL = /[;,]?(?:超出|超过)部分(?:予以)?扣减$/;

/** `执行率70%-80%总分不超过89分;60%-70%不超过79分;低于60%不超过69分;低于50%不超过59分,超出部分扣减` (rules catalogue N21). Null for other texts. */
export function readTotalCap(text: string): TotalCap | null {
  const clauses = plainWording(text)
    .replace(TAIL, "")
    .split(/[;,](?=(?:预算)?(?:执行率)?(?:在)?(?:\d|低于|小于|<|不足))/);
  const steps = clauses.map((clause) => {
    const between = BETWEEN.exec(clause);
    const below = BELOW.exec(clause);
    const under = between?.[2] ?? below?.[1];
    const most = between?.[3] ?? between?.[4] ?? below?.[2] ?? below?.[3];
    return under === undefined || most === undefined ? null : { under: decimal(under), most: decimal(most) };
  });
  const read = steps.filter((each) => each !== null);
  if (read.length !== steps.length || !/执行率/.test(text)) return null;
  return { steps: [...read].sort((a, b) => exact(a.under).compare(exact(b.under))) };
}

export function printTotalCap({ steps }: TotalCap): string {
  return steps.map(({ under, most }) => `执行率低于${under}%的,总分不超过${most}分`).join(";");
}

/** The total after the cap, its own line in the working paper; bounds belong to the higher step (70% is not below 70%). */
export function cappedTotal({ steps }: TotalCap, total: Expression, executionRate: Expression): StepNode {
  const capped = steps.reduceRight<Expression>(
    (rest, { under, most }) =>
      conditional(
        compare(executionRate, "<", constant(exact(under).div(HUNDRED), "percent")),
        min(total, constant(most, "points")),
        rest,
        {
          then: `预算执行率低于 ${under}%，总分不超过 ${most} 分`,
        },
      ),
    total,
  );
  return step("封顶后总分", "points", capped);
}
