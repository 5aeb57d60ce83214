/** What a sum takes in: everything, the indicators without the fund row (重庆 form: 合计 90, 自评总分 100), or one 一级指标. */
export type Scope =
  | { readonly kind: "whole" }
  | { readonly kind: "indicators" }
  | { readonly kind: "dimension"; readonly name: string };

export const WHOLE: Scope = { kind: "whole" };

export const INDICATORS_ALONE: Scope = { kind: "indicators" };

export const dimensionScope = (name: string): Scope => ({ kind: "dimension", name });

interface Scoped {
  readonly scope: Scope;
}

/** Whether a row sums up the whole evaluation. */
export const isWhole = ({ scope }: Scoped): boolean => scope.kind === "whole";

/** Whether a row sums up the indicators and leaves the fund row out. */
export const isIndicatorsAlone = ({ scope }: Scoped): boolean => scope.kind === "indicators";

/** The name of the dimension that a row sums up; null for any other sum. */
export const dimensionOf = ({ scope }: Scoped): string | null =>
  scope.kind === "dimension" ? scope.name : null;
