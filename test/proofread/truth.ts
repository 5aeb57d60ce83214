import { readdirSync, readFileSync } from "node:fs";
import { compact } from "../../src/text/characters";
import type { ProofreadResult, TextRelation } from "../../src/proofread/text-model";

/** A relation of a published report, labelled by reading it. */
export interface Labelled {
  readonly id: string;
  readonly relation: string;
  /** Words of the sentence that states the number. */
  readonly sentence: string;
  readonly stated: string;
}

export interface Failing extends Labelled {
  readonly expected: string;
}

export interface Truth {
  readonly text: string;
  readonly sample: string;
  readonly fails: readonly Failing[];
  readonly holds: readonly Labelled[];
}

const FOLDER = "test/proofread/truth";

export const TRUTHS: readonly Truth[] = readdirSync(FOLDER)
  .filter((name) => /^\d/.test(name))
  .sort()
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as Truth);

/** The failing relations that are not found, with the reason. */
export const MISSED = JSON.parse(readFileSync(`${FOLDER}/missed.json`, "utf8")) as readonly {
  id: string;
  why: string;
}[];

export function textOf({ text }: Truth): string {
  return readFileSync(`test/proofread/texts/${text}`, "utf8");
}

export function failing({ relations }: ProofreadResult): TextRelation[] {
  return relations.filter(({ verdict }) => verdict === "fails");
}

/** Whether the relation is the labelled one: the same stated number, in that sentence. */
export function isOf(relation: TextRelation, { stated, sentence }: Labelled): boolean {
  const words = compact(sentence).replace(/[“”]/g, '"');
  const said = compact(relation.sentence).replace(/[“”]/g, '"');
  return compact(relation.stated) === compact(stated) && said.includes(words);
}
