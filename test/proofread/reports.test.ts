import { beforeAll, describe, expect, it } from "vitest";
import { proofread } from "../../src/proofread/proofread";
import type { ProofreadResult } from "../../src/proofread/text-model";
import { NO_WORKBOOK, sampleSubject } from "./subject";
import { failing, isOf, MISSED, TRUTHS, textOf } from "./truth";

const known = new Set(MISSED.map(({ id }) => id));

describe.each(TRUTHS)("the report $text", (truth) => {
  const text = textOf(truth);
  let found: ProofreadResult;
  beforeAll(async () => {
    found = proofread(text, await sampleSubject(truth.sample));
  });

  it("finds the relations that fail; what it misses is listed with the reason", () => {
    const raised = failing(found);
    const rows = truth.fails.map((label) => {
      const got = raised.find(
        (relation) => isOf(relation, label) && relation.computed.startsWith(label.expected),
      );
      return {
        id: label.id,
        relation: label.relation,
        stated: label.stated,
        expected: label.expected,
        got: got?.computed ?? "—",
      };
    });
    console.table(rows);
    const missed = rows.filter(({ got }) => got === "—").map(({ id }) => id);
    expect(missed).toEqual(truth.fails.map(({ id }) => id).filter((id) => known.has(id)));
  });

  it("raises nothing else", () => {
    const others = failing(found).filter((relation) => !truth.fails.some((label) => isOf(relation, label)));
    expect(others.map(({ message }) => message)).toEqual([]);
  });

  it("is silent on the relations that hold", () => {
    const verified = truth.holds.filter((label) =>
      found.relations.some((relation) => relation.verdict !== "fails" && isOf(relation, label)),
    );
    console.log(
      `${truth.text}: ${verified.length} of ${truth.holds.length} relations that hold were verified`,
    );
    const alarms = truth.holds.filter((label) =>
      failing(found).some(
        (relation) => isOf(relation, label) && !truth.fails.some((fail) => isOf(relation, fail)),
      ),
    );
    expect(alarms).toEqual([]);
    expect(truth.holds.length).toBeGreaterThanOrEqual(15);
  });

  it("finds the same without the workbook", () => {
    const alone = failing(proofread(text, NO_WORKBOOK));
    const beside = failing(found).filter(({ kind }) => kind !== "workbook");
    expect(alone.map(({ message }) => message)).toEqual(beside.map(({ message }) => message));
  });

  it("says each finding in one short sentence with both numbers", () => {
    for (const { message, severity, code, stated, computed } of found.findings) {
      expect([...message].length).toBeLessThanOrEqual(80);
      expect(message).toMatch(/^“.+”：.+。$/);
      expect(message).toContain(stated);
      expect(message).toContain(computed?.replace(/^表/, "") === "6" ? "表5" : computed);
      expect(["error", "warning"]).toContain(severity);
      expect(code).toBe("text-number");
    }
  });

  it("points every number at its place in the text", () => {
    for (const { offset, text: shown } of found.numbers) {
      expect(text.slice(offset, offset + 1).normalize("NFKC")).toBe(shown.slice(0, 1));
    }
  });
});

it("finds nine in ten of all", async () => {
  let all = 0;
  let got = 0;
  for (const truth of TRUTHS) {
    const raised = failing(proofread(textOf(truth), await sampleSubject(truth.sample)));
    all += truth.fails.length;
    got += truth.fails.filter((label) => raised.some((relation) => isOf(relation, label))).length;
  }
  console.log(`recall ${got} of ${all}`);
  expect(got / all).toBeGreaterThanOrEqual(0.9);
});
