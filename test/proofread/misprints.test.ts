import { expect, it } from "vitest";
import { proofread } from "../../src/proofread/proofread";
import { sampleSubject } from "./subject";
import { failing, isOf, TRUTHS, textOf } from "./truth";

/** The text with the last digit of the number at `offset` misprinted. */
function misprinted(text: string, offset: number): string {
  const numeral = /^[\d,. ]*\d/.exec(text.slice(offset))?.[0] ?? "";
  const at = offset + numeral.length - 1;
  return `${text.slice(0, at)}${(Number(text[at]) + 3) % 10}${text.slice(at + 1)}`;
}

/** Counted over every relation that was labelled in the five reports, whether the reader sees it or not. */
it("finds a misprint of the stated number in half of all labelled relations of the five reports", async () => {
  const rows: { text: string; labelled: number; found: number; missed: string }[] = [];
  for (const truth of TRUTHS) {
    const text = textOf(truth);
    const subject = await sampleSubject(truth.sample);
    const { numbers } = proofread(text, subject);
    const places = truth.holds.flatMap((label) => {
      const number = numbers.find(({ text: stated, sentence }) =>
        isOf({ stated, sentence } as Parameters<typeof isOf>[0], label),
      );
      return number === undefined || !/\d/.test(text[number.offset] ?? "")
        ? []
        : [{ id: label.id, offset: number.offset }];
    });
    const missed = places.filter(
      ({ offset }) =>
        !failing(proofread(misprinted(text, offset), subject)).some(
          (relation) => relation.offset === offset || relation.inputs.includes(offset),
        ),
    );
    rows.push({
      text: truth.text,
      labelled: truth.holds.length,
      found: places.length - missed.length,
      missed: missed.map(({ id }) => id).join(" "),
    });
  }
  console.table(rows);
  const sum = (of: "labelled" | "found"): number => rows.reduce((total, row) => total + row[of], 0);
  expect(sum("found") / sum("labelled")).toBeGreaterThanOrEqual(0.5);
});
