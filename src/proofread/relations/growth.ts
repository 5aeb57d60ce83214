import { differenceOf, quotientOf, sumOf, negative, type Estimate } from "../../printed/estimate";
import { exactly } from "../../printed/estimate";
import { ONE } from "../../expr/exact";
import type { Reading, Relation } from "../reading";
import { digits, estimate, relation } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

const UP = /(?:增长|增加|上升|提高|提升|增幅)(?:了|率)?(?:为|达到?)?$/;
const DOWN = /(?:下降|减少|降低|降幅|压减)(?:了|率)?(?:为|达到?)?$/;
const BEFORE = /上年|去年|同期|基期|[较比与](?:19|20)\d\d年/;
const FROM_TO = /[由从][^\d]{0,12}$/;
const TO = /(?:增|升|提|降|减)[^\d,。;]{0,3}(?:到|至)[^\d]{0,4}$/;

/** `由 A 增加到 B，增长 p%`, `上年 A，今年 B，增长 p%`, `B，较上年增加 C，增长 p%`. */
export const growth: Relation = (reading) =>
  reading.sentences.flatMap((sentence) =>
    sentence.flatMap((rate, at) => {
      const up = UP.test(rate.label);
      if (rate.kind !== "rate" || rate.hold !== "stated" || (!up && !DOWN.test(rate.label))) return [];
      const before = sentence
        .slice(Math.max(0, at - 3), at)
        .filter(({ kind }) => kind === "money" || kind === "count");
      const [a, b] = before.slice(-2);
      if (a === undefined || b === undefined || baseUnit(a.unit) !== baseUnit(b.unit)) return [];
      return twoNumbers(reading, rate, a, b, up);
    }),
  );

function twoNumbers(
  { passages }: Reading,
  rate: TextNumber,
  a: TextNumber,
  b: TextNumber,
  up: boolean,
): TextRelation[] {
  const text = passages[rate.passage]?.text ?? "";
  const [beforeA, beforeB] = [a, b].map(({ start }) => text.slice(Math.max(0, start - 16), start)) as [
    string,
    string,
  ];
  if (FROM_TO.test(beforeA) && TO.test(beforeB)) return [changed(rate, a, b, up)];
  const isChange = UP.test(b.label) || DOWN.test(b.label);
  if (isChange && BEFORE.test(b.label) && UP.test(b.label) === up) return changeOf(rate, a, b, up);
  if (isChange) return [];
  if (BEFORE.test(a.label)) return [changed(rate, a, b, up)];
  return BEFORE.test(b.label) ? [changed(rate, b, a, up)] : [];
}

/** The sign of a fall is in the word: 下降 5% of 100 to 95. */
function signed(value: Estimate, up: boolean): Estimate {
  return up ? value : negative(value);
}

function changed(rate: TextNumber, old: TextNumber, now: TextNumber, up: boolean): TextRelation {
  const ratio = quotientOf(estimate(now), estimate(old));
  const should = ratio === null ? estimate(rate) : signed(differenceOf(ratio, exactly(ONE)), up);
  return relation({ kind: "growth", stated: rate, should, how: `${digits(now)}÷${digits(old)}-1` });
}

/** `今年 B，较上年增加 C`: C ÷ (B − C). */
function changeOf(rate: TextNumber, now: TextNumber, change: TextNumber, up: boolean): TextRelation[] {
  const old = up ? differenceOf(estimate(now), estimate(change)) : sumOf([estimate(now), estimate(change)]);
  const should = quotientOf(estimate(change), old);
  const how = `${digits(change)}÷(${digits(now)}${up ? "-" : "+"}${digits(change)})`;
  return should === null ? [] : [relation({ kind: "growth", stated: rate, should, how })];
}
