import type { ScoredDimension, ScoredEvaluation, ScoredIndicator } from "../../model/evaluation";
import type { CaptionPoints } from "../../model/form";

/** `产出指标(50分)`, `一、产出` and `产出` name the same dimension. */
export function dimensionKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\(.*?\)|\s|★|\*/g, "")
    .replace(/^[一二三四五六七八九十\d]+[、.]/, "")
    .replace(/(?:指标|绩效|小计|合计|得分)+$/, "");
}

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
      [...evaluation.dimensions].reverse().map((dimension) => [dimensionKey(dimension.name), dimension]),
    ),
    level1: keyed(evaluation.indicators, ({ entry }) => dimensionKey(entry.level1 ?? "")),
    level2: keyed(evaluation.indicators, ({ entry }) => dimensionKey(entry.level2 ?? "")),
    captions: keyed(evaluation.form.captions, captionKey),
  };
  indexed.set(evaluation, groups);
  return groups;
}

function captionKey({ level, name }: CaptionPoints): string {
  return `${level}:${dimensionKey(name)}`;
}

export function dimensionNamed(evaluation: ScoredEvaluation, name: string): ScoredDimension | null {
  return groupsOf(evaluation).dimensions.get(dimensionKey(name)) ?? null;
}

/** The indicators under a dimension's name, in any of its spellings. */
export function indicatorsOfDimension(
  evaluation: ScoredEvaluation,
  name: string,
): readonly ScoredIndicator[] {
  return groupsOf(evaluation).level1.get(dimensionKey(name)) ?? [];
}

/** The indicators under a caption. A name that several captions bear (结果应用) is told apart by the rows below it. */
export function indicatorsUnder(
  evaluation: ScoredEvaluation,
  caption: CaptionPoints,
): readonly ScoredIndicator[] {
  const groups = groupsOf(evaluation);
  const underName =
    (caption.level === 1 ? groups.level1 : groups.level2).get(dimensionKey(caption.name)) ?? [];
  if (groups.captions.get(captionKey(caption))?.length === 1) return underName;
  const rowsBelow = evaluation.form.captions
    .filter((other) => other.level <= caption.level && other.cell.row > caption.cell.row)
    .map((other) => other.cell.row);
  const end = rowsBelow.reduce((first, row) => Math.min(first, row), Infinity);
  return underName.filter(({ entry }) => entry.cell.row >= caption.cell.row && entry.cell.row < end);
}
