import { finding } from "../model/finding";
import { leafName, type Field, type IndicatorEntry } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { clauses } from "./shared/wording";

const CODE = "template-residue";

/** Prompts of the blank form, and what stands for a name that was never filled in (rules catalogue E7). */
const PROMPT = /字以内|请填写|请说明|请简要|填写说明|结合自评情况|××|XX|[〇○]{2}|\*{2,}|…|^指标\d+[:：]?$/;
/** `1.预算执行率=…；未达到90%的需说明原因（100字以内）` is printed in the form, and nobody is to delete it. */
const PRINTED_NOTE = /执行率\s*[=＝]/;
const ZERO_REASON = /^[0０]$/;

/** `农村低保标准(≥**元/人·月)` of a common indicator list, with its target in the target's own cell. */
const isStandardName = (entry: IndicatorEntry): boolean =>
  /\*{2,}/.test(leafName(entry)) && entry.target !== null && entry.target.nature !== "empty";

/** Nothing of the blank template is left in the filled form. */
export const templateResidue: Check = {
  code: CODE,
  describe: "没有遗留的模板提示语、占位文字",
  run: forEachEvaluation(({ form }) => {
    const fields: Field[] = [
      ...(form.title === null ? [] : [form.title]),
      ...form.indicators
        .filter((entry) => !isStandardName(entry))
        .map((entry) => ({ text: leafName(entry), cell: entry.cell })),
    ];
    const reasons = [...form.indicators, ...form.funds].flatMap(({ reason }) =>
      reason === null ? [] : [reason],
    );
    return [
      ...fields.filter(({ text }) => PROMPT.test(text)),
      ...reasons.filter(
        ({ text }) => (PROMPT.test(text) && !PRINTED_NOTE.test(text)) || ZERO_REASON.test(text.trim()),
      ),
    ].map(({ text, cell }) => {
      const shown = text.trim().slice(0, 20);
      return finding({
        code: CODE,
        severity: "note",
        cell,
        message: clauses(`“${shown}”像是模板遗留的文字`, "请填写或删除"),
        stated: text.trim(),
      });
    });
  }),
};
