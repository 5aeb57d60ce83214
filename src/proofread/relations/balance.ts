import { differenceOf, sumOf, type Estimate } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import type { Reading, Relation } from "../reading";
import { alike, digits, estimate, printedText, relation, told, valueOf } from "../relation";
import { distinct, isOverall, only, roleOf, type AmountRole } from "../roles";
import type { TextNumber, TextRelation } from "../text-model";

const MOST_ROWS = 40;
const YEARS_INCOME = /^(?:当年|本年|全年|年度|总)?收入(?:总额|合计|总计)?$/;
const YEARS_SPENDING = /^(?:当年|本年|全年|年度|总)?支出(?:总额|合计|总计)?$/;

/** 预算 − 支出 = 结余 in a sentence or form; 年初结余 + 收入 − 支出 = 年末结余 in a paragraph; income covers spending. */
export const balance: Relation = (reading) => [
  ...groupsOf(reading).flatMap(remainder),
  ...reading.byPassage.flatMap(carriedOver),
  ...reading.byPassage.flatMap(spendingOverIncome),
];

function groupsOf({ sentences, tables }: Reading): (readonly TextNumber[])[] {
  const forms = tables
    .filter(({ rows }) => rows.length <= MOST_ROWS)
    .map(({ rows }) => rows.flatMap(({ numbers }) => numbers));
  return [...sentences, ...forms].map((group) =>
    group.filter(({ kind, column }) => kind === "money" || (kind === "bare" && column !== null)),
  );
}

function having(numbers: readonly TextNumber[], ...roles: readonly AmountRole[]): TextNumber[] {
  return numbers.filter((number) => {
    const role = roleOf(number);
    return number.hold === "stated" && role !== null && roles.includes(role);
  });
}

function remainder(numbers: readonly TextNumber[]): TextRelation[] {
  const left = only(having(numbers, "balance"));
  const spent = only(having(numbers, "spent"));
  if (left === null || spent === null || numbers.length > 12) return [];
  const before = numbers.filter(({ offset, hold }) => offset < spent.offset && hold === "stated");
  // `专项业务经费5万元，支出2.97万元，剩余2.03万元`: of three amounts the first is what there was.
  const whole =
    only(having(numbers, "budget")) ??
    only(having(numbers, "received")) ??
    (numbers.length === 3 ? only(before) : null);
  if (whole === null || valueOf(whole).compare(valueOf(spent)) < 0) return [];
  const returned = having(numbers, "returned");
  const [l = left, w = whole, s = spent, ...r] = alike([left, whole, spent, ...returned]);
  const difference = differenceOf(estimate(w), estimate(s));
  const how = `${digits(whole)}-${digits(spent)}`;
  if (r.length === 0)
    return [relation({ kind: "balance", stated: l, should: difference, how, of: [whole, spent] })];
  const less = r.reduce<Estimate>((rest, part) => differenceOf(rest, estimate(part)), difference);
  const candidates = [less, difference].map((should, at) =>
    relation({ kind: "balance", stated: l, should, how: at === 0 ? [how, ...r.map(digits)].join("-") : how }),
  );
  return candidates.filter(({ verdict }) => verdict !== "fails").slice(0, 1);
}

function carriedOver(numbers: readonly TextNumber[]): TextRelation[] {
  const opening = only(having(numbers, "opening"));
  const closing = only(having(numbers, "closing"));
  if (opening === null || closing === null || numbers.length > 60) return [];
  const incomes = distinct(whole(having(numbers, "income")));
  const spendings = distinct(whole(having(numbers, "spent")));
  const pairs = incomes.flatMap((income) => spendings.map((spent) => [income, spent] as const));
  if (pairs.length === 0 || pairs.length > 9) return [];
  const claims = pairs.map(([income, spent]) => {
    const [c = closing, o = opening, i = income, s = spent] = alike([closing, opening, income, spent]);
    return relation({
      kind: "balance",
      stated: c,
      should: differenceOf(sumOf([estimate(o), estimate(i)]), estimate(s)),
      how: `${digits(opening)}+${digits(income)}-${digits(spent)}`,
      of: [opening, income, spent],
    });
  });
  const fitting = claims.find(({ verdict }) => verdict !== "fails");
  return fitting !== undefined ? [fitting] : claims.length === 1 ? claims : [];
}

/** Income and spending of the whole body: the largest of those that are not of one fund or purpose. */
function whole(numbers: readonly TextNumber[]): TextNumber[] {
  const overall = numbers.filter(({ label }) => isOverall(label));
  const largest = (overall.length > 0 ? overall : numbers).reduce<TextNumber | null>(
    (most, number) => (most === null || valueOf(number).compare(valueOf(most)) > 0 ? number : most),
    null,
  );
  return largest === null ? [] : [largest];
}

/** 当年收入 A、支出 B with B above A, and no money carried over that could pay for it. */
function spendingOverIncome(numbers: readonly TextNumber[]): TextRelation[] {
  if (having(numbers, "opening", "closing", "balance").length > 0) return [];
  const income = numbers.find(({ label, kind }) => kind === "money" && YEARS_INCOME.test(label));
  const spent = numbers.find(
    ({ label, kind, sentenceNumber }) =>
      kind === "money" && YEARS_SPENDING.test(label) && sentenceNumber === income?.sentenceNumber,
  );
  if (income === undefined || spent === undefined || valueOf(spent).compare(valueOf(income)) <= 0) return [];
  if (judge(spent.printed, estimate(income)) !== "fails") return [];
  const claim = {
    kind: "balance",
    stated: spent,
    how: "且未写明结转，当年收入",
    severity: "warning",
  } as const;
  return [told(claim, "fails", printedText(spent), printedText(income))];
}
