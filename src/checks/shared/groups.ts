import type { ScoredDimension, ScoredEvaluation, ScoredIndicator } from "../../model/evaluation";
import type { CaptionPoints } from "../../model/form";
import { groupKey } from "../../text/keys";

/** An evaluation's rows by the keys of their level names: captions and totals are many on long forms. */
interface Groups {
  readonly dimensions: ReadonlyMap<string, ScoredDimension>;
  readonly level1: ReadonlyMap<string, readonly ScoredIndicator[]>;
  readonly level2: ReadonlyMap<string, readonly ScoredIndicator[]>;
  readonly captions: ReadonlyMap<string, readonly CaptionPoints[]>;
}

const indexed = new WeakMap<ScoredEvaluation, Groups>();

function groupsOf(evaluation: ScoredEvaluation): Groups {
  const known = indexed.get(evaluation);
  if (known !== undefined) return known;
  const keyed = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
    const map = new Map<string, T[]>();
    for (const item of items) {
      const key = keyOf(item);
      const members = map.get(key);
      if (members === undefined) map.set(key, [item]);
      else members.push(item);
    }
    return map;
  };
  const groups: Groups = {
    dimensions: new Map(
      [...evaluation.dimensions].reverse().map((dimension) => [groupKey(dimension.name), dimension]),
    ),
    level1: keyed(evaluation.indicators, ({ entry }) => groupKey(entry.level1 ?? "")),
    level2: keyed(evaluation.indicators, ({ entry }) => groupKey(entry.level2 ?? "")),
    captions: keyed(evaluation.form.captions, captionKey),
  };
  indexed.set(evaluation, groups);
  return groups;
}

function captionKey({ level, name }: CaptionPoints): string {
  return `${level}:${groupKey(name)}`;
}

export function dimensionNamed(evaluation: ScoredEvaluation, name: string): ScoredDimension | null {
  return groupsOf(evaluation).dimensions.get(groupKey(name)) ?? null;
}

/** The indicators under a dimension's name, in any of its spellings. */
export function indicatorsOfDimension(
  evaluation: ScoredEvaluation,
  name: string,
): readonly ScoredIndicator[] {
  return groupsOf(evaluation).level1.get(groupKey(name)) ?? [];
}

/** The indicators under a caption. A name that several captions bear (结果应用) is told apart by the rows below it. */
export function indicatorsUnder(
  evaluation: ScoredEvaluation,
  caption: CaptionPoints,
): readonly ScoredIndicator[] {
  const groups = groupsOf(evaluation);
  const underName = (caption.level === 1 ? groups.level1 : groups.level2).get(groupKey(caption.name)) ?? [];
  if (groups.captions.get(captionKey(caption))?.length === 1) return underName;
  const rowsBelow = evaluation.form.captions
    .filter((other) => other.level <= caption.level && other.cell.row > caption.cell.row)
    .map((other) => other.cell.row);
  const end = rowsBelow.reduce((first, row) => Math.min(first, row), Infinity);
  return underName.filter(({ entry }) => entry.cell.row >= caption.cell.row && entry.cell.row < end);
}
