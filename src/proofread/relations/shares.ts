import { exact } from "../../expr/exact";
import { nameKey } from "../labels";
import type { Reading, Relation } from "../reading";
import { valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";
import { claimOf } from "./rates";

const SHARE_OF = /占(.{2,16}?)的?(?:比例|比重|比率|总数|总量|总额)?(?:达到?|为|约)?$/;
const OF_TARGET = /(?:目标|任务|计划|指标)[^\d。;]{0,8}$/;
const RECOVERY = /回收率$|有效率$/;
/** 参合 (新农合) and 参保 are the same people. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/参合/g, "参保"],
  [/人员|人数|人口/g, "人"],
];
const NEAR = exact("0.15");

/** 占 B 的比例, 完成目标 B 的, 问卷回收率: rates that say themselves what they are of. */
export const shares: Relation = (reading) => {
  const names = new Map<string, TextNumber[]>();
  for (const number of reading.numbers) {
    if (number.kind !== "count" && number.kind !== "money") continue;
    const end = synonyms(nameKey(number.label)).slice(-3);
    const known = names.get(end);
    if (known === undefined) names.set(end, [number]);
    else if (known.length < 20) known.push(number);
  }
  return reading.numbers.flatMap((rate) => {
    if (rate.kind !== "rate" || rate.column !== null) return [];
    const sentence = reading.sentenceOf.get(rate.sentenceNumber) ?? [];
    const before = sentence.filter(({ offset, hold }) => offset < rate.offset && hold !== "range").slice(-40);
    return [
      ...shareOf(rate, before, names),
      ...ofWhole(reading, rate, before),
      ...ofTarget(reading, rate, before),
      ...recovered(rate, before),
    ];
  });
};

function synonyms(name: string): string {
  return SAME_WORDS.reduce((words, [from, to]) => words.replace(from, to), name);
}

function shareOf(
  rate: TextNumber,
  before: readonly TextNumber[],
  names: ReadonlyMap<string, readonly TextNumber[]>,
): TextRelation[] {
  const of = SHARE_OF.exec(rate.label)?.[1];
  if (of === undefined || rate.hold !== "stated") return [];
  const key = synonyms(nameKey(of));
  const wholes = (names.get(key.slice(-3)) ?? []).filter(
    ({ label, offset }) => offset !== rate.offset && synonyms(nameKey(label)).endsWith(key),
  );
  const parts = before.filter(({ kind }) => kind === "count" || kind === "money");
  return nearest(rate, parts, wholes);
}

/** `支出合计 A，其中：基本支出 B，占 p%`: of the number right before 其中. */
function ofWhole({ passages }: Reading, rate: TextNumber, before: readonly TextNumber[]): TextRelation[] {
  const text = passages[rate.passage]?.text ?? "";
  const part = before.at(-1);
  if (part === undefined || !/^占(?:比|总额|总数|合计)?的?$/.test(rate.label) || rate.start - part.end > 8)
    return [];
  const mark = text.lastIndexOf("其中", part.start);
  const whole = before.findLast(({ end }) => end <= mark);
  if (whole === undefined || mark - whole.end > 4 || whole.kind !== part.kind) return [];
  return nearest(rate, [part], [whole]);
}

/** 完成目标30.29万人的101.75%: the nearest amount before the target that gives the rate. */
function ofTarget({ passages }: Reading, rate: TextNumber, before: readonly TextNumber[]): TextRelation[] {
  const text = passages[rate.passage]?.text ?? "";
  const target = before.at(-1);
  if (
    target === undefined ||
    !/^的 ?$/.test(text.slice(target.end, rate.start)) ||
    !OF_TARGET.test(text.slice(Math.max(0, target.start - 16), target.start))
  )
    return [];
  const parts = before.slice(0, -1).filter((part) => baseUnit(part.unit) === baseUnit(target.unit));
  return nearest(rate, parts, [target]);
}

/** 发放 200 份，回收 196 份，回收率 98%. */
function recovered(rate: TextNumber, before: readonly TextNumber[]): TextRelation[] {
  if (!RECOVERY.test(rate.label)) return [];
  const forms = before.filter(({ unit }) => unit === "份");
  const issued = forms.find(({ label }) => /发放|发出/.test(label));
  const returned = forms.filter(({ label }) => /回收|收回|有效/.test(label));
  return issued === undefined || returned.length === 0 ? [] : nearest(rate, returned, [issued, ...returned]);
}

function nearest(
  rate: TextNumber,
  parts: readonly TextNumber[],
  wholes: readonly TextNumber[],
): TextRelation[] {
  const pairs = parts
    .flatMap((part) =>
      wholes
        .filter((whole) => whole !== part && compatible(part, whole) && !valueOf(whole).equals(0))
        .map((whole) => ({ part, whole })),
    )
    .map((pair) => ({
      ...pair,
      off: valueOf(pair.part).div(valueOf(pair.whole)).sub(rate.printed.value).abs(),
    }))
    .sort((a, b) => a.off.compare(b.off));
  const [first] = pairs;
  if (first === undefined) return [];
  const found = claimOf(rate, first.part, first.whole);
  return found.verdict !== "fails" || first.off.compare(rate.printed.value.abs().mul(NEAR)) <= 0
    ? [found]
    : [];
}

/** 人次 are counted against 人 as well. */
function compatible(part: TextNumber, whole: TextNumber): boolean {
  const [a, b] = [baseUnit(part.unit), baseUnit(whole.unit)];
  return part.kind === whole.kind && (a === b || (a === "人次" && b === "人"));
}
