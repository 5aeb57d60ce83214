import { sumOf } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import { ONE, ZERO } from "../../expr/exact";
import { roundHalfUp } from "../../expr/rounding";
import { toDecimal } from "../../expr/decimal";
import type { Reading, Relation } from "../reading";
import { digits, estimate, printedText, relation, spoken, told, valueOf } from "../relation";
import { only } from "../roles";
import type { TextNumber, TextRelation } from "../text-model";

const FORMS = /问卷|调查表|调查/;
const RETURNED = /回收|收回|有效|收集/;
/** What people tick, said after the share: 67.18%的受访干警表示非常满意. */
const ANSWERED =
  /^ ?的?[^,。;\d]{0,20}(?:表示|认为|选择|觉得|评价为?)|^ ?[^,。;\d]{0,4}(?:非常|比较|很|基本|不)?满意/;
const SATISFIED = /表示[^,。;]{0,6}满意|^(?:(?!不满意).){0,6}满意/;
const OVERALL = /(?:总体|整体|综合|总)?满意[率度]$/;

/** Shares of single answers are whole numbers of questionnaires; satisfied answers make the overall share. */
export const questionnaires: Relation = (reading) => {
  const forms = formsOf(reading);
  const overalls = reading.numbers
    .filter((number) => number.kind === "rate" && number.hold === "stated" && number.column === null)
    .filter(({ label }) => OVERALL.test(label))
    .slice(0, 20);
  const groups = reading.sentences
    .map((sentence) => sentence.filter((number) => isAnswer(reading, number)))
    .filter((answers) => answers.length >= 2);
  return [
    ...groups.flatMap((answers) => (forms === null ? [] : answers.map((share) => whole(share, forms)))),
    ...groups.flatMap((answers) => overall(reading, overalls, answers)),
    ...returnedForms(reading),
  ];
};

function isAnswer({ passages }: Reading, { kind, hold, passage, end, column }: TextNumber): boolean {
  return (
    kind === "rate" &&
    hold === "stated" &&
    column === null &&
    ANSWERED.test((passages[passage]?.text ?? "").slice(end, end + 40))
  );
}

function formCounts({ numbers }: Reading): TextNumber[] {
  return numbers.filter(({ unit, label, hold }) => unit === "份" && hold === "stated" && FORMS.test(label));
}

/** The questionnaires that were answered; null where the text has several surveys. */
function formsOf(reading: Reading): TextNumber | null {
  const counts = formCounts(reading);
  const returned = counts.filter(({ label }) => RETURNED.test(label));
  return only(returned.length > 0 ? returned : counts);
}

function whole(share: TextNumber, forms: TextNumber): TextRelation {
  const number = valueOf(forms);
  const answers = share.printed.value.mul(number);
  const nearest = roundHalfUp(answers, 0);
  const holds = !number.equals(ZERO) && judge(share.printed, nearest.div(number)) === "holds";
  const how = `×${digits(forms)}份=${toDecimal(answers, 2)}份，非整数，最近`;
  const should = number.equals(ZERO) ? ONE : nearest.div(number);
  return told(
    { kind: "questionnaire", stated: share, how, what: "占比", of: [forms] },
    holds ? "holds" : "fails",
    printedText(share),
    spoken(share, should),
  );
}

/** 非常满意 + 比较满意 = 整体满意率, with or without 基本满意. */
function overall(
  { passages }: Reading,
  overalls: readonly TextNumber[],
  answers: readonly TextNumber[],
): TextRelation[] {
  const satisfied = answers.filter(({ passage, end }) =>
    SATISFIED.test((passages[passage]?.text ?? "").slice(end, end + 30)),
  );
  const stated = overalls.find(({ offset }) => !answers.some((answer) => answer.offset === offset));
  if (stated === undefined || satisfied.length < 2) return [];
  const claim = (of: readonly TextNumber[]): TextRelation =>
    relation({
      kind: "questionnaire",
      stated,
      should: sumOf(of.map(estimate)),
      how: of.map(digits).join("+"),
      of,
    });
  const claims = satisfied.slice(1).map((_answer, at) => claim(satisfied.slice(0, at + 2)));
  // An overall share of other questions is another number; only one that fits is concluded.
  return claims.filter(({ verdict }) => verdict !== "fails").slice(0, 1);
}

function returnedForms(reading: Reading): TextRelation[] {
  return reading.sentences.flatMap((sentence) => {
    const forms = sentence.filter(({ unit, hold }) => unit === "份" && hold === "stated");
    const issued = forms.find(({ label }) => /发放|发出/.test(label));
    const returned = forms.find(
      ({ label, offset }) => /回收|收回/.test(label) && issued !== undefined && offset > issued.offset,
    );
    if (issued === undefined || returned === undefined) return [];
    const verdict = valueOf(returned).compare(valueOf(issued)) <= 0 ? "holds" : "fails";
    return [
      told(
        { kind: "questionnaire", stated: returned, how: "不应多于发放数，发放" },
        verdict,
        printedText(returned),
        printedText(issued),
      ),
    ];
  });
}
