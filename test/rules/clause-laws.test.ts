import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { exact } from "../../src/expr/exact";
import type { Plan } from "../../src/rules/reader/plan";
import { Question } from "../../src/rules/reader/question";
import { printed } from "../../src/rules/reader/rule";
import { readPlan } from "../../src/rules/reader/read";
import { readRule } from "../../src/rules/read-rule";
import { mostPoints } from "../../src/rules/most-points";
import { rowsOf } from "./case-rows";
import { applied, entryOf, scoreOf, type CollectedRow } from "./as-in-a-form";
import { EXTRA } from "./extra-clauses";

const tables: readonly CollectedRow[] = [
  ...rowsOf<keyof CollectedRow>("one-of-a-kind.csv"),
  ...rowsOf<keyof CollectedRow>("extra-clauses.csv"),
];
const scoreText = (row: CollectedRow): string | null => {
  const score = scoreOf(applied(row));
  return score === null ? null : toDecimal(score);
};
const scored = tables.flatMap((row) => {
  const score = scoreText(row);
  return score === null ? [] : [{ row, score }];
});

/** What a plan says, without its quotes and without what changes nothing. */
function said(plan: Plan): string {
  return JSON.stringify(
    plan.clauses.filter(({ kind }) => kind !== "remark" && kind !== "until"),
    (key, value: unknown) => {
      if (key === "quote") return undefined;
      if (
        typeof value === "object" &&
        value !== null &&
        "kind" in value &&
        value.kind !== "fact" &&
        "text" in value
      )
        return { ...value, text: undefined };
      return typeof value === "bigint" ? value.toString() : value;
    },
  );
}
const saidBy = (wording: string): string | null => {
  const plan = readPlan(wording);
  return plan instanceof Question ? null : said(plan);
};

const cutsOf = (wording: string): readonly number[] => [
  0,
  ...[...wording.matchAll(/[，。；\n]/g)].map(({ index }) => index + 1),
  wording.length,
];

function withClause(wording: string, at: number, clause: string): string {
  const before = wording.slice(0, at).replace(/([^，。；\n])$/, "$1；");
  return `${before}${clause}；${wording.slice(at)}`;
}

describe("a clause put into a rule", () => {
  it("changes what it says, or makes it a question, wherever it stands", () => {
    const lost: string[] = [];
    let asked = 0;
    scored.forEach(({ row, score }, index) =>
      cutsOf(row.评分标准).forEach((at, place) => {
        // Every third clause, another third at each place: all of them come by, within seconds.
        for (const clause of EXTRA.filter((_, each) => (each + index + place) % 3 === 0)) {
          const wording = withClause(row.评分标准, at, clause);
          const now = scoreText({ ...row, 评分标准: wording });
          if (now === null) asked += 1;
          const isSame = now === score && saidBy(wording) === saidBy(row.评分标准);
          if (isSame) lost.push(`${wording} | ${row.目标} | ${row.实际} → ${now}`);
        }
      }),
    );
    expect(lost).toEqual([]);
    expect(asked).toBeGreaterThan(1000);
  });
});

describe("a negation before a verb", () => {
  const VERBS = /达到|完成|达标|实现|超过|低于|高于|落实|控制在|足额|按时|齐全|健全/g;

  it("changes what the rule says, or makes it a question", () => {
    const same: string[] = [];
    for (const { row, score } of scored) {
      for (const { index } of row.评分标准.matchAll(VERBS)) {
        if (/[未不没有]$/.test(row.评分标准.slice(0, index))) continue;
        for (const negation of ["未", "没有", "不"]) {
          const wording = row.评分标准.slice(0, index) + negation + row.评分标准.slice(index);
          const now = scoreText({ ...row, 评分标准: wording });
          if (now === score && saidBy(wording) === saidBy(row.评分标准))
            same.push(`${wording} | ${row.目标} | ${row.实际} → ${now}`);
        }
      }
    }
    expect(same).toEqual([]);
  });
});

describe("a rate typed in several ways", () => {
  const RULES = [
    ["≥90%得满分；每降低1个百分点扣0.5分，扣完为止", "9"],
    ["≥90%得10分；80%-90%得8分；低于80%不得分", "8"],
    ["达到90%以上得满分，低于90%的，每低1个百分点扣1分", "8"],
    ["90%以上得10分，80%以上得6分，80%以下不得分", "6"],
  ] as const;
  const TARGETS = ["90", "90%", "≥90", "≥90%", ""];
  const RESULTS = ["88", "88%", "88％", "0.88"];

  it.each(RULES)("gives one score or is asked: %s", (rule, right) => {
    for (const name of ["合格率", "某项指标"]) {
      for (const target of TARGETS) {
        const given = RESULTS.flatMap((result) => {
          const score = scoreText({
            评分标准: rule,
            指标: name,
            分值: "10",
            目标: target,
            实际: result,
            得分: "",
            把握: "certain",
          });
          return score === null ? [] : [score];
        });
        expect(new Set([...given, right]), `${name} ${target}`).toEqual(new Set([right]));
      }
    }
  });
});

describe("what was read", () => {
  it.each(scored.map(({ row }) => [row.评分标准]))("reads again as it was printed: %s", (wording) => {
    const plan = readPlan(wording);
    if (plan instanceof Question) return expect(plan.quote).not.toBe("");
    expect(saidBy(printed(plan))).toBe(said(plan));
  });
});

describe("a score", () => {
  const RESULTS = ["0", "1", "3", "8", "50%", "85%", "92.5%", "100%", "120%", "150%", "1200", "-5%"];

  it("is never negative, nor above the points unless the rule prints a bonus", () => {
    const outside: string[] = [];
    for (const row of tables) {
      for (const result of RESULTS) {
        const given = { ...row, 实际: result };
        const score = scoreOf(applied(given));
        const most = mostPoints(entryOf(given)) ?? exact(row.分值);
        if (score !== null && (score.compare(0) < 0 || score.compare(most) > 0))
          outside.push(`${row.评分标准} | ${row.目标} | ${result} → ${toDecimal(score)}`);
      }
    }
    expect(outside).toEqual([]);
  });
});

describe("a wording that is not read", () => {
  it("says which words were not understood", () => {
    const plan = readPlan("完成指标值得满分，另按季度取平均值后减半");
    expect(plan instanceof Question ? plan.quote : "").toBe("减半");
    expect(readRule("完成指标值得满分，另按季度取平均值后减半").rule).toBeNull();
  });
});
