import { readNumeral } from "../../quantities/chinese-numerals";
import type { Relation } from "../reading";
import { message, printedText } from "../relation";
import { roleOf } from "../roles";
import type { TextNumber } from "../text-model";

const DECLARED = /(?:金额|数据|数字)[^。;,]{0,6}(?:均|统一|一律)?保留(?:到)?([一二两三四]|\d)位小数/;

/** 金额均保留两位小数: then every amount has two. */
export const decimals: Relation = (reading) =>
  reading.passages.flatMap((passage, at) => {
    const match = DECLARED.exec(passage.text);
    if (match === null) return [];
    const word = match[1] ?? "";
    const places = /\d/.test(word) ? Number(word) : (readNumeral(word) ?? 2);
    const amounts = reading.numbers.filter(isAmount);
    const other = amounts.find(({ printed }) => printed.places !== places);
    const declared = `保留${word}位小数`;
    const found = other === undefined ? declared : printedText(other);
    const start = passage.offsetOf(match.index);
    const sentence = passage.text.slice(Math.max(0, match.index - 20), match.index + 60);
    const body = `声明${declared}，而文中有${found}，请统一`;
    return [
      {
        kind: "decimals" as const,
        verdict: other === undefined ? ("holds" as const) : ("fails" as const),
        severity: "warning" as const,
        offset: at === -1 ? 0 : start,
        inputs: [],
        sentence,
        stated: declared,
        computed: found,
        says: body,
        message: message(sentence, body),
        cell: null,
      },
    ];
  });

function isAmount(number: TextNumber): boolean {
  return (
    (number.kind === "money" && number.unit !== "元") ||
    (number.kind === "bare" && number.column !== null && roleOf(number) !== null)
  );
}
