import type { Doubt, EvaluationForm } from "../../model/form";
import { westernDate } from "../../quantities/chinese-numerals";
import { compact } from "../../text/characters";

/** `1-7月完成值`, `上半年完成情况`, `截至9月底实际完成`: results of a part of the year. */
const PART_OF_YEAR =
  /(?:\d{1,2}月?[-~—–至到])(?:[1-9]|1[01])月|上半年|(?:截至|截止到?)(?:\d{4}年)?(?:[1-9]|1[01])月|第?[1-3一二三]季度/;

/** 绩效运行监控表: the year is not over, and what is reached half-way says nothing about the year's target. */
export function isMonitoring({ columns }: EvaluationForm): boolean {
  return columns.some(({ role, header }) => role === "actual" && periodOf(header.text) !== null);
}

const periodOf = (text: string): string | null => PART_OF_YEAR.exec(westernDate(compact(text)))?.[0] ?? null;

/** Says that a monitoring table was not scored, and why. */
export function monitoringDoubt({ columns, sheet }: EvaluationForm): Doubt {
  const header = columns.find(
    ({ role, header: { text } }) => role === "actual" && periodOf(text) !== null,
  )?.header;
  return {
    code: "monitoring",
    cell: header?.cell ?? { sheet, row: 0, column: 0 },
    message: `“${header?.text ?? ""}”是年度中间的完成情况，全年尚未结束，这张监控表没有计分；年终自评请填写全年完成值。`,
  };
}
