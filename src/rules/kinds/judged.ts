import { judgement, type RuleKind } from "../kind";
import { byWords } from "../ways/words";

/** A rule that leaves the points to people, and says so. */
export interface Judged {
  readonly what: string;
  readonly by: string;
}

const JUDGED_TEXT =
  /^([^]*?)[;,]?由([^;,]{1,16}?)(?:按|根据|依据|结合)[^;]{1,20}(?:打分|评分|赋分|评定|计分)$/;

/** `…由评价组按评价要点打分` (report 0). */
export const judged: RuleKind<Judged> = {
  name: "judged",
  label: "由评价组按评价要点打分",
  parse: (plain) => {
    const [, what, by] = JUDGED_TEXT.exec(plain) ?? [];
    return what === undefined || by === undefined || /\d分|得分|满分|扣/.test(what) ? null : { what, by };
  },
  print: ({ what, by }) => `${what === "" ? "" : `${what};`}由${by}按评价要点打分`,
  build: ({ by }) => judgement(`由${by}按评价要点打分，请填写得分`),
};

export type Levels = Record<never, never>;

/** Nothing but the levels before them, nothing but 得分 behind: any other clause leaves the wording to people. */
const LEVELS =
  /^[^;\d扣]*100%?-80%?(?:\(含80%?\))?[、,;]80%?-60%?(?:\(含60%?\))?[、,;]60%?-0%?(?:合理|确定|达成情况|计算|得分|计分|分值|的)*$/;
const CANONICAL =
  "达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档,分别按照100-80%(含80%)、80-60%(含60%)、60-0%合理确定得分";

/** The three levels of a qualitative indicator (rules catalogue Q1): the point inside a level is a human choice. */
export const levels: RuleKind<Levels> = {
  name: "levels",
  label: "定性指标分三档评分",
  parse: (plain) => (LEVELS.test(plain) && /达成|达到|效果/.test(plain) ? {} : null),
  print: () => CANONICAL,
  build: (_, of) => {
    if (of.actual?.nature === "words") return byWords(of);
    return judgement(
      "定性指标分三档评分：达成 80%（含）–100%、部分达成 60%（含）–80%、未达成 0–60%，请填写得分",
    );
  },
};

export interface Choice {
  readonly what: string;
}

/** `二者择其一进行考核`: the one not chosen leaves the total as well (rules catalogue N14). */
export const choice: RuleKind<Choice> = {
  name: "choice",
  label: "二者择其一考核",
  parse: (plain) => {
    const [, what] = /^([^]*?)[;,]?(?:以上)?(?:二|两)者择其一(?:进行)?考核$/.exec(plain) ?? [];
    return what === undefined ? null : { what };
  },
  print: ({ what }) => `${what === "" ? "" : `${what};`}二者择其一进行考核`,
  build: () => judgement("二者择其一考核：请填写所选指标的得分，未选的一项填“不适用”"),
};
