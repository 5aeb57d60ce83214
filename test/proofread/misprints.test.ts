import { expect, it } from "vitest";
import { proofread } from "../../src/proofread/proofread";
import { sampleSubject } from "./subject";
import { failing, TRUTHS, textOf } from "./truth";

/** The text with the last digit of the number at `offset` misprinted. */
function misprinted(text: string, offset: number): string {
  const numeral = /^[\d,. ]*\d/.exec(text.slice(offset))?.[0] ?? "";
  const at = offset + numeral.length - 1;
  return `${text.slice(0, at)}${(Number(text[at]) + 3) % 10}${text.slice(at + 1)}`;
}

it("finds four in five misprints of a digit in the published numbers that it verifies", async () => {
  const rows: { text: string; verified: number; found: number; missed: string }[] = [];
  for (const truth of TRUTHS) {
    const text = textOf(truth);
    const subject = await sampleSubject(truth.sample);
    const verified = proofread(text, subject).relations.filter(
      ({ verdict, kind, offset }) => verdict === "holds" && kind !== "grade" && /\d/.test(text[offset] ?? ""),
    );
    const offsets = [...new Set(verified.map(({ offset }) => offset))];
    const missed = offsets.filter(
      (offset) =>
        !failing(proofread(misprinted(text, offset), subject)).some((relation) => relation.offset === offset),
    );
    const kinds = missed.map((offset) => verified.find((relation) => relation.offset === offset)?.kind ?? "");
    rows.push({
      text: truth.text,
      verified: offsets.length,
      found: offsets.length - missed.length,
      missed: kinds.join(" "),
    });
  }
  console.table(rows);
  const sum = (of: "verified" | "found"): number => rows.reduce((total, row) => total + row[of], 0);
  expect(sum("found") / sum("verified")).toBeGreaterThanOrEqual(0.8);
});
