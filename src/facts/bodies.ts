import { fold } from "../text/characters";
import { nameWords, withoutNumbering } from "./name-words";

const BODY =
  /(?:局|站|中心|学校|小学|中学|大学|学院|幼儿园|医院|办公室|委员会|大队|支队|总队|机关|本级|单位|机构|镇|乡|街道|馆|所|院|厅|处|科|室|团|公司|园区|管委会|协会|联合会|法院|检察院|县|区|市)$/;
const BODY_HEADER =
  /(?:单位|部门|机构|地区|县区|区县|市县|乡镇|街道|学校|医院|承担单位|实施单位)(?:名称|全称)?$|^项目名称$|^子项目|^(?:调查|服务|受访)?对象$|^群体|^调查群体|^(?:来源)$/;
const OWN = /^(?:我|本)(?:单位|部门|机关|局|院|校)$|^单位$|^部门$/;
const KIND_OF_BODY = /^(?:事业|行政|参公|编制|填报|预算|驻区|企业|基层|二级|下属)(?:单位|机构)$/;
const WHOLE = /汇总|全部门|部门整体|本部门\(含|含所属|部门\(汇总/;

/** Whether a column of names holds bodies: 单位名称, 机构名称, 调查对象. */
export const headsBodies = (header: string): boolean =>
  BODY_HEADER.test(fold(header).replace(/\s|\(.*\)/g, ""));

export const isBodyName = (text: string): boolean => {
  const plain = withoutNumbering(text);
  return (
    BODY.test(plain) &&
    plain.length <= 20 &&
    nameWords(text).items.length === 0 &&
    !OWN.test(plain) &&
    !KIND_OF_BODY.test(plain)
  );
};

/** The body that a title or a sheet's name speaks of: what is left when the known words are taken out. */
export function bodyInTitle(text: string): string | null {
  return besideYear(text) ?? amongWords(text);
}

/** `乙单位2024年支出情况表`, `2023年度甲单位决算情况`: the name right before or behind the year. */
function besideYear(text: string): string | null {
  const plain = withoutNumbering(text);
  const before = /^(?<body>\p{Script=Han}{2,18}?)(?=(?:19|20)\d{2}年)/u.exec(plain)?.groups?.body;
  const behind =
    /(?:19|20)\d{2}年(?:度|末)?(?<body>\p{Script=Han}{1,14}?(?:单位|局|中心|站|院|校|厅|委))(?!名称|情况)/u.exec(
      plain,
    )?.groups?.body;
  return [before, behind].find((each) => each !== undefined && isNamedBody(each)) ?? null;
}

const isNamedBody = (each: string): boolean =>
  BODY.test(each) &&
  each.length >= 3 &&
  each.length <= 20 &&
  !KIND_OF_BODY.test(each) &&
  !OWN.test(each) &&
  nameWords(each).items.length === 0 &&
  nameWords(each).stage === null &&
  !/^(?:本|我|各|全|部门)/.test(each);

function amongWords(text: string): string | null {
  const { words, items } = nameWords(
    text.replace(/基础数据|基本情况|基本数字|基本信息|明细|统计|汇总|信息|附表|表$/g, ""),
  );
  const [word] = words;
  if (words.length > 2 || word === undefined) return null;
  const body = words.find(isNamedBody);
  return body === undefined || (items.length > 0 && body !== word) ? null : body;
}

/** `1、局机关` → `局机关`. */
export const bodyKey = (text: string): string => withoutNumbering(text).replace(/[()（）]/g, "");

/** 本部门（含所属10个单位）, 部门汇总: the whole, not one of its units. */
export const meansWhole = (text: string): boolean => WHOLE.test(fold(text)) || OWN.test(bodyKey(text));

/** The same body, or its name without the place before it: 县监测站 and 监测站. */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [bodyKey(one), bodyKey(other)];
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.endsWith(b) || b.endsWith(a)));
}
