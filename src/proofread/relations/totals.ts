import { sumOf } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import { exact } from "../../expr/exact";
import type { Relation } from "../reading";
import { alike, digits, estimate, relation, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

const TOTAL_BEFORE = /(?:合计|共计|总计|共|总)[^\d,。;:、()]{0,6}$/;
const NEAR = exact("0.1");
const MOST_PARTS = 8;

/** `A 7 个，B 2 个，共 9 个`: what is said to be the total is the sum of the numbers before it. */
export const totals: Relation = ({ sentences, passages }) =>
  sentences.flatMap((sentence) =>
    sentence.flatMap((total, at) => {
      const text = passages[total.passage]?.text ?? "";
      if (
        total.hold !== "stated" ||
        !TOTAL_BEFORE.test(text.slice(Math.max(0, total.start - 10), total.start))
      )
        return [];
      const alikeBefore = sentence
        .slice(0, at)
        .filter(
          (part) =>
            part.kind === total.kind &&
            part.kind !== "rate" &&
            part.kind !== "bare" &&
            baseUnit(part.unit) === baseUnit(total.unit),
        );
      return summed(total, alikeBefore.slice(-MOST_PARTS), text);
    }),
  );

function summed(total: TextNumber, before: readonly TextNumber[], text: string): TextRelation[] {
  if (before.length < 2 || before.some((part) => part.hold !== "stated")) return [];
  const [level = total, ...parts] = alike([total, ...before]);
  const runs = parts.slice(0, -1).map((_part, from) => parts.slice(from));
  const claim = (run: readonly TextNumber[]): TextRelation =>
    relation({
      kind: "total",
      stated: level,
      should: sumOf(run.map(estimate)),
      how: run.map(digits).join("+"),
      cause: null,
      of: run,
    });
  const fitting = runs.find((run) => judge(level.printed, sumOf(run.map(estimate))) !== "fails");
  if (fitting !== undefined) return [claim(fitting)];
  // A total in passing (全省共…) is no sum of what happens to stand before it: only one nearly the sum means to be.
  const sum = sumOf(parts.map(estimate)).face;
  const off = sum.sub(valueOf(level)).abs();
  const isList =
    !/[。;]/.test(text.slice(before[0]?.end ?? 0, total.start)) &&
    parts.every((part) => valueOf(part).compare(valueOf(level)) < 0);
  return isList && off.compare(valueOf(level).mul(NEAR)) <= 0 ? [claim(parts)] : [];
}
