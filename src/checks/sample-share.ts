import { addUp, type Exact } from "../expr/exact";
import type { BudgetTable } from "../model/workbook";
import type { Check, CheckSubject } from "./check";
import { exactly } from "../printed/estimate";
import { nameKey } from "../text/keys";
import { kindOfStated } from "./shared/stated-items";
import { statedFinding, type Expected } from "./shared/stated-comparison";
import { exact } from "../expr/exact";

const CODE = "sample-share";
const OF_MONEY = /资金|金额|预算/;

/** 抽查比例 = Σ sampled ÷ Σ all, of the money or of the units (rules catalogue §10.14; report 0 prints 37.55% for 33.16%). */
export const sampleShare: Check = {
  code: CODE,
  describe: "抽查（抽样）比例等于抽中数除以总数",
  run: (subject) =>
    subject.recognition.stated
      .filter((row) => kindOfStated(row) === CODE)
      .flatMap((row) =>
        row.computed?.value == null
          ? statedFinding(CODE, row, subject, fromMarks(nameKey(row.item.text, ["brackets"]), subject))
          : statedFinding(CODE, row, subject),
      ),
};

/** Where 计算数 is empty: from the √ marks of the only budget table that has them. */
function fromMarks(item: string, { recognition }: CheckSubject): Expected | null {
  const marked = recognition.budgets.filter((budget) => budget.hasSampleMarks);
  const [budget] = marked;
  if (budget === undefined || marked.length > 1) return null;
  const [sampled, all] = OF_MONEY.test(item) ? amounts(budget) : counts(budget);
  const of = ([part, whole]: readonly Exact[]): Exact | null =>
    part === undefined || whole === undefined || whole.equals(0) ? null : part.div(whole);
  const face = of([sampled, all]);
  if (face === null) return null;
  return {
    estimate: exactly(face),
    relation: { inputs: [sampled, all], of },
    how: "按抽样标记计算",
  };
}

function amounts({ rows }: BudgetTable): [Exact, Exact] {
  const of = (kept: BudgetTable["rows"]): Exact => addUp(kept.flatMap((row) => row.amounts[0]?.value ?? []));
  return [of(rows.filter((row) => row.sampled)), of(rows)];
}

function counts({ rows }: BudgetTable): [Exact, Exact] {
  return [exact(rows.filter((row) => row.sampled).length), exact(rows.length)];
}
