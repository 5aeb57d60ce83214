import { exact, type Exact } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import type { Award } from "../wordings";

/** An end of a band as printed; `included` is null where the text does not say 含 or 不含. */
export interface Bound {
  readonly at: string;
  readonly included: boolean | null;
}

export interface Band {
  readonly from: Bound | null;
  readonly to: Bound | null;
  readonly award: Award;
}

export interface Bands {
  /** The numbers are percentages. */
  readonly percent: boolean;
  readonly bands: readonly Band[];
}

interface ResolvedBound {
  at: Exact;
  included: boolean;
}

export interface ResolvedBand {
  readonly from: ResolvedBound | null;
  readonly to: ResolvedBound | null;
  readonly award: Award;
}

/** A hole between two bands that was closed, with the band as it is read now. */
export interface Gap {
  readonly from: Exact;
  readonly to: Exact;
  readonly text: string;
}

interface OpenBound {
  at: Exact;
  included: boolean | null;
}

interface OpenBand {
  from: OpenBound | null;
  to: OpenBound | null;
  award: Award;
}

/**
 * Decides what the printed bands leave open: touching ends belong to one band only, to the upper one where nothing is said
 * (rules catalogue §7), and integer labels leave no hole: 0-10%(含) and 11-30%(含) meet at 10% (rules catalogue N7).
 */
export function resolveBands({ percent, bands }: Bands): {
  readonly bands: readonly ResolvedBand[];
  readonly gaps: readonly Gap[];
} {
  const open = bands.map(opened);
  const ordered = [...open].sort((a, b) => lowest(a) - lowest(b));
  const gaps = ordered.slice(1).flatMap((upper, index) => meet(ordered[index] as OpenBand, upper, percent));
  if (ordered.length === 1 && ordered[0] !== undefined) gaps.push(...loneLabel(ordered[0], percent));
  return { bands: narrowFirst(open.map(closed)), gaps };
}

/** `60%以上,得3分;90%以上,得5分`: a band inside another one is asked before it; all others stay as printed. */
function narrowFirst(bands: readonly ResolvedBand[]): ResolvedBand[] {
  const held = (outer: ResolvedBand): number => bands.filter((inner) => holdsBand(outer, inner)).length;
  return [...bands].sort((a, b) => held(a) - held(b));
}

function holdsBand(outer: ResolvedBand, inner: ResolvedBand): boolean {
  return holdsEnd(outer.from, inner.from, -1) && holdsEnd(outer.to, inner.to, 1);
}

/** Whether the outer end lies at least as far out as the inner one; outwards is -1 for low ends, 1 for high ones. */
function holdsEnd(outer: ResolvedBound | null, inner: ResolvedBound | null, outwards: -1 | 1): boolean {
  if (outer === null || inner === null) return outer === null;
  const distance = outer.at.compare(inner.at) * outwards;
  return distance > 0 || (distance === 0 && (outer.included || !inner.included));
}

function opened({ from, to, award }: Band): OpenBand {
  const bound = (of: Bound | null): OpenBound | null =>
    of === null ? null : { at: exact(of.at), included: of.included };
  return { from: bound(from), to: bound(to), award };
}

// Sorting only: the numbers of a rule are short.
function lowest({ from, to }: OpenBand): number {
  return from === null
    ? Number.NEGATIVE_INFINITY
    : from.at.valueOf() + (to !== null && to.at.equals(from.at) ? 0 : 1e-9);
}

function meet(lower: OpenBand, upper: OpenBand, percent: boolean): Gap[] {
  const [end, start] = [lower.to, upper.from];
  if (end === null || start === null) return [];
  if (end.at.equals(start.at)) {
    end.included ??= start.included === false;
    start.included ??= !end.included;
    return [];
  }
  if (!start.at.sub(end.at).equals(1) || end.at.d !== 1n) return [];
  const hole = { from: end.at, to: start.at };
  if (end.included === true) {
    start.at = end.at;
    start.included = false;
    return [{ ...hole, text: sayBand(closed(upper), percent) }];
  }
  end.at = start.at;
  end.included = false;
  start.included ??= true;
  return [{ ...hole, text: sayBand(closed(lower), percent) }];
}

/** A single printed band 11-30%(含) is one of a list of integer labels: it starts above 10. */
function loneLabel({ from, to, ...band }: OpenBand, percent: boolean): Gap[] {
  if (from === null || to === null || to.included !== true || from.included !== null || from.at.d !== 1n)
    return [];
  if (from.at.n % 10n !== 1n) return [];
  const hole = { from: from.at.sub(1), to: from.at };
  from.at = hole.from;
  from.included = false;
  return [{ ...hole, text: sayBand(closed({ from, to, ...band }), percent) }];
}

function closed({ from, to, award }: OpenBand): ResolvedBand {
  return { from: settle(from, to, true), to: settle(to, from, false), award };
}

/** `80%(含)-90%`: marking one end says that the other is out, save at 0, where nothing lies below. */
function settle(bound: OpenBound | null, other: OpenBound | null, isLow: boolean): ResolvedBound | null {
  if (bound === null) return null;
  if (bound.included !== null) return { at: bound.at, included: bound.included };
  return { at: bound.at, included: other?.included !== true || (isLow && bound.at.equals(0)) };
}

/** `(10%，30%]`, `≥90%`. */
export function sayBand({ from, to }: ResolvedBand, percent: boolean): string {
  const say = (at: Exact): string => `${toDecimal(at)}${percent ? "%" : ""}`;
  if (from !== null && to !== null && from.at.equals(to.at)) return `=${say(from.at)}`;
  if (from === null) return to === null ? "" : `${to.included ? "≤" : "<"}${say(to.at)}`;
  if (to === null) return `${from.included ? "≥" : ">"}${say(from.at)}`;
  return `${from.included ? "[" : "("}${say(from.at)}，${say(to.at)}${to.included ? "]" : ")"}`;
}
