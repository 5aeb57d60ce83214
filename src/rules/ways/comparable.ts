import { exact, HUNDRED } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import { speakNumber } from "../../expr/explain";
import type { Finding } from "../../model/finding";
import type { Quantity } from "../../model/quantity";
import type { ScoringCase } from "../kind";
import { notes } from "../notes";
import { asShare, inUnitOf, operandOf, type Operand } from "../operand";
import { arePerDifferentPeriods, cannotCompare } from "./units";

/** Target and result brought to one unit, or why they cannot be. */
export type Comparable =
  | {
      readonly target: Operand;
      readonly result: Operand;
      readonly shown: { readonly target: Operand; readonly result: Operand };
      readonly notes: readonly Finding[];
    }
  | { readonly why: string };

const PERCENT_WORDS = ["百分比", "百分点", "个百分点"];

/** Brings a numeric target and result together: shares without a percent sign, 元 with 万元. */
export function comparable(
  of: ScoringCase,
  targetOperand: Operand | null = operandOf(of.target),
): Comparable {
  const target = targetOperand === null ? null : withPercentUnit(targetOperand);
  const result = of.result === null ? null : withPercentUnit(of.result);
  if (target === null || result === null) return { why: "目标或完成情况没有可计算的数值" };
  const shown = { target, result };
  if (target.percent !== result.percent) {
    const bare = target.percent ? result : target;
    if (bare.unit !== null)
      return { why: `目标“${textOf(of.target)}”与完成情况“${textOf(of.actual)}”单位不同，不能直接比较` };
    if (isAmbiguousShare(target, result))
      return { why: `看不出“${textOf(of.actual)}”是比率还是百分数，请补上百分号` };
    const note =
      of.target?.unit === "%" || bare === target
        ? signNote(bare, target.percent ? of.actual : of.target)
        : [];
    return { target: asShare(target), result: asShare(result), shown, notes: note };
  }
  if (isBareBesidePermille(target, result) || isBareBesidePermille(result, target))
    return { why: `看不出“${textOf(of.actual)}”是比率还是千分数，请补上千分号` };
  if (result.unit !== null && arePerDifferentPeriods(target.unit, result.unit))
    return {
      why: `目标“${textOf(of.target)}”与完成情况“${textOf(of.actual)}”不是同一期间的数，请换算成同一期间后评分`,
    };
  if (cannotCompare(target.unit, result.unit))
    return { why: `目标的单位“${target.unit ?? ""}”与完成情况的单位“${result.unit ?? ""}”不能直接比较` };
  return { target, result: inUnitOf(result, target), shown, notes: [] };
}

/** 百分比 beside a number is a percent sign. */
export function withPercentUnit(operand: Operand): Operand {
  if (operand.unit === null || !PERCENT_WORDS.includes(operand.unit)) return operand;
  return asShare({ ...operand, unit: null });
}

/** A target of a few per cent beside a bare `1`: 100% or 1%? More than ten times the share one way and at most that the other cannot be told. */
function isAmbiguousShare(target: Operand, result: Operand): boolean {
  const [share, bare] = target.percent ? [target.value, result.value] : [result.value, target.value];
  const tenfold = share.mul(10);
  return (
    bare.compare(exact("1.5")) <= 0 && bare.compare(tenfold) > 0 && bare.div(HUNDRED).compare(tenfold) <= 0
  );
}

/** A bare `0.0045` beside 4‰: the share itself, or as many thousandths? */
const isBareBesidePermille = (sure: Operand, bare: Operand): boolean =>
  sure.unit === "‰" &&
  bare.unit === null &&
  bare.value.compare(0) > 0 &&
  bare.value.mul(10).compare(sure.value) < 0;

function signNote(bare: Operand, quantity: Quantity | null): Finding[] {
  if (quantity?.cell == null || bare.value.compare(exact("1.5")) <= 0) return [];
  return [notes.percentSign(quantity.cell, quantity.text, `${toDecimal(bare.value)}%`)];
}

export const textOf = (quantity: Quantity | null): string => quantity?.text.trim() ?? "";

/** The result as its cell states it, or the number that base data give where none is typed. */
export const resultText = ({ actual, measure, result }: ScoringCase): string =>
  measure === null || result === null ? textOf(actual) : spoken(result);

/** An operand's number as an explanation speaks it. */
export function spoken(operand: Operand): string {
  return speakNumber(operand.value, operand.percent ? "percent" : "amount", operand.unit ?? "");
}
