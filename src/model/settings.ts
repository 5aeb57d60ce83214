/** What an evaluation does where the rules leave a choice; kept on the sheet 评价设置 when changed. */
export interface Settings {
  /** 0/0 in an indicator's rate: full points, no points, or left to the user. */
  readonly zeroBudget: "full" | "zero" | "ask";
  /** 不适用: full points, dropped with the rest rescaled to 100, or left to the user. */
  readonly notApplicable: "full" | "rescale" | "ask";
  /** Above this share of the target an over-achievement is reported (1.3 = 130 %). */
  readonly overAchievement: string;
  /** Decimals of a score, rounded half-up. */
  readonly places: number;
  readonly output: "formulas" | "values";
  /** True: computed scores replace typed ones. */
  readonly adopt: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  zeroBudget: "full",
  notApplicable: "full",
  overAchievement: "1.3",
  places: 2,
  output: "formulas",
  adopt: false,
};
