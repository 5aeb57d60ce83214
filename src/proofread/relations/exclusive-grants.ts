import { exact, type Exact } from "../../expr/exact";
import type { Reading, Relation } from "../reading";
import { printedText, spoken, told, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";

const GRANT = /得$/;
const ITEM = /(?:该|本|此)项(?:指标)?(?:实际|最终)?(?:得|得分|自评得分|评分)$/;
const FOUND = /(?<!未)(?:发现|存在|有)(?:问题|违规|不足)/;
const NOT_FOUND = /(?:未|没有|无)(?:发现|存在)?(?:任何)?(?:问题|违规|不足)/;

/** 发现问题及时整改的得4分；未发现问题的得4分: one of the two applies, so an item never scores both. */
export const exclusiveGrants: Relation = (reading) =>
  reading.byPassage.flatMap((numbers, at) => {
    const points = numbers.filter(({ kind, column }) => kind === "points" && column === null);
    const items = points.filter(({ label }) => ITEM.test(label));
    return items.flatMap((item, place) => {
      const from = items[place - 1]?.end ?? 0;
      const grants = points.filter(
        ({ start, label }) => start > from && start < item.start && GRANT.test(label) && !ITEM.test(label),
      );
      return beyondReach(reading, at, item, grants);
    });
  });

function beyondReach(
  { passages }: Reading,
  at: number,
  item: TextNumber,
  grants: readonly TextNumber[],
): TextRelation[] {
  const text = passages[at]?.text ?? "";
  const when = (grant: TextNumber): string =>
    text
      .slice(Math.max(0, grant.start - 60), grant.start)
      .split(/[;。]/)
      .at(-1) ?? "";
  const found = grants.find((grant) => FOUND.test(when(grant)) && !NOT_FOUND.test(when(grant)));
  const none = grants.find((grant) => NOT_FOUND.test(when(grant)));
  if (found === undefined || none === undefined) return [];
  const all = grants.reduce<Exact>((sum, grant) => sum.add(valueOf(grant)), exact(0));
  const lesser = valueOf(found).compare(valueOf(none)) < 0 ? found : none;
  // Only where the item has all of them together: other sums have another reason.
  if (!all.equals(valueOf(item))) return [];
  const reach = all.sub(valueOf(lesser));
  return [
    told(
      { kind: "score", stated: item, how: "两档不能兼得，最多", what: "该项得分" },
      "fails",
      printedText(item),
      spoken(item, reach),
    ),
  ];
}
