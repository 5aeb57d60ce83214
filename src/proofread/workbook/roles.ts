import { nameKey } from "../labels";
import type { Reading } from "../reading";
import type { TextNumber } from "../text-model";
import type { Mention } from "../grammar/mentions";
import type { FactRole } from "./facts";

/** The role that a number of the text has, by its words; the first that fits. */
const ROLES: readonly (readonly [FactRole, (number: TextNumber, words: string) => boolean])[] = [
  [
    "rate",
    ({ kind }, words) =>
      kind === "rate" &&
      /执行率|支出率|支出进度|执行进度|使用率|预算完成率|完成(?:年初|全年|调整)?预算/.test(words),
  ],
  [
    "points",
    ({ kind }, words) => (kind === "points" || kind === "bare") && /满分|分值|权重|总分值|标准分/.test(words),
  ],
  [
    "score",
    ({ kind }, words) =>
      (kind === "points" || kind === "bare") && /得分|评分|自评分|总分|计分|得$/.test(words),
  ],
  [
    "initial-budget",
    ({ kind }, words) => kind !== "rate" && /年初(?:批复)?预算|年初安排|年初部门预算/.test(words),
  ],
  [
    "executed",
    ({ kind }, words) =>
      isAmount(kind) &&
      /执行(?!率)|支出(?!预算)|支付|使用|拨付|开支|花费/.test(words) &&
      !/预算数?$|到位|未|结余/.test(words),
  ],
  [
    "budget",
    ({ kind }, words) =>
      isAmount(kind) &&
      /预算|安排|下达|批复|资金总额|总投资|项目资金|到位|投入/.test(words) &&
      !/结余|未|调增|调减|追加/.test(words),
  ],
  [
    "target",
    ({ hold }, words) => hold === "limit" || /目标(?:值)?|计划|不低于|不少于|不超过|拟|应/.test(words),
  ],
];

function isAmount(kind: TextNumber["kind"]): boolean {
  return kind === "money" || kind === "bare";
}

/** What a number of the text says of itself. */
export interface Saying {
  readonly number: TextNumber;
  readonly role: FactRole | null;
  /** Its words without those of its role: what is left names the subject. */
  readonly subject: string;
  /** The name before it, without whose it is: 年初预算 of 本单位年初预算为. */
  readonly name: string;
  /** All its words. */
  readonly words: string;
  /** It stands in a numbered paragraph: its score may be of a section. */
  readonly isNumbered: boolean;
  /** What it stands under: 绩效目标, 完成情况. */
  readonly stage: "planned" | "actual" | "past" | "";
}

const ROLE_WORDS =
  /年初|全年|调整后?|当年|本年度?|年度|预算(?:数|资金|安排|总额|执行率|完成率)?|执行(?:数|率|进度|金额)?|实际|已|共|累计|支出(?:率|进度|数)?|支付|使用(?:率)?|拨付|安排|下达|批复|资金(?:总额|来源)?|项目|财政|金额|总额|合计|绩效|自评|评价|综合|得分|评分|总分|分值|满分|完成(?:值|率)?|指标|达到?|为|是|目标|计划|投资|投入|其中|本|该|我(?:单位|局|部门)?|单位|部门|数|的|了|率|总|全部|完|到位|截至|底|末|省级?|市级?|县级?|中央|各级|年|月|日|情况/g;

const WHOSE =
  /^(?:本单位|本部门|我单位|我局|我部门|我县|我市|我区|全县|全市|全省|全区|本次|本项目|本年度?|实际)+/;

/** The subject, which is "" for a number of the whole project. */
function subjectOf(words: string): string {
  return nameKey(words).replace(/\d+/g, "").replace(ROLE_WORDS, "");
}

/** A name that says only what a number is, not whose. */
export function isGeneric(name: string): boolean {
  return subjectOf(name).length < 2;
}

export function sayingOf(reading: Reading, number: TextNumber, mention: Mention | undefined): Saying {
  const words = mention?.words ?? cellWords(reading, number);
  const headings = reading.headingsOf(number.passage).join("|");
  const found = ROLES.find(([, fits]) => fits(number, words));
  const isPast =
    /上年|去年|同期|上一年/.test(words) ||
    (number.year !== null && reading.year !== null && number.year < reading.year);
  const isPlanned =
    found?.[0] === "target" || (/目标|计划/.test(headings) && !/完成情况|实际|自评/.test(headings));
  return {
    number,
    role: found?.[0] ?? null,
    subject: subjectOf(words),
    name: nameKey(number.label).replace(WHOSE, ""),
    isNumbered: (reading.passages[number.passage]?.level ?? 0) > 0,
    words: nameKey(`${words}${number.noun}`),
    stage: isPast
      ? "past"
      : isPlanned
        ? "planned"
        : /完成|实际|结果/.test(`${headings}${words}`)
          ? "actual"
          : "",
  };
}

/** In a table: the row's words and the header of the column. */
function cellWords(reading: Reading, number: TextNumber): string {
  const table = reading.tableOf.get(number.passage);
  const row = table?.rows.find(({ passage }) => passage === number.passage);
  const header = number.column === null ? "" : (table?.header[number.column] ?? "");
  const name =
    row?.cells.slice(0, number.column ?? 0).findLast((cell) => /\p{Script=Han}{2}/u.test(cell)) ??
    number.label;
  return header === name ? name : `${name}${header}`;
}
