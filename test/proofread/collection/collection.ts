import { readdirSync, readFileSync } from "node:fs";
import { proofread } from "../../../src/proofread/proofread";
import type { ProofreadSubject } from "../../../src/proofread/reading";
import type { TextRelation } from "../../../src/proofread/text-model";
import { at, quantity } from "../../checks/subject";
import { NO_WORKBOOK } from "../subject";
import {
  falseAlarms,
  isRecognised,
  isReported,
  misprintOf,
  placesOf,
  type Label,
  type LabelledText,
} from "./measure";

const FOLDER = "test/proofread/collection";
export type Half = "build" | "measure";

/** A number of the workbook of the same unit, with the stretches of text that print it. */
interface GivenFact {
  readonly subject: string;
  readonly value: string;
  readonly unit: string;
  readonly quotes: readonly string[];
}

export interface CollectedText extends LabelledText {
  readonly facts: readonly GivenFact[];
}

export function collected(half: Half): CollectedText[] {
  return readdirSync(`${FOLDER}/${half}`)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((file) => {
      const name = file.replace(".txt", "");
      const read = (end: string): unknown =>
        JSON.parse(readFileSync(`${FOLDER}/${half}/${name}${end}`, "utf8"));
      const hasFacts = readdirSync(`${FOLDER}/${half}`).includes(`${name}.facts.json`);
      return {
        name,
        text: readFileSync(`${FOLDER}/${half}/${file}`, "utf8"),
        relations: (read(".json") as { relations: readonly Label[] }).relations,
        facts: hasFacts ? (read(".facts.json") as { facts: readonly GivenFact[] }).facts : [],
      };
    });
}

export interface Counted {
  readonly kind: string;
  relations: number;
  recognised: number;
  misprints: number;
  reported: number;
}

export interface Measured {
  readonly texts: number;
  readonly kinds: readonly Counted[];
  readonly wrong: { readonly all: number; readonly found: number; readonly missed: readonly string[] };
  /** What is called 矛盾 and 请核对, and what of it is true (debatable ones left out). */
  readonly contradictions: Judged;
  readonly checks: Judged;
  readonly impossible: readonly string[];
  readonly workbook: {
    readonly matched: number;
    readonly reported: number;
    readonly printed: number;
    readonly alarms: readonly string[];
  };
}

interface Judged {
  readonly all: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Everything is counted that was labelled, whether the reader sees it or not; debatable relations are left out. */
export function measure(half: Half): Measured {
  const texts = collected(half);
  const kinds = new Map<string, Counted>();
  const missed: string[] = [];
  const judged = { error: { all: 0, wrong: [] as string[] }, warning: { all: 0, wrong: [] as string[] } };
  const impossible: string[] = [];
  const workbook = { matched: 0, reported: 0, printed: 0, alarms: [] as string[] };
  let wrong = 0;
  for (const text of texts) {
    const { relations } = proofread(text.text, NO_WORKBOOK);
    const alarms = new Set(falseAlarms(text, relations));
    for (const relation of relations) {
      if (relation.verdict !== "fails") continue;
      const level = judged[relation.severity === "error" ? "error" : "warning"];
      level.all += 1;
      if (alarms.has(relation)) level.wrong.push(`${text.name}：${relation.message}`);
      if (isImpossible(relation)) impossible.push(`${text.name}：${relation.message}`);
    }
    for (const label of text.relations) {
      if (label.debatable === true) continue;
      const places = placesOf(text, label) ?? new Map<string, readonly number[]>();
      const isSeen = isRecognised(label, places, relations);
      if (!label.holds) {
        wrong += 1;
        if (!isSeen) missed.push(`${text.name}：${label.formula}`);
        continue;
      }
      const row = kinds.get(label.kind) ?? {
        kind: label.kind,
        relations: 0,
        recognised: 0,
        misprints: 0,
        reported: 0,
      };
      kinds.set(label.kind, row);
      row.relations += 1;
      if (isSeen) row.recognised += 1;
      const misprint = misprintOf(text, label);
      if (misprint === null) continue;
      row.misprints += 1;
      if (isReported(misprint, relations)) row.reported += 1;
    }
    if (text.facts.length > 0) besideWorkbook(text, workbook);
  }
  const level = ({ all, wrong: false_ }: { all: number; wrong: string[] }): Judged => ({
    all,
    right: all - false_.length,
    wrong: false_,
  });
  return {
    texts: texts.length,
    kinds: [...kinds.values()].sort((a, b) => b.relations - a.relations),
    wrong: { all: wrong, found: wrong - missed.length, missed },
    contradictions: level(judged.error),
    checks: level(judged.warning),
    impossible,
    workbook,
  };
}

/** A share or a fall above 100 %, a negative rate. */
function isImpossible({ kind, computed, says }: TextRelation): boolean {
  if (!computed.endsWith("%")) return false;
  const value = Number(computed.slice(0, -1).replaceAll(",", ""));
  return value < 0 || (value > 100 && (/占|下降|减少|降低/.test(says) || kind === "total")) || value > 2000;
}

/** The facts of the text's workbook as rows of 基础数据: the numbers that match a cell, each misprinted once. */
function besideWorkbook(
  text: CollectedText,
  count: { matched: number; reported: number; printed: number; alarms: string[] },
): void {
  const subject = workbookOf(text.facts);
  const { matches, relations } = proofread(text.text, subject);
  count.printed += text.facts.reduce((sum, { quotes }) => sum + quotes.length, 0);
  count.alarms.push(
    ...relations
      .filter(({ verdict, kind }) => verdict === "fails" && kind === "workbook")
      .map(({ message }) => `${text.name}：${message}`),
  );
  for (const { number } of matches) {
    const digits = /^[\d,. ]*\d/.exec(text.text.slice(number.offset))?.[0] ?? "";
    const label = {
      id: String(number.offset),
      printed: digits,
      numbers: [digits],
      quote: digits,
      kind: "",
      formula: "",
      holds: true,
    };
    const misprint = misprintOf({ ...text, text: text.text, name: text.name }, label, number.offset);
    if (misprint === null) continue;
    count.matched += 1;
    const hit = proofread(misprint.text, subject).relations.some(
      ({ verdict, cell, offset }) => verdict === "fails" && cell !== null && offset === misprint.offset,
    );
    if (hit) count.reported += 1;
  }
}

function workbookOf(facts: readonly GivenFact[]): ProofreadSubject {
  const baseData = facts.map(({ subject, value, unit }, row) => {
    const cell = at(`基础数据!B${row + 1}`);
    return { name: subject, cell, quantity: { ...quantity(`${value}${unit}`), cell }, formula: null };
  });
  return { ...NO_WORKBOOK, recognition: { ...NO_WORKBOOK.recognition, baseData } };
}
