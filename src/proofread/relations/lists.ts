import { exactly, sumOf } from "../../printed/estimate";
import { addUp, ZERO } from "../../expr/exact";
import type { Reading, Relation } from "../reading";
import { alike, digits, estimate, printedText, relation, told, valueOf } from "../relation";
import { only, roleOf } from "../roles";
import type { TextNumber, TextRelation } from "../text-model";

const LEADS = /(?:如下|明细|具体(?:为|是|有)|包括|分别(?:为|是))[:。]?$/;
const ITEM = /^[-\s]*(?:\( ?(\d{1,2}) ?\)|(\d{1,2}) ?[、.)])/;
const OF_ITEMS = /项目|个|项|条|类|笔/;
const ALL_SPENT = /(?:已|均已)?全部(?:支出|支付|拨付|使用|执行)|支出完毕|执行完毕/;
const NOT_SPENT = /未(?:拨付|支出|支付|使用|执行|到位)|尚未/;
const SPENT = /支出|上缴|支付|使用|拨付/;
const FEWEST = 3;

interface Item {
  readonly text: string;
  readonly numbers: readonly TextNumber[];
}

/** `…共 9 个项目，预算金额 A，支出 B。具体如下：1、… 2、…`: the items' count and sums are those announced. */
export const lists: Relation = (reading) =>
  reading.passages.flatMap((lead, at) => {
    if (lead.kind !== "prose" || !LEADS.test(lead.text)) return [];
    const items = itemsAfter(reading, at);
    const announced = (reading.byPassage[at] ?? []).filter(({ hold }) => hold === "stated");
    if (items.length < FEWEST || announced.length === 0) return [];
    return [...counted(announced, items), ...amounts(announced, items), ...spent(announced, items)];
  });

/** The numbered paragraphs 1, 2, 3 …, and one of the same kind without a number at their end. */
function itemsAfter({ passages, byPassage }: Reading, lead: number): Item[] {
  const items: Item[] = [];
  for (let at = lead + 1; at < passages.length; at += 1) {
    const passage = passages[at];
    if (passage === undefined || passage.kind === "row" || passage.level === 1 || passage.level === 2) break;
    const numbering = ITEM.exec(passage.text);
    const numbers = byPassage[at] ?? [];
    const continues = numbering !== null && Number(numbering[1] ?? numbering[2]) === items.length + 1;
    const isTail = numbering === null && items.length >= FEWEST && startsLikeAnItem(passage.text, numbers);
    if (!continues && !isTail) break;
    items.push({ text: passage.text, numbers });
    if (isTail) break;
  }
  return items;
}

function startsLikeAnItem(text: string, [first]: readonly TextNumber[]): boolean {
  return (
    first !== undefined &&
    first.kind === "money" &&
    first.start <= 40 &&
    !/[,。;:]/.test(text.slice(0, first.start))
  );
}

/** 共 9 个项目: the last of the counts that the lead adds up. */
function counted(announced: readonly TextNumber[], items: readonly Item[]): TextRelation[] {
  const counts = announced.filter(
    ({ kind, unit, noun, label }) =>
      kind === "count" && OF_ITEMS.test(unit ?? "") && /项目|事项|资金|内容|方面/.test(noun + label),
  );
  const stated = counts.at(-1);
  if (stated === undefined) return [];
  const verdict = valueOf(stated).equals(items.length) ? "holds" : "fails";
  const computed = `${items.length}${stated.unit ?? ""}`;
  return [
    told(
      { kind: "list", stated, how: "下文列出", what: stated.noun || stated.label },
      verdict,
      printedText(stated),
      computed,
    ),
  ];
}

function firstAmounts(items: readonly Item[]): TextNumber[] | null {
  const found = items.flatMap(({ numbers }) => numbers.find(({ kind }) => kind === "money") ?? []);
  return found.length === items.length ? found : null;
}

function amounts(announced: readonly TextNumber[], items: readonly Item[]): TextRelation[] {
  const total = only(announced.filter((number) => roleOf(number) === "budget"));
  const found = firstAmounts(items);
  if (total === null || found === null) return [];
  const [level = total, ...parts] = alike([total, ...found]);
  return [
    relation({
      kind: "list",
      stated: level,
      should: sumOf(parts.map(estimate)),
      how: `所列${items.length}项之和`,
    }),
  ];
}

function spent(announced: readonly TextNumber[], items: readonly Item[]): TextRelation[] {
  const total = only(announced.filter((number) => roleOf(number) === "spent"));
  const parts = items.map(spentOf);
  if (total === null || parts.some((part) => part === null)) return [];
  const known = parts.filter((part) => part !== null);
  const sum = addUp(known.map((part) => (part === 0 ? ZERO : valueOf(part))));
  const printed = known.filter((part) => part !== 0);
  const [level = total, ...alikeParts] = alike([total, ...printed]);
  const should = alikeParts.length === 0 ? exactly(sum) : sumOf(alikeParts.map(estimate));
  return [
    relation({
      kind: "list",
      stated: level,
      should,
      how: `所列${items.length}项支出（${digits(total)}）`.replace(/（.*）/, ""),
    }),
  ];
}

/** What the item says was spent of its amount; 0 for nothing, null where it does not say. */
function spentOf({ text, numbers }: Item): TextNumber | 0 | null {
  const money = numbers.filter(({ kind }) => kind === "money");
  const [budget] = money;
  if (budget === undefined) return null;
  const rest = text.slice(budget.end);
  if (ALL_SPENT.test(rest)) return budget;
  const stated = money.slice(1).find(({ label }) => SPENT.test(label) && !NOT_SPENT.test(label));
  if (stated !== undefined) return stated;
  return NOT_SPENT.test(rest) ? 0 : null;
}
