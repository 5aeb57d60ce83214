import { parseDecimal, type Exact } from "../expr/exact";
import { remembering } from "../expr/remembering";
import { compact, fold } from "./characters";
import { withoutColon } from "./labels";

const STARS = /^[\s★☆*＊※▲△●◆■□√#]+/;
const NUMBERINGS = [
  // `指标1:名称`, `指标12021年…`, `指标1一级…`
  /^指\s*标\s*(?:\d(?=(?:19|20)\d{2}年)|\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2}(?![级类期次]))\s*[:.、,)]?\s*/,
  /^\(\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)\s*[、.:]?\s*/,
  /^[一二三四五六七八九十]{1,3}\s*[、.:]\s*/,
  /^\d{1,2}\s*[、:)]\s*/,
  // `1.名称`, not `1290.3平方米…` or `1.5亩…`
  /^\d{1,2}\s*\.\s*(?!\d)/,
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?:\s+|[、.:])(?=\D)/,
  /^[①-⑳⑴-⒇⒈-⒛]\s*/,
  /^第[一二三四五六七八九十]{1,2}[部方]分\s*[、:]?\s*/,
];
/** `(50分)`, `(总分16分，总得分16分)`, at a name's end; after 一级/二级 names also `(10)` and `(20%)`. */
const POINTS_IN_BRACKETS =
  /\s*[([【〔]\s*(?:[^()[\]【】〔〕]*?\d+(?:\.\d+)?\s*分[^()[\]【】〔〕]*)[)\]】〕]\s*[:]?$/;
const BARE_NUMBER_IN_BRACKETS =
  /\s*[([【〔]\s*(?:权重|分值|占比)?[:]?\s*\d+(?:\.\d+)?\s*%?\s*[)\]】〕]\s*[:]?$/;
const POINTS_AT_END = /\s*[:,]?\s*(?:总分|分值|满分|权重|计|共)?[:为]?\s*\d+(?:\.\d+)?\s*分$/;

const NAME_POINTS = [POINTS_IN_BRACKETS];
const GROUP_POINTS = [POINTS_IN_BRACKETS, BARE_NUMBER_IN_BRACKETS, POINTS_AT_END];

/** Without numbering, stars and bracketed points, as the report's contract wants level names; in the cell's own characters. */
export function cleanName(text: string, isGroup = false): string {
  return isGroup ? groupName(text) : indicatorName(text);
}

const groupName = remembering((text) => cleaned(text, true));
const indicatorName = remembering((text) => cleaned(text, false));

function cleaned(text: string, isGroup: boolean): string {
  const name = text.replace(/[\r\n]+/g, "").trim();
  // The patterns are written for folded text, which has the same length: positions in it are positions in the name.
  const folded = fold(name);
  const start = afterNumbering(folded);
  const end = beforePoints(folded, start, isGroup);
  return withoutColon(name.slice(start, end)).trim();
}

const MAY_BE_NUMBERED = /^[\s★☆*※▲△●◆■□√#指(\d一二三四五六七八九十①-⑳⑴-⒇⒈-⒛第]/;

function afterNumbering(folded: string): number {
  let rest = folded;
  for (let before = ""; before !== rest && MAY_BE_NUMBERED.test(rest);) {
    before = rest;
    rest = rest.replace(STARS, "");
    for (const numbering of NUMBERINGS) rest = rest.replace(numbering, "");
  }
  return folded.length - rest.length;
}

function beforePoints(folded: string, start: number, isGroup: boolean): number {
  let rest = folded;
  for (const pattern of isGroup ? GROUP_POINTS : NAME_POINTS) {
    const match = /\d/.test(rest) ? pattern.exec(rest) : null;
    if (match && match.index > start) rest = rest.slice(0, match.index);
  }
  return rest.length;
}

export interface StatedPoints {
  readonly points: Exact | null;
  readonly score: Exact | null;
}

const SCORE = /(?:总得分|实际得分|得分|实得|自评)[为:]?(\d+(?:\.\d+)?)分?/;
const POINTS = /(?:(?:总分值?|分值|满分|权重|共计?|计)[为:]?)?(\d+(?:\.\d+)?)(?:分|%)/;

/** What a caption says of points: `产出指标(50分)`, `决策(10)`, `一、基础工作(总分16分，总得分16分)`. */
export function statedPoints(text: string): StatedPoints {
  const tight = compact(text);
  const score = SCORE.exec(tight);
  const rest = score ? tight.slice(0, score.index) + tight.slice(score.index + score[0].length) : tight;
  const points =
    POINTS.exec(rest)?.[1] ?? /[([【〔](?:权重|分值)?:?(\d+(?:\.\d+)?)[)\]】〕]:?$/.exec(rest)?.[1];
  return {
    points: points === undefined ? null : parseDecimal(points),
    score: score?.[1] === undefined ? null : parseDecimal(score[1]),
  };
}

/** Rows left from a template: `指标2`, `……`, `无`, an empty name. */
export function isPlaceholder(text: string): boolean {
  const bare = compact(cleanName(text)).replace(/[.…。·、/\\—-]+/g, "");
  return (
    bare === "" ||
    bare === "无" ||
    /^(?:指标|三级指标|二级指标|一级指标|请填写|此处填写|可自行增加|根据需要增加|其他指标名称)$/.test(bare)
  );
}

/** 其中 rows break an amount down; without points of their own they are no indicators (`[xiaoxian_hexi]`). */
export function isPartOfAbove(text: string): boolean {
  return /^其中/.test(compact(cleanName(text)));
}
