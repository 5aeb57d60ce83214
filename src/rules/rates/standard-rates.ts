import { readQuotient, type PrintedFormula } from "../../facts/formula";
import table from "../../facts/rates.json";
import type { Missed } from "../ways/ratio";

/** A rate of the common frameworks (财预〔2020〕10号, 财预〔2013〕53号, report 3), as `facts/rates.json` has it. */
export interface StandardRate {
  /** `…` stands for the subject: 公务接待费控制率 is a …控制率. */
  readonly name: string;
  readonly synonyms: readonly string[];
  /** The formulas in use; `ordered`: the first that can be computed is the one meant, the others are told beside it. */
  readonly formulas: readonly PrintedFormula[];
  readonly ordered: boolean;
  /** What 0/0 counts as where the setting gives full points: nothing due and nothing done is as good as can be. */
  readonly atZero: "1" | "0";
  /** The limit used where the form states no target; `missed` says what a miss is worth then. */
  readonly usual: { readonly comparison: ">=" | "<="; readonly value: "1" | "0"; readonly missed: Missed };
  /** `|top|` instead of top. */
  readonly absolute: boolean;
}

interface Row {
  readonly 比率: string;
  readonly 又称: string;
  readonly 公式: readonly string[];
  readonly 先后?: boolean;
  readonly 绝对值?: boolean;
  readonly 零除零: string;
  readonly 通常: string;
}

const namesOf = (names: string): readonly string[] => names.split(" ").filter((name) => name !== "");

function rateOf(row: Row, subject = ""): StandardRate {
  const comparison = row.通常.startsWith("≥") ? ">=" : "<=";
  const value = row.通常.includes("100") ? "1" : "0";
  return {
    name: row.比率,
    synonyms: namesOf(row.又称),
    formulas: row.公式.flatMap((printed) => {
      const text = printed.replaceAll("…", subject);
      const read = readQuotient(text);
      return read === null ? [] : [{ name: null, ...read, text }];
    }),
    ordered: row.先后 === true,
    atZero: row.零除零 === "1" ? "1" : "0",
    usual: { comparison, value, missed: comparison === ">=" ? "in-proportion" : "judgement" },
    absolute: row.绝对值 === true,
  };
}

const ROWS: readonly Row[] = table;
const isGeneral = ({ 比率 }: Row): boolean => 比率.startsWith("…");

export const STANDARD_RATES: readonly StandardRate[] = ROWS.filter((row) => !isGeneral(row)).map((row) =>
  rateOf(row),
);

/** The rate of a subject that has none of its own: 公务接待费控制率; null where the name ends in none of them. */
export function generalRateOf(name: string): StandardRate | null {
  for (const row of ROWS.filter(isGeneral)) {
    const endings = [row.比率, ...namesOf(row.又称)]
      .map((each) => each.slice(1))
      .sort((a, b) => b.length - a.length);
    const ending = endings.find((each) => name.endsWith(each) && name.length >= each.length + 2);
    if (ending !== undefined) return { ...rateOf(row, name.slice(0, -ending.length)), name };
  }
  return null;
}
