import { describe, expect, test } from "vitest";
import { judgeRelations, readRelations, REPORTS } from "./relations";

/** Numbers that stand in a failing relation and in a holding one of the same report, e.g. 100% or 16. */
const SHARED = new Set(
  readRelations()
    .filter(({ expected }) => expected === "raised")
    .map(({ report, stated }) => `${report} ${stated}`),
);

describe("the arithmetic of the five published reports", () => {
  test.each(REPORTS)("%s: what fails is raised, what holds is silent", async (report) => {
    const relations = await judgeRelations(report);
    const wrong = relations.filter(
      ({ expected, got, missed, printed }) =>
        (expected === "raised" && got === "silent" && missed === "") ||
        (expected === "raised" && got === "raised" && missed !== "") ||
        (expected === "silent" && got === "raised" && !SHARED.has(`${report} ${printed}`)),
    );
    expect(wrong.map(({ id, relation, expected, got }) => `${id} ${relation}: ${expected} / ${got}`)).toEqual(
      [],
    );
    expect(relations.length).toBeGreaterThan(8);
  });
});
