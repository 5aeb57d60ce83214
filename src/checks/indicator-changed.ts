import type { ScoredEvaluation, ScoredIndicator } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import type { Target } from "../model/quantity";
import type { TargetRow } from "../model/workbook";
import { leafName } from "../model/form";
import { likeness, nameKey } from "../text/keys";
import type { Check } from "./check";
import { onlyEvaluation } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "indicator-changed";

/** The kinds of second-level indicators that the target table and the scored table have in common. */
const KINDS = [
  "数量",
  "质量",
  "时效",
  "成本",
  "经济效益",
  "社会效益",
  "生态效益",
  "可持续",
  "满意度",
] as const;

/** Names and targets are those of the approved 绩效目标表 (rules catalogue §10.12; report 0 renames 6 of 7). */
export const indicatorChanged: Check = {
  code: CODE,
  describe: "评价指标的名称、指标值与批复的绩效目标表一致",
  run: ({ recognition, evaluations }) => {
    if (recognition.targets.length === 0) return [];
    const only = onlyEvaluation(evaluations);
    return evaluations.flatMap((evaluation) =>
      evaluationFindings(recognition.targets, evaluation, only !== null),
    );
  },
};

/** With several evaluations in the workbook a name that is missing in one may belong to another: only equal names are compared. */
function evaluationFindings(
  rows: readonly TargetRow[],
  evaluation: ScoredEvaluation,
  isOnly: boolean,
): Finding[] {
  const byName = new Map(
    evaluation.indicators.map((indicator) => [nameKey(leafName(indicator.entry)), indicator]),
  );
  const same = rows.flatMap((row) => {
    const indicator = byName.get(nameKey(row.level3));
    return indicator === undefined ? [] : [{ row, indicator }];
  });
  const targetFindings = same.flatMap(({ row, indicator }) => targetChanged(row, indicator));
  if (!isOnly || evaluation.indicators.length === 0) return targetFindings;
  const matched = new Set(same.map(({ indicator }) => indicator));
  const found = new Set(same.map(({ row }) => row));
  const renamed = pairs(
    rows.filter((row) => !found.has(row)),
    evaluation.indicators.filter((indicator) => !matched.has(indicator)),
  );
  return [
    ...targetFindings,
    ...renamed.map(({ row, indicator }) => (indicator === null ? missing(row) : nameChanged(row, indicator))),
  ];
}

interface Pair {
  readonly row: TargetRow;
  readonly indicator: ScoredIndicator | null;
}

/** Names are weighed against each other only in lists that people would compare by eye; in longer ones the target must be the same. */
const MOST_COMPARISONS = 10_000;

/** Which indicator a target became: within its kind by target, then by the characters the names share, then the one that is left. */
function pairs(rows: readonly TargetRow[], indicators: readonly ScoredIndicator[]): Pair[] {
  return [...KINDS, null].flatMap((kind) => {
    const open = rows.filter((row) => kindOf(row.level2, row.level1) === kind);
    const candidates =
      open.length === 0 ? [] : indicators.filter(({ entry }) => kindOf(entry.level2, entry.level1) === kind);
    const left = new Set(candidates);
    const byTarget = new Map(
      candidates
        .flatMap((indicator) =>
          indicator.entry.target === null ? [] : [[targetKey(indicator.entry.target), indicator] as const],
        )
        .reverse(),
    );
    const first = open.map((row) => ({ row, indicator: taken(byTarget.get(targetKey(row.target)), left) }));
    const isShort = open.length * candidates.length <= MOST_COMPARISONS;
    return first.map(({ row, indicator }) => {
      if (indicator !== null || !isShort) return { row, indicator };
      const rest = [...left].filter((candidate) => kind !== null || alike(row, candidate) > 0);
      return { row, indicator: taken(rest.sort((a, b) => alike(row, b) - alike(row, a))[0], left) };
    });
  });
}

function taken(indicator: ScoredIndicator | undefined, left: Set<ScoredIndicator>): ScoredIndicator | null {
  return indicator !== undefined && left.delete(indicator) ? indicator : null;
}

function targetKey(target: Target): string {
  return target.nature === "number" && target.value !== null
    ? target.value.mul(target.factor).toFraction()
    : nameKey(target.text);
}

function kindOf(level2: string | null, level1: string | null): (typeof KINDS)[number] | null {
  return KINDS.find((kind) => level2?.includes(kind)) ?? KINDS.find((kind) => level1?.includes(kind)) ?? null;
}

/** How alike the names are; two lists by eye, so both are short. */
function alike(row: TargetRow, { entry }: ScoredIndicator): number {
  return likeness(nameKey(row.level3), nameKey(leafName(entry)));
}

function targetChanged(row: TargetRow, { entry }: ScoredIndicator): Finding[] {
  const { target } = entry;
  if (
    target === null ||
    target.nature === "empty" ||
    row.target.nature === "empty" ||
    sameTarget(row.target, target)
  )
    return [];
  const numbers = target.nature === "number" && row.target.nature === "number";
  const message = clauses(
    `${named(leafName(entry))}指标值为“${target.text}”，批复的目标为“${row.target.text}”`,
    "请统一或说明调整依据",
  );
  return [
    finding({
      code: CODE,
      severity: numbers ? "error" : "warning",
      cell: target.cell ?? entry.cell,
      message,
      stated: target.text,
      computed: row.target.text,
    }),
  ];
}

function nameChanged(row: TargetRow, { entry }: ScoredIndicator): Finding {
  const target = entry.target;
  const alsoTarget = target !== null && target.nature !== "empty" && !sameTarget(row.target, target);
  const name = leafName(entry);
  const message = clauses(
    `目标表${named(row.level3)}在评价表中改为${named(name)}${alsoTarget ? "，指标值也不同" : ""}`,
    "请统一或说明调整依据",
  );
  return finding({
    code: CODE,
    severity: "warning",
    cell: entry.cell,
    message,
    stated: name,
    computed: row.level3,
  });
}

function missing(row: TargetRow): Finding {
  return finding({
    code: CODE,
    severity: "warning",
    cell: row.cell,
    message: clauses(`目标表${named(row.level3)}在评价表中没有对应的指标`, "请补充或说明"),
    computed: row.level3,
  });
}

function sameTarget(left: Target, right: Target): boolean {
  if (left.nature === "number" && right.nature === "number" && left.value !== null && right.value !== null) {
    const sameUnit = left.unit === null || right.unit === null;
    const equal = sameUnit
      ? left.value.equals(right.value)
      : left.value.mul(left.factor).equals(right.value.mul(right.factor));
    return (
      equal &&
      (left.comparison === right.comparison || left.comparison === "none" || right.comparison === "none")
    );
  }
  return nameKey(left.text) === nameKey(right.text);
}
