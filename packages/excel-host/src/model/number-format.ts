/** A text in quotes, a sign after `\\`, `_` or `*`, a note in brackets: what may stand between the codes. */
const LITERAL = /"[^"]*"|[\\_*].|\[[^\]]*\]/gsu;

/** Signs that need no quotes, codes of numbers and dates, and any letter of another script than Latin. */
const BARE =
  /^(?:General|AM\/PM|A\/P|上午\/下午|[0#?.,%;/@$+\-(){}:!^&'~<>=\s]|E[+-]|[ymdhsaegbr]|[^\x00-\x7f])*$/iu;

/** Whether Excel takes the text for a number format: at most four sections, 255 characters, nothing left open. */
export function isNumberFormat(format: string): boolean {
  if (format.length > 255) return false;
  const bare = format.replace(LITERAL, "");
  return BARE.test(bare) && bare.split(";").length <= 4;
}
