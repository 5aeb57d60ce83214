import { exact, parseDecimal } from "../../expr/exact";
import { DEFAULT_GRADE_SCALE, gradeOf, type GradeBand, type GradeScale } from "../../model/grade";
import type { ProofreadSubject, Reading, Relation } from "../reading";
import { printedText, told, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";

const GRADE_SAID =
  /(?:等级|等次|评级|结果|评定|结论)[^优良中差合。;]{0,6}["“”]?(优秀|良好|中等|合格|不合格|优|良|中|差)["“”]?(?![\p{Script=Han}])/gu;
const SCORE = /得分|评分|总分|总绩效/;
const BAND =
  /(\d{2,3}(?:\.\d+)?) ?分?(?:\(含\)|以上)?[^\d优良中差]{0,10}(?:\d{2,3} ?分?(?:\(不?含\)|以下)?)?[^\d优良中差]{0,4}["“”]?(优|良|中)["“”]?/g;

/** The printed grade is that of the printed score, on the bands that the text or the workbook states. */
export const grades: Relation = (reading, subject) => {
  const scale = bandsOfText(reading) ?? scaleOf(subject);
  return reading.passages.flatMap((passage, at) => {
    const scores = (reading.byPassage[at] ?? []).filter(
      ({ kind, label, hold }) => kind === "points" && hold === "stated" && SCORE.test(label),
    );
    const said =
      passage.kind === "prose"
        ? [...passage.text.matchAll(GRADE_SAID)].filter(
            ({ index }) => !/分[为以]?下?[,、]?$/.test(passage.text.slice(0, index)),
          )
        : [];
    const [grade] = said;
    const score = scores.findLast(({ start }) => grade !== undefined && start < grade.index);
    if (
      said.length !== 1 ||
      grade === undefined ||
      score === undefined ||
      grade.index - score.end > 60 ||
      valueOf(score).compare(100) > 0
    )
      return [];
    return compared(score, (grade[1] ?? "").slice(0, 1), scale);
  });
};

function compared(score: TextNumber, stated: string, scale: GradeScale): TextRelation[] {
  const should = gradeOf(valueOf(score), scale)?.slice(0, 1) ?? null;
  // 合格 and its like are on another scale than 优良中差.
  if (should === null || !scale.bands.some(({ grade }) => grade.startsWith(stated))) return [];
  const verdict = should === stated ? "holds" : "fails";
  return [
    told(
      { kind: "grade", stated: score, how: `${printedText(score)}按分档应`, what: "评价等级" },
      verdict,
      stated,
      should,
    ),
  ];
}

function scaleOf({ recognition, evaluations }: ProofreadSubject): GradeScale {
  return recognition.gradeScale ?? evaluations[0]?.gradeScale ?? DEFAULT_GRADE_SCALE;
}

/** 90(含)—100分为优、80(含)—90分为良、60(含)—80分为中. */
function bandsOfText({ passages }: Reading): GradeScale | null {
  const passage = passages.find(
    ({ text }) => /分[^,。;、]{0,3}优/.test(text) && /分[^,。;、]{0,3}良/.test(text),
  );
  if (passage === undefined) return null;
  const bands: GradeBand[] = [...passage.text.slice(0, 4000).matchAll(BAND)].flatMap(
    ([, from = "", grade = ""]) => {
      const value = parseDecimal(from);
      return value === null ? [] : [{ grade, from: value }];
    },
  );
  const falling = bands.every(({ from }, at) => at === 0 || from.compare(bands[at - 1]?.from ?? 101) < 0);
  if (bands.length !== 3 || bands.map(({ grade }) => grade).join("") !== "优良中" || !falling) return null;
  return { bands: [...bands, { grade: "差", from: exact(0) }], cell: null };
}
