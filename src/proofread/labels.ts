/** Words that say nothing about what is counted, by where they stand. */
const LIST_WORDS =
  /^(?:[一二三四五六七八九十]{1,2}是|其中|包括|分别(?:为|是)?|即|及|和|与|以及|并|且|但|而|另|另外|此外|同时|主要(?:是|为)|具体(?:为|是)|的|对|将)+[:,]?/;
const TIME =
  /^(?:截至|截止|(?:至|到)(?=\d))?(?:(?:19|20)\d\d年度?|年度)?(?:\d{1,2}月份?(?:\d{1,2}日)?)?(?:底(?=,|$)|止)?/;
const VERBS =
  /(?:分别)?(?:为|是|达到|达|计为|即|有|约|近|合计|共计|总计|累计|共有|计|共|仅|实有|等|按|控制在|完成|了|超过|不低于|不少于|不超过|不高于|至少|以上|以下|[=:≥≤<>＞＜-])+$/;
const QUOTES = /["“”‘’'《》<>「」\s*$_]/g;
const LONGEST = 24;

/** 省级财政预算安排资金 of `2023年省级财政预算安排资金为`: without years, list words and the verb. */
export function labelOf(words: string): string {
  let label = words.replace(QUOTES, "");
  label = label.slice(-LONGEST * 2);
  for (let before = ""; before !== label;) {
    before = label;
    label = label.replace(LIST_WORDS, "").replace(TIME, "");
  }
  for (let before = ""; before !== label;) {
    before = label;
    label = label.replace(VERBS, "");
  }
  return label.slice(-LONGEST);
}

// Where the thing that is counted ends and the sentence goes on.
const NOUN_END =
  /的|在职|实际|进行|均|由|等|存在|开展|开通|有|为|申请|已|被|按|于|和|与|及|管辖|提交|参加|完成|得到|用于|全部|以上|以下|左右|共|是|在|列|代|未|实现|组成|中|设|需|能|可|就|表示|认为|选择|提供|实行|接入|执行|纳入|享受|专项|涉及|占/;
const HAN_RUN = /^ ?[\p{Script=Han}]{1,12}/u;

/** 监狱 of `家监狱的医保`: the noun after number and unit; "" where none follows. */
export function nounAfter(words: string): string {
  const run = HAN_RUN.exec(words)?.[0].trim() ?? "";
  const cut = NOUN_END.exec(run);
  return cut === null ? run.slice(0, 10) : run.slice(0, cut.index);
}

/** For comparing names: without blanks, brackets and what stands in them, quotes and a unit. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[([【〔].*?[)\]】〕]/g, "")
    .replace(/[\s"“”‘’'《》:：、，,。*$_-]/g, "")
    .replace(/^(?:其中|指标)/, "");
}
