import { HUNDRED, ONE, exact } from "../../expr/exact";
import type { Quantity } from "../../model/quantity";
import { isPercent } from "../operand";

const NUMBER = String.raw`(\d+(?:\.\d+)?)(?![\d.年月日号])`;
const BOUND = new RegExp(
  `(?:[≥≤><=]|达到?|低于|少于|超过|高于|大于|小于|不足|完成|实现|控制在)${NUMBER}(%?)|(?<![\\d.第月])${NUMBER}(?:(%)|[^\\d;,%]{0,3}?及?以[上内下])`,
  "g",
);

export const namesBound = (condition: string): boolean => condition.search(BOUND) >= 0;

/** Whether a condition (`满意度达到95%`, `完成10次`) names another number than the target: nobody can tell which of them counts. */
export function namesOtherBound(condition: string, target: Quantity | null): boolean {
  return [...condition.matchAll(BOUND)].some(([, before, sign, behind = "", percent]) => {
    const isShare = (sign ?? percent) === "%";
    const value = exact(before ?? behind).div(isShare ? HUNDRED : ONE);
    const isAmount = target !== null && !isPercent(target.unit);
    if (isShare && isAmount && value.equals(ONE)) return false;
    return isShare === isAmount || target?.value?.equals(value) !== true;
  });
}

/** `比上年每增加1件`, `低于平均水平每…`: held against a number that the form does not state. */
export const OTHER_BASE = /上年|上一年|去年|往年|同期|同比|环比|平均|基期/;

export const OTHER_BOUND = "评分标准写明的界限与指标值不同，请核对后人工评分";
