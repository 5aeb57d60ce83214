import { exactly, sumOf } from "../../printed/estimate";
import type { Reading, Relation } from "../reading";
import { digits, estimate, relation } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";

/** 一、基础工作（总分16分，总得分16分） opens a section; its items say 该项得3分. */
const MOST_LABEL = /(?:总分|满分|分值)$/;
const SCORE_LABEL = /^(?:总)?得分$/;
const ITEM_LABEL = /(?:该|本|此)项(?:指标)?(?:实际|最终)?(?:得|得分|自评得分|评分|计)$/;
const OVERALL_LABEL =
  /(?:总体|综合|整体|自评|最终|评价)(?:评价)?(?:评分|得分|总分)$|^(?:总得分|总分|总评分)$|总得分$/;
const FEWEST_SECTIONS = 3;

interface ScoredSection {
  readonly most: TextNumber;
  readonly score: TextNumber;
  readonly items: readonly TextNumber[];
}

/** Item scores add up to their section's, sections to the total. */
export const scores: Relation = (reading) => {
  const sections = sectionsOf(reading);
  const ofSections = sections.flatMap(({ score, items }) =>
    items.length < 2 ? [] : [summed(score, items, "各项得分之和")],
  );
  return [...ofSections, ...overall(reading, sections)];
};

function sectionsOf({ passages, byPassage }: Reading): ScoredSection[] {
  const sections: { most: TextNumber; score: TextNumber; items: TextNumber[] }[] = [];
  passages.forEach((passage, at) => {
    const numbers = byPassage[at] ?? [];
    if (passage.kind === "row") return;
    const heading = passage.level === 1 ? captionOf(passage.text, numbers) : null;
    if (heading !== null) sections.push({ ...heading, items: [] });
    else if (passage.level === 1) sections.push({ ...NO_SECTION });
    else
      sections
        .at(-1)
        ?.items.push(...numbers.filter(({ kind, label }) => kind === "points" && ITEM_LABEL.test(label)));
  });
  return sections.filter(({ most }) => most !== NO_NUMBER);
}

const NO_NUMBER = {} as TextNumber;
const NO_SECTION = {
  most: NO_NUMBER,
  score: NO_NUMBER,
  get items(): TextNumber[] {
    return [];
  },
};

function captionOf(
  text: string,
  numbers: readonly TextNumber[],
): { most: TextNumber; score: TextNumber } | null {
  if (text.length > 60) return null;
  const most = numbers.find(({ kind, label }) => kind === "points" && MOST_LABEL.test(label));
  const score = numbers.find(({ kind, label }) => kind === "points" && SCORE_LABEL.test(label));
  return most === undefined || score === undefined ? null : { most, score };
}

function summed(stated: TextNumber, parts: readonly TextNumber[], how: string): TextRelation {
  const should = sumOf(parts.map(estimate));
  const sum = parts.length <= 6 ? parts.map(digits).join("+") : how;
  return relation({ kind: "score", stated, should: exactly(should.face), how: sum, of: parts });
}

function overall({ numbers }: Reading, sections: readonly ScoredSection[]): TextRelation[] {
  if (sections.length < FEWEST_SECTIONS) return [];
  const total = numbers.find(
    ({ kind, label, hold }) => kind === "points" && hold === "stated" && OVERALL_LABEL.test(label),
  );
  return total === undefined || sections.some(({ score }) => score.offset === total.offset)
    ? []
    : [
        summed(
          total,
          sections.map(({ score }) => score),
          "各部分得分之和",
        ),
      ];
}
