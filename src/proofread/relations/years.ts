import type { Reading, Relation } from "../reading";
import { message } from "../relation";
import type { TextRelation } from "../text-model";

/** A year that qualifies what is evaluated: 2021年项目绩效自评, 2021年度部门整体支出. */
const OWN_YEAR =
  /(?<![\d〔[【(《])(20\d\d) ?年度?(?=(?:度|县级|市级|省级|部门|单位|预算|项目|整体|财政|绩效)[^,。;]{0,20}(?:绩效|项目|支出|自评))/g;
const SCORED = /得(?:分)?[为]? ?\d|扣 ?\d|× ?\d|评分标准|考核/;
const COMPARED = /较|比|同期|上年|去年|以前年度|历年|结转|印发|通知|办法|意见|规定|[《〈]/;
const TITLE = /绩效(?:自评|评价)(?:报告|结果|工作)/;

/** Scoring texts speak of the evaluated year; another year there is a template that was not updated. */
export const years: Relation = ({ passages, year }: Reading) => {
  if (year === null) return [];
  return passages.flatMap((passage) => {
    if (passage.kind === "row" || !SCORED.test(passage.text)) return [];
    const stray = new Map<string, TextRelation>();
    for (const match of passage.text.matchAll(OWN_YEAR)) {
      const said = match[1] ?? "";
      const clause = clauseAround(passage.text, match.index);
      if (
        said === year ||
        said > year ||
        clause.includes(year) ||
        COMPARED.test(clause) ||
        TITLE.test(clause) ||
        stray.has(said)
      )
        continue;
      stray.set(said, {
        kind: "year",
        verdict: "fails",
        severity: "warning",
        offset: passage.offsetOf(match.index),
        inputs: [],
        sentence: clause,
        stated: said,
        computed: year,
        says: `所写年度${said}与评价年度${year}不符，请核对是否未更新`,
        message: message(clause, `所写年度${said}与评价年度${year}不符，请核对是否未更新`),
        cell: null,
      });
    }
    return [...stray.values()];
  });
};

function clauseAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 60), at);
  const cut = Math.max(...[..."。;,:"].map((mark) => before.lastIndexOf(mark)));
  const after = /^[^。;,]*/.exec(text.slice(at, at + 60))?.[0] ?? "";
  return before.slice(cut + 1) + after;
}
