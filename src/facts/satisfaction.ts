import type { Fact } from "../model/fact";
import { nameWords } from "./name-words";

const SATISFACTION = /满意[度率]$/;
const GENERAL = /^(?:综合|总体|整体|平均|社会公众或服务对象|服务对象或社会公众|服务对象和社会公众|)$/;

export const isSatisfaction = (name: string): boolean => SATISFACTION.test(name.replace(/[（(].*[)）]$/, ""));

/** Whose satisfaction an indicator speaks of; empty for 综合满意度 and the like. */
export function groupOf(name: string): string {
  const group = name
    .replace(/[（(].*[)）]$/, "")
    .replace(/(?:的)?(?:综合|总体|整体|平均)?满意[度率]$/, "")
    .replace(/^(?:受益)?\d{4}年度?/, "");
  return GENERAL.test(group) ? "" : group;
}

/** Whether a name of the survey is that of the group: 本单位职工 for 职工, 社区环境建设 for 社区环境. */
export const isOfGroup = (name: string, group: string): boolean =>
  name.includes(group) || (name.length >= 2 && group.endsWith(name));

/** The facts of one group, its name taken off, so that they can be asked for as 满意, 有效问卷 or 满意率. */
export function factsOfGroup(facts: readonly Fact[], group: string): Fact[] {
  if (group === "") return [...facts];
  return facts.flatMap((fact): Fact[] => {
    const own = fact.words.filter((word) => isOfGroup(word, group));
    const isBody = fact.body !== null && isOfGroup(fact.body, group);
    if (own.length > 0 || isBody)
      return [
        { ...fact, words: fact.words.filter((word) => !own.includes(word)), body: isBody ? null : fact.body },
      ];
    const isNear = fact.body === null && fact.around.some((word) => isOfGroup(word, group));
    return isNear ? [fact] : [];
  });
}

const ANYONE =
  /^(?:服务对象|受益对象|受益群体|受益群众|群众|社会公众|公众|服务对象或社会公众|社会公众或服务对象)$/;
const SOMEBODY =
  /对象|群众|公众|居民|村民|农户|企业|商户|教师|学生|家长|师生|患者|病人|职工|员工|干部|人员|单位|用户|游客|旅客|市民|老人|儿童|家庭|社区/;

/** 服务对象 is whoever was asked, where a survey names nobody. */
export const isAnyone = (group: string): boolean => ANYONE.test(group);

/** The facts of surveys that name no group anywhere. */
export const ofNoGroup = (facts: readonly Fact[]): Fact[] =>
  facts.filter(
    ({ body, words, around }) =>
      body === null &&
      words.length === 0 &&
      !around.some((word) => SOMEBODY.test(word)) &&
      !facts.some((other) => other.body !== null && other.items.includes("满意率")),
  );

const ANSWERS: readonly string[] = ["非常满意", "比较满意", "满意"];
const UNDECIDED: readonly string[] = ["基本满意", "一般", "满意及基本满意"];
const ITEMS: ReadonlySet<string> = new Set([...ANSWERS, ...UNDECIDED, "不太满意", "不满意", "非常不满意"]);

/** Which answers count as satisfied where nothing is printed: 满意 and better, unless 基本满意 or 一般 stands between. */
export function plainAnswers(facts: readonly Fact[]): readonly string[] | null {
  const items = new Set(facts.flatMap((fact) => fact.items.filter((item) => ITEMS.has(item))));
  if (UNDECIDED.some((item) => items.has(item))) return null;
  const satisfied = ANSWERS.filter((item) => items.has(item));
  return satisfied.length === 0 ? null : satisfied;
}

/** The words of a printed name that only say how answers are counted. */
export const isAnswerWord = (name: string): boolean => nameWords(name).items.some((item) => ITEMS.has(item));
