import { toDecimal } from "../expr/decimal";
import { addUp, ONE, ZERO, type Exact } from "../expr/exact";
import { roundHalfUp } from "../expr/rounding";
import { finding, type Finding } from "../model/finding";
import type { BaseDatum, SurveyEntry, SurveyTable } from "../model/workbook";
import type { Check } from "./check";
import { likelyCause } from "../printed/causes";
import { enteredShare } from "./shared/entered-share";
import { productOf, exactly, sumOf, type Estimate } from "../printed/estimate";
import { estimateOf, isUnknown, judge, printed, speakLike, type Printed } from "../printed/precision";
import { clauses, named } from "./shared/wording";

const CODE = "satisfaction-share";

/** Answers that people tick: a share of them is a whole number of questionnaires. */
const ANSWER = /满意|一般|不了解|不清楚|说不清|^(?:很|非常|比较|较|基本)?好$|^差$/;
const POSITIVE = /^(?:非常|很|十分|比较|较|基本)?满意$/;
const MILDLY_POSITIVE = /^(?:基本|较)满意$/;

/** Shares × questionnaires are whole numbers, Σ positive shares (or Σ weight × share) = overall (rules catalogue §10.15). */
export const satisfactionShare: Check = {
  code: CODE,
  describe: "满意度各项占比与问卷份数相符，整体满意率等于满意各项之和",
  run: ({ recognition }) =>
    recognition.surveys.flatMap((survey) => [
      ...shareFindings(survey),
      ...countFindings(survey),
      ...overallFinding(survey),
    ]),
};

function isAnswer({ name, weight }: SurveyEntry): boolean {
  return weight === null && ANSWER.test(answerName(name.text)) && !/满意度|满意率/.test(name.text);
}

function answerName(text: string): string {
  return text.replace(/[\s“”"]|[（(].*?[)）]|^[A-E][.、．]/g, "");
}

function shareFindings(survey: SurveyTable): Finding[] {
  const forms = survey.returned ?? survey.issued;
  const number = wholeNumber(forms);
  if (number === null) return [];
  return survey.entries.filter(isAnswer).flatMap((entry) => {
    const share = enteredShare(entry.share);
    const cell = entry.share?.cell ?? entry.name.cell;
    if (share === null) return [];
    if (entry.count?.value != null) return shareOfCount(entry, share, entry.count.value, number);
    const nearest = roundHalfUp(share.value.mul(number), 0);
    if (judge(share, nearest.div(number)) === "holds") return [];
    const answers = toDecimal(share.value.mul(number), 2);
    const message = clauses(
      `${named(entry.name.text)}${share.text}×${toDecimal(number)} 份=${answers} 份，不是整数`,
      "请核对占比或份数",
    );
    return [
      finding({
        code: CODE,
        severity: "error",
        cell,
        message,
        stated: share.text,
        computed: speakLike(share, nearest.div(number)),
      }),
    ];
  });
}

function shareOfCount(
  { name, share: quantity }: SurveyEntry,
  share: Printed,
  count: Exact,
  number: Exact,
): Finding[] {
  const should = count.div(number);
  if (judge(share, should) === "holds") return [];
  const computed = speakLike(share, should);
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: quantity?.cell ?? name.cell,
      message: clauses(
        `${named(name.text)}占比为 ${share.text}，份数相除为 ${computed}`,
        likelyCause(share, should),
        "请更正",
      ),
      stated: share.text,
      computed,
    }),
  ];
}

/** 回收 ≤ 发放, and the counts of all answers are the questionnaires. */
function countFindings({ issued, returned, entries }: SurveyTable): Finding[] {
  const [out, back] = [wholeNumber(issued), wholeNumber(returned)];
  const findings: Finding[] = [];
  if (out !== null && back !== null && returned !== null && back.compare(out) > 0) {
    const message = clauses(`回收问卷 ${toDecimal(back)} 份多于发放 ${toDecimal(out)} 份`, "请核对");
    findings.push(
      finding({
        code: CODE,
        severity: "error",
        cell: returned.quantity.cell ?? returned.cell,
        message,
        stated: toDecimal(back),
        computed: toDecimal(out),
      }),
    );
  }
  const counts = entries.flatMap((entry) => entry.count?.value ?? []);
  const [forms, total] = returned !== null && back !== null ? [returned, back] : [issued, out];
  if (forms === null || total === null || counts.length < 2 || counts.length < entries.length)
    return findings;
  const should = addUp(counts);
  // Counts of several questions add up to several times the questionnaires: only one question can be judged.
  if (should.equals(total) || (out !== null && should.equals(out)) || should.compare(total.mul(2)) >= 0)
    return findings;
  const message = clauses(`问卷为 ${toDecimal(total)} 份，各项份数之和为 ${toDecimal(should)} 份`, "请核对");
  return [
    ...findings,
    finding({
      code: CODE,
      severity: "error",
      cell: forms.quantity.cell ?? forms.cell,
      message,
      stated: toDecimal(total),
      computed: toDecimal(should),
    }),
  ];
}

function overallFinding({ overall, entries }: SurveyTable): Finding[] {
  const stated = enteredShare(overall?.quantity ?? null);
  if (entries.some(({ share }) => isUnknown(share))) return [];
  const should = entries.some((entry) => entry.weight !== null) ? weighted(entries) : positive(entries);
  const [first] = should;
  if (
    overall === null ||
    stated === null ||
    first === undefined ||
    should.some((sum) => judge(stated, sum) !== "fails")
  )
    return [];
  const computed = speakLike(stated, first.face);
  const how = entries.some((entry) => entry.weight !== null) ? "各组加权" : "满意各项之和";
  const cell = overall.quantity.cell ?? overall.cell;
  return [
    finding({
      code: CODE,
      severity: "error",
      cell,
      message: clauses(
        `整体满意度为 ${stated.text}，${how}为 ${computed}`,
        likelyCause(stated, first.face),
        "请更正",
      ),
      stated: stated.text,
      computed,
    }),
  ];
}

/** Whether 基本满意 counts as satisfied is for the survey to say: both readings are allowed. */
function positive(entries: readonly SurveyEntry[]): Estimate[] {
  const shares = entries.filter((entry) => isAnswer(entry) && POSITIVE.test(answerName(entry.name.text)));
  const strict = shares.filter((entry) => !MILDLY_POSITIVE.test(answerName(entry.name.text)));
  return [shares, strict].flatMap((kept) => {
    const estimates = kept.flatMap((entry) => enteredShare(entry.share) ?? []).map(estimateOf);
    return estimates.length === 0 || estimates.length < kept.length ? [] : [sumOf(estimates)];
  });
}

function weighted(entries: readonly SurveyEntry[]): Estimate[] {
  const groups = entries.flatMap(({ share, weight }) => {
    const value = enteredShare(share);
    return value === null || weight?.value == null
      ? []
      : [{ share: estimateOf(value), weight: weight.value }];
  });
  const weights = addUp(groups.map((group) => group.weight));
  if (groups.length < entries.length || weights.equals(ZERO)) return [];
  return [sumOf(groups.map(({ share, weight }) => productOf(share, exactly(weight.div(weights)))))];
}

function wholeNumber(datum: BaseDatum | null): Exact | null {
  const value = printed(datum?.quantity)?.value ?? null;
  return value !== null && value.d === 1n && value.compare(ONE) >= 0 ? value : null;
}
