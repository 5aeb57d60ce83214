import type { LeftOutAs } from "./text-model";

/** A numeral with the characters around it; `before` and `after` are short windows. */
export interface Numeral {
  readonly digits: string;
  readonly before: string;
  readonly after: string;
}

const YEAR = /^(?:19|20)\d\d$/;
const SPAN = "[-—–~～至到]+";
const TO_A_YEAR = new RegExp(`^ ?${SPAN} ?(?:19|20)\\d\\d`);
const FROM_A_YEAR = new RegExp(`(?:19|20)\\d\\d ?年? ?${SPAN} ?$`);
const TO_A_DATE = new RegExp(`^ ?${SPAN} ?\\d{1,2} ?(?:月|日|号)`);

/** 调查表200份, 人大代表20人, 事项6项: what is counted follows without a blank. */
const COUNTED = /^(?:份|个|张|人|项(?!目)|幅|件|条|次|家|名|户)/;

/** Each row: what the numeral is, and how its surroundings show it. The first that fits decides. */
const RULES: readonly (readonly [LeftOutAs, (numeral: Numeral) => boolean])[] = [
  [
    "document-number",
    ({ digits, before, after }) =>
      YEAR.test(digits) && /[〔[【(] ?$/.test(before) && /^ ?[\]〕】)]/.test(after),
  ],
  ["document-number", ({ before }) => /[〔[【(] ?(?:19|20)\d\d ?[\]〕】)] ?第? ?$/.test(before)],
  ["document-number", ({ before, after }) => /第 ?$/.test(before) && /^ ?[号条款项章节]/.test(after)],
  ["year", ({ digits, after }) => YEAR.test(digits) && /^ ?年(?!限)/.test(after)],
  [
    "year",
    ({ digits, before, after }) => YEAR.test(digits) && (TO_A_YEAR.test(after) || FROM_A_YEAR.test(before)),
  ],
  [
    "date",
    ({ digits, after }) => /^\d{1,2}$/.test(digits) && /^ ?(?:月|日|号|时(?!效|间)|点(?!位|钟))/.test(after),
  ],
  ["date", ({ digits, after }) => /^\d{1,2}$/.test(digits) && TO_A_DATE.test(after)],
  [
    "date",
    ({ digits, before, after }) =>
      /^\d{1,4}$/.test(digits) &&
      (/^[-./]\d{1,2}[-./]\d{1,2}(?!\d)/.test(after) ||
        /(?:19|20)\d\d[-./]$|(?:19|20)\d\d[-./]\d{1,2}[-./]$/.test(before)) &&
      !/^\d*%/.test(after),
  ],
  ["document-number", ({ after }) => /^ ?号(?!码)/.test(after)],
  [
    "table-number",
    ({ before, after }) =>
      /(?:附件|附录|专栏|公式|事项|第[一二三四五六七八九十]部分) ?$/.test(before)
        ? !COUNTED.test(after)
        : /(?:表|图) ?$/.test(before) &&
          !(
            COUNTED.test(after) &&
            /[\p{Script=Han}]{2}$/u.test(before.trimEnd()) &&
            !/(?:附|见|如|及|和|与|下|上|续)[表图] ?$/.test(before)
          ),
  ],
  [
    "list-number",
    ({ digits, before, after }) => /^\d{1,2}$/.test(digits) && /\( ?$/.test(before) && /^ ?\)/.test(after),
  ],
  [
    "list-number",
    ({ digits, before, after }) =>
      /^\d{1,2}$/.test(digits) &&
      /(?:^|[。;:,]) *$/.test(before) &&
      /^ ?[、)](?!\d)|^ ?\.(?= ?[\p{Script=Han}《"“])/u.test(after),
  ],
  [
    "list-number",
    ({ digits, before, after }) =>
      /^\d{1,2}$/.test(digits) && /[》)] +$/.test(before) && /^ ?\. ?[\p{Script=Han}《"“\d]/u.test(after),
  ],
  [
    "list-number",
    ({ digits, before, after }) =>
      /^\d{1,2}$/.test(digits) && / $/.test(before) && /^ ?\. ?[\p{Script=Han}《]/u.test(after),
  ],
  ["list-number", ({ before }) => /第 ?$/.test(before)],
  [
    "phone",
    ({ digits, before, after }) =>
      (/^\d{3,4}$/.test(digits) && /^-\d{7,8}(?!\d)/.test(after)) ||
      (/^\d{7,8}$/.test(digits) && /(?:^|\D)\d{3,4}-$/.test(before)),
  ],
  [
    "phone",
    ({ digits, before }) => /^1\d{10}$/.test(digits) || /(?:电话|手机|传真|邮编)[:为]? ?$/.test(before),
  ],
  ["code", ({ digits }) => /^\d{12,}$/.test(digits)],
  [
    "code",
    ({ digits, before, after }) => /^\d+$/.test(digits) && /[[【] ?$/.test(before) && /^ ?[\]】]/.test(after),
  ],
  ["code", ({ before, after }) => /[A-Za-z_]$/.test(before) || /^[A-Za-z](?!m|g|W)/.test(after)],
  ["formula", ({ before }) => /[×*÷] ?$/.test(before)],
  [
    "formula",
    ({ digits, after, before }) =>
      digits === "100" && /^ ?%? ?[)]? ?[=×]/.test(after) && /[×*÷(]/.test(before),
  ],
];

/** What a numeral is when it states no fact; null for one that does. */
export function leftOutAs(numeral: Numeral): LeftOutAs | null {
  return RULES.find(([, fits]) => fits(numeral))?.[0] ?? null;
}
