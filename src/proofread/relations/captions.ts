import type { Reading, Relation } from "../reading";
import { message } from "../relation";
import type { Passage, TextRelation } from "../text-model";

const CAPTION = /^(附?表|图) ?(\d{1,2})(?: ?[-.] ?(\d{1,2}))?(?=[^\d])(.{2,60})$/;
const SENTENCE = /[。;]|所示|如下|可见|可知/;

/** Every table and figure has a number of its own. */
export const captions: Relation = ({ passages }: Reading) => {
  const seen = new Map<string, { title: string; passage: Passage }>();
  return passages.flatMap((passage): TextRelation[] => {
    const match = passage.kind === "prose" ? CAPTION.exec(passage.text) : null;
    if (match === null || SENTENCE.test(passage.text)) return [];
    const [, sort = "", number = "", sub, rest = ""] = match;
    const label = `${sort}${number}${sub === undefined ? "" : `-${sub}`}`;
    const title = rest.trim();
    const earlier = seen.get(label);
    if (earlier === undefined) {
      seen.set(label, { title, passage });
      return [];
    }
    // A list of tables, and a table that goes on overleaf, repeat the caption.
    if (earlier.title === title || /续/.test(rest) || title === "") return [];
    const body = `编号${label}已用于“${earlier.title.slice(0, 12)}”，应顺延`;
    return [
      {
        kind: "caption",
        verdict: "fails",
        severity: "warning",
        offset: passage.offsetOf(0),
        inputs: [],
        sentence: passage.text,
        stated: label,
        computed: `${sort}${Number(number) + 1}`,
        says: body,
        message: message(passage.text, body),
        cell: null,
      },
    ];
  });
};
