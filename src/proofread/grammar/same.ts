import { estimate, printedText, relation, spoken, told } from "../relation";
import type { TextRelation } from "../text-model";
import { significantDigits } from "./claims";
import { agreement, nameOf, type Mention } from "./mentions";

const TELLING = 3;
const ALIKE = 0.6;
const MOST_ALIKE = 12;

/** The same fact said again with the same number: what confirms it. */
export function sameOf(mentions: readonly Mention[]): TextRelation[] {
  const seen = new Map<string, Mention[]>();
  return mentions.flatMap((mention, at) => {
    const converted = conversion(mentions[at - 1], mention);
    if (converted !== null) return [converted];
    if (
      mention.scaled === null ||
      mention.number.kind === "bare" ||
      significantDigits(mention.scaled) < TELLING
    )
      return [];
    const key = `${mention.number.kind}|${mention.unit ?? ""}|${mention.scaled}`;
    const known = seen.get(key) ?? [];
    if (known.length < MOST_ALIKE) seen.set(key, [...known, mention]);
    const name = subjectOf(mention);
    const twin = known.find((other) => agreement(subjectOf(other), name) >= ALIKE);
    if (twin === undefined) return [];
    return [
      told(
        { kind: "restated", stated: mention.number, how: "另处", of: [twin.number] },
        "holds",
        printedText(mention.number),
        spoken(mention.number, twin.value),
      ),
    ];
  });
}

/** `1500000元（150万元）`, `12000万元，即1.2亿元`: one amount in two units. */
function conversion(first: Mention | undefined, second: Mention): TextRelation | null {
  if (
    first?.number.kind !== "money" ||
    second.number.kind !== "money" ||
    first.number.passage !== second.number.passage
  )
    return null;
  if (
    first.number.unit === second.number.unit ||
    !/^(?:[(]|[,(]?(?:即|折合|合计|合|也就是))$/.test(second.lead)
  )
    return null;
  return relation({
    kind: "restated",
    stated: second.number,
    should: estimate(first.number),
    how: "换算",
    of: [first.number],
    severity: "error",
  });
}

/** With what stands behind the number: 2179万元乡村振兴资金. */
function subjectOf({ words, number }: Mention): string {
  const name = nameOf(words);
  return name.length >= 2 ? name : `${name}${number.noun}`;
}
