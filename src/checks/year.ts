import type { CellAddress } from "../expr/cell";
import type { ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName, type EvaluationForm, type Field } from "../model/form";
import type { Check, CheckSubject } from "./check";
import { onlyEvaluation } from "./shared/scored-rows";
import { clauses } from "./shared/wording";

const CODE = "year";

/**
 * A year that a text speaks of as its own: `2021年项目`, `2021年度`. Left alone: months and deadlines (2021年12月, 2025年底),
 * comparisons (较2022年, 比2022年), spans (2021—2025年, 自2020年) and numbers of documents (财预〔2020〕10号).
 */
const OWN_YEAR =
  /(?<![\d〔[【(（])(?<!(?:较|比|与|同|于|自|从|至|到|截至|截止|上年|[-—–~～至])\s*)(20\d\d)年(?!\s*(?:\d|[一二三四五六七八九十]+月|底|末|初|以来|[-—–~～至到]|相比|同期|的?基础))/g;

/** Texts and targets speak of the evaluated year (rules catalogue §10.18; report 2 scores 2021 in a form of 2023). */
export const year: Check = {
  code: CODE,
  describe: "表内文字所指年度与评价年度一致",
  run: (subject) => [...subject.evaluations.flatMap(evaluationFindings), ...titleFindings(subject)],
};

function evaluationFindings({ form }: ScoredEvaluation): Finding[] {
  if (form.year === null) return [];
  const own = form.year;
  const texts = form.indicators.flatMap(({ rule, target, actual, ...entry }) => [
    { text: leafName(entry), cell: entry.cell },
    ...(rule === null ? [] : [rule]),
    ...(target?.nature === "words" && target.cell !== null ? [{ text: target.text, cell: target.cell }] : []),
    ...(actual?.nature === "words" && actual.cell !== null ? [{ text: actual.text, cell: actual.cell }] : []),
  ]);
  return [...distinct(texts).flatMap((field) => strayYears(field, own)), ...pastDeadlines(form, own)];
}

function strayYears({ text, cell }: Field, own: string): Finding[] {
  if (!/20\d\d年/.test(text)) return [];
  const years = new Set([...text.matchAll(OWN_YEAR)].map(([, found = ""]) => found));
  // A text that names the evaluated year beside another compares the two.
  if (text.includes(`${own}年`)) return [];
  return [...years].map((found) => raised(cell, found, own));
}

/** A deadline before the evaluated year is a template that was not updated. */
function pastDeadlines({ indicators }: EvaluationForm, own: string): Finding[] {
  return indicators.flatMap(({ target, cell }) => {
    const found = target?.nature === "date" ? (/^20\d\d/.exec(target.date ?? "")?.[0] ?? own) : own;
    return found < own ? [raised(target?.cell ?? cell, found, own)] : [];
  });
}

/** Titles of the budget tables beside the only evaluation. */
function titleFindings({ recognition, evaluations }: CheckSubject): Finding[] {
  const own = onlyEvaluation(evaluations)?.form.year ?? null;
  if (own === null) return [];
  return recognition.budgets.flatMap(({ title }) => (title === null ? [] : strayYears(title, own)));
}

function raised(cell: CellAddress, found: string, own: string): Finding {
  return finding({
    code: CODE,
    severity: "warning",
    cell,
    message: clauses(`文字写的是 ${found} 年，评价年度为 ${own} 年`, "请核对是否未更新"),
    stated: found,
    computed: own,
  });
}

function distinct(texts: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return texts.filter(({ cell: { row, column } }) => {
    const key = `${row},${column}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
