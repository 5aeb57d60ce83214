import { exact } from "../expr/exact";
import type { Check, CheckSubject } from "./check";
import { exactly } from "../printed/estimate";
import { onlyEvaluation } from "./shared/scored-rows";
import { nameKey } from "../text/keys";
import { kindOfStated } from "./shared/stated-items";
import { statedFinding, type Expected } from "./shared/stated-comparison";

const CODE = "declared-count";

/** Declared counts of units, indicators and questionnaires against what the sheets list (rules catalogue §10.13). */
export const declaredCount: Check = {
  code: CODE,
  describe: "报告写明的单位数、指标数、问卷份数等于表中所列",
  run: (subject) =>
    subject.recognition.stated
      .filter((row) => kindOfStated(row) === CODE)
      .flatMap((row) =>
        row.computed?.value == null
          ? statedFinding(CODE, row, subject, counted(nameKey(row.item.text, ["brackets"]), subject))
          : statedFinding(CODE, row, subject),
      ),
};

/** Where 计算数 is empty: what there is only one of in the workbook can be counted. */
function counted(item: string, subject: CheckSubject): Expected | null {
  const count = /[一二三]级指标/.test(item)
    ? indicatorCount(item, subject)
    : /问卷/.test(item)
      ? questionnaireCount(item, subject)
      : unitCount(item, subject);
  return count === null ? null : { estimate: exactly(exact(count)), relation: null, how: "表中所列" };
}

function indicatorCount(item: string, { evaluations }: CheckSubject): number | null {
  const evaluation = onlyEvaluation(evaluations);
  if (evaluation === null) return null;
  const names = evaluation.indicators.map(({ entry: { level1, level2, level3, cell } }) => {
    if (item.includes("一级")) return level1;
    return item.includes("二级") ? level2 && `${level1 ?? ""}/${level2}` : level3 && `${level3}@${cell.row}`;
  });
  return names.every((name) => name !== null) ? new Set(names).size : null;
}

function questionnaireCount(item: string, { recognition }: CheckSubject): string | null {
  const [survey] = recognition.surveys;
  if (survey === undefined || recognition.surveys.length > 1) return null;
  const datum = /发放/.test(item) ? survey.issued : (survey.returned ?? survey.issued);
  return datum?.quantity.value?.d === 1n ? datum.quantity.value.toString() : null;
}

function unitCount(item: string, { recognition }: CheckSubject): number | null {
  const [budget] = recognition.budgets;
  if (budget === undefined || recognition.budgets.length > 1 || !/单位数|预算单位/.test(item)) return null;
  return /抽|核查|现场/.test(item)
    ? budget.hasSampleMarks
      ? budget.rows.filter((row) => row.sampled).length
      : null
    : budget.rows.length;
}
