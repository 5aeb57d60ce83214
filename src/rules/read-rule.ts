import { remembering } from "../expr/remembering";
import {
  isGloss,
  readDefinition,
  readWeightedDefinition,
  type Definition,
  type WeightedDefinition,
} from "./rates/definition";
import type { ReadRule } from "./kind";
import { plainWording } from "../text/plain-wording";
import { readWording } from "./registry";
import { agreeing } from "./agreeing";
import { readPlan } from "./reader/read";
import { readClauses } from "./reader/rule";

/** What a text in 评分标准 says. */
export interface RuleText {
  readonly plain: string;
  /** The rate's own formula, where the text prints one. */
  readonly definition: Definition | null;
  /** The weights of its parts, where the text prints them. */
  readonly weighted: WeightedDefinition | null;
  /** How points are given; null where no kind understands it. */
  readonly rule: ReadRule | null;
  /** False for a mere description: nothing in it gives or takes points. */
  readonly givesPoints: boolean;
}

// Sentences about the outcome (`该项得3分`) and the frame (`满分5分`) say nothing of how points are given.
const ASIDE =
  /^(?:[该本](?:项|指标)(?:得分?|满分)?为?\d+(?:\.\d+)?分|(?:本项|该项|本指标)?(?:满分|分值|标准分)为?\d+(?:\.\d+)?分|以100%为标准|以0为标准)$/;
const FRAME = /^(?:本项|该项|本指标|该指标)满分为?\d+(?:\.\d+)?分[,;:]/;
const OUTCOME = /[,;](?:[该本]项|本指标)(?:得分?|计)为?\d+(?:\.\d+)?分$/;
const GIVES_POINTS =
  /\d分|满分|得分|扣|打分|评分|计分|赋分|给分|分值|酌情|满意档|一票否决|\d[×÷]|[×÷][^;,]*\d|\)[xX×][^;,]*\d/;

/** Reads a rule; the same text is read once, forms repeat their wordings down the page. */
export const readRule = remembering(freshly, 5000);

function freshly(text: string): RuleText {
  const plain = plainWording(text).replace(FRAME, "");
  const clauses = plain
    .replace(OUTCOME, "")
    .split(";")
    .filter((clause) => !ASIDE.test(clause) && !isGloss(clause));
  const weighted = clauses.map(readWeightedDefinition).find((found) => found !== null) ?? null;
  const scoring = clauses.filter((clause) => readWeightedDefinition(clause) === null);
  const read = scoring.map(definitionIn);
  const definition = read.find((each) => each.definition !== null)?.definition ?? null;
  const rest = read.map((each) => each.rest).filter((clause) => clause !== "");
  const wording = rest.join(";");
  return {
    plain,
    definition,
    weighted,
    rule: ruleOf(text, wording),
    givesPoints: GIVES_POINTS.test(wording),
  };
}

function ruleOf(text: string, wording: string): ReadRule | null {
  return agreeing(readWording(wording), readClauses(text), readPlan(text));
}

/** A definition may be followed by a comma instead of a full stop: `预算执行率=实际支出÷预算安排×100%,得分=分值×预算执行率`. */
function definitionIn(clause: string): { definition: Definition | null; rest: string } {
  const [first = "", ...others] = clause.split(",");
  const definition = readDefinition(first);
  if (definition !== null) return { definition, rest: others.join(",") };
  const whole = readDefinition(clause);
  return { definition: whole, rest: whole === null ? clause : "" };
}
