import { fold } from "../text/characters";
import { namesIn, plainFormula, readQuotient, type PrintedFormula } from "./formula";

/** A printed formula, and what is said behind it of all its amounts: `，均按决算数`. */
export interface PrintedDefinition extends PrintedFormula {
  readonly stated: string;
}

const SCORING = /得分|分值|满分|扣|\d分|计分|评分|赋分|权重/;
const SENTENCES = /[。;；\n\r]+/;
const AFTER_FORMULA =
  /^(.+?)[,，](?:均|都|以上)?(?:按|以|取|用)?(?:照)?((?:年初|调整后?|全年)?(?:预算|决算|执行)数?)(?:计算|为准|口径)?$/;
const HAN = /\p{Script=Han}/u;

/**
 * The definitions that a text prints, in its order. `isDefining` is a column 计算公式 or 指标解释, where a formula needs no
 * name of its own; in 评分标准 a formula without a name may be how points are given.
 */
export function definitionsIn(text: string, isDefining: boolean): readonly PrintedDefinition[] {
  return fold(text)
    .split(SENTENCES)
    .flatMap((sentence) => {
      const found = inSentence(sentence.trim(), isDefining);
      return found === null ? [] : [found];
    });
}

function inSentence(sentence: string, isDefining: boolean): PrintedDefinition | null {
  if (sentence === "" || !/[÷/+=]|比率|比例|比值|比重|百分比/.test(sentence)) return null;
  const [, bare = sentence, stated = ""] = AFTER_FORMULA.exec(sentence) ?? [];
  const whole = formulaIn(bare, stated, isDefining);
  if (whole !== null) return whole;
  // `预算执行率=实际支出÷预算安排×100%,得分=分值×预算执行率`: the definition goes to the first comma.
  const [first = ""] = bare.split(",");
  return first === bare
    ? inWords(sentence, isDefining)
    : (formulaIn(first, stated, isDefining) ?? inWords(sentence, isDefining));
}

function formulaIn(text: string, stated: string, isDefining: boolean): PrintedDefinition | null {
  const plain = plainFormula(text).replace(/^(?:计算公式|公式|计算方法|指标解释|\d+[.、](?!\d))[::]?/, "");
  const [before = "", ...others] = plain.split("=");
  const isNamed = others.length === 1;
  if (others.length > 1 || SCORING.test(plain)) return null;
  const body = isNamed ? (others[0] ?? "") : before;
  if (!isNamed && !isDefining && !/×100%?$/.test(body)) return null;
  if (/[≥≤<>]/.test(plain)) return null;
  const read = readQuotient(body);
  if (read === null) return null;
  const names = [...namesIn(read.top), ...namesIn(read.bottom)];
  if (names.length < 2 || names.some((name) => !HAN.test(name) || name.length > 40 || /[,:]/.test(name)))
    return null;
  if (read.bottom === null && !isNamed) return null;
  if (read.bottom !== null && (namesIn(read.top).length === 0 || namesIn(read.bottom).length === 0))
    return null;
  return { name: isNamed ? before : null, ...read, text: body, stated };
}

/** `本年度实际在职人员数与编制数的比率` (指标解释 of 财预〔2013〕53号), `A占B的比重`. */
const IN_WORDS =
  /^(?:(?<name>[^:,与占]{2,20})(?:是指|指|为|:))?(?<top>[^,与占]{2,30}?)(?:与|占|和)(?<bottom>[^,与占]{2,30}?)(?:之间)?的?(?:比率|比例|比值|比重|百分比|之比)(?:[,].*)?$/u;

function inWords(sentence: string, isDefining: boolean): PrintedDefinition | null {
  if (!isDefining || SCORING.test(sentence)) return null;
  const { name, top, bottom } = IN_WORDS.exec(sentence)?.groups ?? {};
  if (top === undefined || bottom === undefined || !HAN.test(top) || !HAN.test(bottom)) return null;
  return {
    name: name ?? null,
    top: { kind: "name", name: top },
    bottom: { kind: "name", name: bottom },
    text: `${top}÷${bottom}`,
    stated: "",
  };
}
