import type { StatedNumber } from "../../model/workbook";
import { compact } from "../../text/characters";
import { nameKey } from "../../text/keys";

/** What a row of 报告数字 states, by its words: each kind has its own check. */
export type StatedKind = "sample-share" | "declared-count" | "grade" | "other";

const SAMPLE_SHARE = /(?:抽查|抽样|抽检|样本).*(?:比例|占比|比率|比重|覆盖率)|(?:比例|占比).*(?:抽查|抽样)/;
const GRADE = /等级|等次/;
const SCORE = /得分|总分|分值|权重/;
const COUNT =
  /(?:单位|指标|项目|家|户|个|份|样本|问卷|监狱|学校|企业|机构|部门|街道|乡镇|村)(?:总)?(?:数|个数)|家数|份数|户数|个数|[（(](?:家|个|份|户)[)）]/;

export function kindOfStated({ item, stated }: StatedNumber): StatedKind {
  const words = nameKey(item.text, ["brackets"]);
  if (SAMPLE_SHARE.test(words)) return "sample-share";
  if (GRADE.test(words)) return "grade";
  const whole = stated.value?.d === 1n && !/[%％]/.test(stated.text);
  return whole && COUNT.test(compact(item.text)) && !SCORE.test(words) ? "declared-count" : "other";
}
