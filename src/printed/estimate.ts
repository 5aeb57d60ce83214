import { ZERO, type Exact } from "../expr/exact";

/** A number worked out from printed ones: at face value, and the least and most it can be within their rounding. */
export interface Estimate {
  readonly face: Exact;
  readonly low: Exact;
  readonly high: Exact;
}

/** A number without rounding: a count, points, the result of a formula. */
export function exactly(value: Exact): Estimate {
  return { face: value, low: value, high: value };
}

export function sumOf(parts: readonly Estimate[]): Estimate {
  return parts.reduce(
    (total, part) => ({
      face: total.face.add(part.face),
      low: total.low.add(part.low),
      high: total.high.add(part.high),
    }),
    exactly(ZERO),
  );
}

export function negative({ face, low, high }: Estimate): Estimate {
  return { face: face.neg(), low: high.neg(), high: low.neg() };
}

export function differenceOf(left: Estimate, right: Estimate): Estimate {
  return sumOf([left, negative(right)]);
}

export function productOf(left: Estimate, right: Estimate): Estimate {
  return spanning(left.face.mul(right.face), [
    left.low.mul(right.low),
    left.low.mul(right.high),
    left.high.mul(right.low),
    left.high.mul(right.high),
  ]);
}

/** Null where the denominator is 0, or may be 0 within its rounding. */
export function quotientOf(left: Estimate, right: Estimate): Estimate | null {
  if (right.low.compare(ZERO) <= 0 && right.high.compare(ZERO) >= 0) return null;
  return spanning(left.face.div(right.face), [
    left.low.div(right.low),
    left.low.div(right.high),
    left.high.div(right.low),
    left.high.div(right.high),
  ]);
}

function spanning(face: Exact, corners: readonly Exact[]): Estimate {
  return {
    face,
    low: corners.reduce((least, corner) => (corner.compare(least) < 0 ? corner : least), face),
    high: corners.reduce((most, corner) => (corner.compare(most) > 0 ? corner : most), face),
  };
}
