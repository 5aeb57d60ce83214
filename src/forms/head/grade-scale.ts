import type { CellAddress } from "../../expr/cell";
import { exact, parseDecimal, ZERO, type Exact } from "../../expr/exact";
import type { GradeBand, GradeScale } from "../../model/grade";
import { compact } from "../../text/characters";

const GRADE = "优秀|优|良好|良|中等|中|合格|基本合格|较低|低|较差|差|不合格|[一二三四五]等|[一二三四五]级";
const NUMBER = "(\\d{1,3}(?:\\.\\d+)?)";
const INCLUDED = "(?:\\(含\\d*分?\\))?";
/** `90(含)-100分为优`, `60分以下为差`, `≥90分为优`. */
const NUMBER_FIRST = new RegExp(
  `([≥>≤<]?)${NUMBER}分?${INCLUDED}(?:(?:-|—|–|~|至|到)+${NUMBER}分?${INCLUDED})?(及?以上|及?以下|以内|不足)?(?:\\(不?含\\d*分?\\))?(?:的)?(?:分)?[:,]?(?:评定|等级|评)?(?:为|是|属于|得)[“"]?(${GRADE})`,
  "g",
);
/** `优(90-100)`, `良：80-89分`, `差(60分以下)`, `优秀（得分≥90）`. */
const GRADE_FIRST = new RegExp(
  `(${GRADE})[”"]?(?:等?级)?[([:]?(?:得分|总分|评分|分数|S|s)?([≥>≤<]?)${NUMBER}分?${INCLUDED}(?:(?:≤|<)(?:得分|总分|评分|分数|S|s|X|x)(?:<|≤)${NUMBER}|(?:-|—|–|~|至|到)+${NUMBER})?分?${INCLUDED}(及?以上|及?以下|以内|不足)?`,
  "g",
);

/** A scale of at least three bands stated in a text; null for any other text. Bands include their lower bound (rules catalogue §7). */
export function gradeScaleIn(text: string, cell: CellAddress): GradeScale | null {
  if (text.length < 12 || text.length > 600 || !/优|[一]等|一级/.test(text) || !/\d/.test(text)) return null;
  const tight = compact(text)
    .replace(/低于(\d+(?:\.\d+)?)分?/g, "$1分以下")
    .replace(/不足(\d+(?:\.\d+)?)分?/g, "$1分以下");
  const bands = longest(numberFirst(tight), gradeFirst(tight));
  const sorted = [...new Map(bands.map((band) => [band.grade, band])).values()].sort((a, b) =>
    b.from.compare(a.from),
  );
  const distinct = new Set(sorted.map(({ from }) => from.toFraction())).size;
  if (sorted.length < 3 || distinct !== sorted.length || (sorted[0]?.from.compare(exact(100)) ?? 0) > 0)
    return null;
  if ((sorted[0]?.from.compare(exact(50)) ?? 0) < 0) return null;
  const last = sorted.at(-1);
  return last ? { bands: [...sorted.slice(0, -1), { ...last, from: ZERO }], cell } : null;
}

const longest = (a: GradeBand[], b: GradeBand[]): GradeBand[] => (b.length > a.length ? b : a);

function numberFirst(text: string): GradeBand[] {
  return [...text.matchAll(NUMBER_FIRST)].flatMap(([, sign = "", low = "", high, side = "", grade = ""]) =>
    band(grade, sign, low, high, side),
  );
}

function gradeFirst(text: string): GradeBand[] {
  return [...text.matchAll(GRADE_FIRST)].flatMap(
    ([, grade = "", sign = "", low = "", upper, high, side = ""]) =>
      band(grade, sign, low, upper ?? high, side),
  );
}

function band(grade: string, sign: string, low: string, high: string | undefined, side: string): GradeBand[] {
  const below = /下|内|不足/.test(side) || sign === "<" || sign === "≤";
  const numbers = [low, high].flatMap((number) => (number === undefined ? [] : (parseDecimal(number) ?? [])));
  const least = numbers.reduce<Exact | null>(
    (found, number) => (found === null || number.compare(found) < 0 ? number : found),
    null,
  );
  return least === null ? [] : [{ grade, from: below && high === undefined ? ZERO : least }];
}
