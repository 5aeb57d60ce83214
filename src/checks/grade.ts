import { finding, type Finding } from "../model/finding";
import type { ResultCell } from "../model/form";
import type { ScoredEvaluation } from "../model/evaluation";
import { gradeOf, gradeOfRate, type GradeScale } from "../model/grade";
import type { StatedNumber } from "../model/workbook";
import type { Check, CheckSubject } from "./check";
import { isWhole } from "../model/scope";
import { groupKey, nameKey } from "../text/keys";
import { dimensionRows } from "./shared/dimension-rows";
import { dimensionNamed } from "./shared/groups";
import { onlyEvaluation, statedBy } from "./shared/scored-rows";
import { kindOfStated } from "./shared/stated-items";
import { clauses, named, points } from "./shared/wording";

const CODE = "grade";

/** The grade is the band of the score, of a dimension the band of its 得分率 (rules catalogue §10.16). */
export const grade: Check = {
  code: CODE,
  describe: "评价等级与得分所在档次一致",
  run: (subject) => [
    ...subject.evaluations.flatMap((evaluation) => [
      ...wholeFindings(evaluation),
      ...dimensionFindings(evaluation),
    ]),
    ...subject.recognition.stated
      .filter((row) => kindOfStated(row) === CODE)
      .flatMap((row) => statedGrade(row, subject)),
  ],
};

function wholeFindings(evaluation: ScoredEvaluation): Finding[] {
  const { form, score, enteredScore, gradeScale } = evaluation;
  const should = evaluation.grade ?? (enteredScore === null ? null : gradeOf(enteredScore, gradeScale));
  const spoken = score ?? enteredScore;
  const basis = spoken === null ? "" : `得分 ${points(spoken)} `;
  const cells = [...form.totals.filter(isWhole).map((total) => total.grade), form.statedGrade];
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    const key = cell === null ? "" : `${cell.cell.row},${cell.cell.column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return compared("评价等级", cell, should, basis, gradeScale);
  });
}

function dimensionFindings(evaluation: ScoredEvaluation): Finding[] {
  const { form, gradeScale } = evaluation;
  return dimensionRows(form).flatMap(({ name, grade: cell, scoreRate }) => {
    const printedRate = scoreRate?.entered.value ?? null;
    const should =
      dimensionNamed(evaluation, name)?.grade ??
      (printedRate === null ? null : gradeOfRate(printedRate, gradeScale));
    return compared(`${name}等级`, cell, should, "得分率", gradeScale);
  });
}

function compared(
  name: string,
  result: ResultCell | null,
  should: string | null,
  basis: string,
  scale: GradeScale,
): Finding[] {
  const own = statedBy(result);
  const word = own === null ? null : gradeWord(own.entered.text, scale);
  if (own === null || word === null || should === null || word === should) return [];
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: own.cell,
      message: clauses(`${named(name)}写为“${own.entered.text.trim()}”，${basis}属于“${should}”`, "请更正"),
      stated: own.entered.text.trim(),
      computed: should,
    }),
  ];
}

function statedGrade(row: StatedNumber, { evaluations }: CheckSubject): Finding[] {
  const evaluation = onlyEvaluation(evaluations);
  if (evaluation === null) return [];
  const { gradeScale } = evaluation;
  const word = gradeWord(row.stated.text, gradeScale);
  const computed = row.computed === null ? null : gradeWord(row.computed.text, gradeScale);
  const should = computed ?? gradeNamed(nameKey(row.item.text, ["brackets"]), evaluation);
  if (word === null || should === null || word === should) return [];
  const message = clauses(
    `${named(row.item.text)}报告为“${row.stated.text.trim()}”，按得分为“${should}”`,
    "请更正",
  );
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: row.stated.cell ?? row.item.cell,
      message,
      stated: row.stated.text.trim(),
      computed: should,
    }),
  ];
}

/** 过程指标等级 is the dimension's, 评价等级 the whole evaluation's. */
function gradeNamed(item: string, evaluation: ScoredEvaluation): string | null {
  const name = groupKey(item.replace(/(?:评价)?(?:等级|等次)$/, ""));
  return dimensionNamed(evaluation, name)?.grade ?? evaluation.grade;
}

/** `优秀`, `“优”`, `优等` are 优; null for a word that the scale does not know. */
export function gradeWord(text: string, scale: GradeScale): string | null {
  const plain = text.replace(/[\s“”"'《》（）()。]|等级|等次/g, "");
  const bands = scale.bands.map((band) => band.grade);
  return (
    bands.find((band) => band === plain) ??
    bands.find((band) => plain.startsWith(band)) ??
    bands.find((band) => plain !== "" && band.startsWith(plain)) ??
    null
  );
}
