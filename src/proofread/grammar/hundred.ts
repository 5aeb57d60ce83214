import { addUp, exact, ONE } from "../../expr/exact";
import { sumOf } from "../../printed/estimate";
import { digits, estimate, relation } from "../relation";
import type { TextRelation } from "../text-model";
import type { Mention } from "./mentions";

const FEWEST = 3;
const MOST = 12;
/** Rounded shares of a whole make 100 % within this. */
const ROUNDED = exact("0.0012");
/** Shares this far from 100 % are not meant to be all. */
const NEAR = exact("0.02");
const ANSWERS = /占比|的?占|表示|选择|认为|满意|分别占/;

/** The shares of all parts make 100 %: `a 占 40%、b 占 35%、c 占 25%`. */
export function hundredsOf(mentions: readonly Mention[]): TextRelation[] {
  return runs(mentions).flatMap((run) => {
    const last = run.at(-1);
    if (last === undefined) return [];
    const off = addUp(run.map(({ value }) => value))
      .sub(ONE)
      .abs();
    if (off.compare(NEAR) > 0) return [];
    const others = run.slice(0, -1);
    const total = sumOf(others.map(({ number }) => estimate(number)));
    const should = { face: ONE.sub(total.face), low: ONE.sub(total.high), high: ONE.sub(total.low) };
    const found = relation({
      kind: "total",
      stated: last.number,
      should,
      how: `100%-${others.map(({ number }) => digits100(number)).join("-")}`,
      of: others.map(({ number }) => number),
      severity: "warning",
    });
    // Shares of the same print that are off by the last digit were rounded each for itself.
    return found.verdict !== "fails" || off.compare(ROUNDED) > 0 ? [found] : [];
  });
}

function digits100(number: Mention["number"]): string {
  return number.printed.text.replace(/\s/g, "") || digits(number);
}

/** Shares that follow one another in a sentence, with nothing else that is a share between them. */
function runs(mentions: readonly Mention[]): Mention[][] {
  const found: Mention[][] = [];
  let run: Mention[] = [];
  const close = (): void => {
    if (run.length >= FEWEST && run.length <= MOST) found.push(run);
    run = [];
  };
  for (const mention of mentions) {
    const isShare =
      mention.number.kind === "rate" &&
      mention.number.hold === "stated" &&
      (mention.role === "share" ||
        ANSWERS.test(mention.words) ||
        (run.length > 0 && /^[、和及与]?$/.test(mention.lead)));
    const [first] = run;
    if (first !== undefined && first.number.sentenceNumber !== mention.number.sentenceNumber) close();
    if (isShare) run.push(mention);
    else if (mention.number.kind === "rate") close();
  }
  close();
  return found;
}
