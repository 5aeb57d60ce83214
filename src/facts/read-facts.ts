import type { Fact, FactYear, Stage } from "../model/fact";
import type { NamedNumber } from "../model/named-number";
import type { Quantity } from "../model/quantity";
import { withUnit } from "../quantities/target";
import { bodyInTitle, bodyKey, headsBodies, isBodyName, meansWhole } from "./bodies";
import { nameWords, type NameWords, type YearWord } from "./name-words";
import { COUNTED } from "./words";

const MONEY = /元$/;

/** Every named number as a fact; a table's 合计 over its years, and 总计 beside 本年支出合计, are marked as what they are. */
export function readFacts(numbers: readonly NamedNumber[]): Fact[] {
  const tables = new Map<string, NamedNumber[]>();
  for (const number of numbers) {
    const table = tables.get(number.table);
    if (table === undefined) tables.set(number.table, [number]);
    else table.push(number);
  }
  return [...tables.values()].flatMap((table) => {
    const years = new Set(table.map(({ headers }) => yearKey(headers[0])).filter((key) => key !== ""));
    const hasBalances = table.some(({ labels }) => isBalance(labels[0] ?? ""));
    const hasAnswers = table.some(({ labels }) => nameWords(labels[0] ?? "").items.includes("不满意"));
    return table.map((number) => factOf(number, { years: years.size > 1, hasBalances, hasAnswers }));
  });
}

const yearKey = (header = ""): string => {
  const { year, stage } = nameWords(header);
  return year === null || stage !== null ? "" : JSON.stringify(year);
};

const isBalance = (label: string): boolean =>
  nameWords(label).items.some((item) => item === "结转" || item === "结余" || item === "结转结余");

interface TableTraits {
  readonly years: boolean;
  readonly hasBalances: boolean;
  /** Its rows are answers: 满意, 不满意. */
  readonly hasAnswers: boolean;
}

/** 合计 of the answers is the number of questionnaires. */
const isAllAnswers = (label: NameWords, header: NameWords, { hasAnswers }: TableTraits): boolean =>
  hasAnswers && label.total && label.items.length + label.words.length + header.items.length === 0;

const NOTHING: NameWords = nameWords("");

function factOf(number: NamedNumber, traits: TableTraits): Fact {
  const { labels, headers, labelHeader, sections, titles, parents, cell } = number;
  const [firstLabel = ""] = labels;
  const [firstHeader = ""] = headers;
  const underBodies = headsBodies(labelHeader);
  const speaks = saysMore(nameWords(firstLabel));
  const labelIsBody =
    firstLabel !== "" && !speaks && (underBodies || isBodyName(firstLabel)) && !isTotal(firstLabel);
  const headerIsBody = firstHeader !== "" && isBodyName(firstHeader);
  const label = labelIsBody ? NOTHING : nameWords(firstLabel);
  // A named amount below a table of bodies stands under its headers by chance.
  const header = headerIsBody || (underBodies && speaks) ? NOTHING : nameWords(firstHeader);
  const outer = [...labels.slice(1), ...headers.slice(1)].map(nameWords);
  const lines = [...sections, ...titles, cell.sheet].map(nameWords);
  const half = nameWords(labelHeader);
  const own = { items: union(label.items, header.items), words: [...label.words, ...header.words] };
  const spoken = own.items.length + own.words.length > 0;
  const nearest = spoken ? null : (outer.find(({ items, words }) => items.length + words.length > 0) ?? null);
  const withItems = [half, ...lines].find(({ items }) => items.length > 0);
  const inherited = nearest ?? (spoken ? null : (withItems ?? null));
  const isSum = isGrandTotal(firstLabel) && traits.hasBalances;
  const items = spoken ? own.items : (inherited?.items ?? []);
  const words = spoken ? own.words : (nearest?.words ?? []);
  const contexts = [...outer, half, ...lines];
  const total = label.total || header.total || sections.some((text) => nameWords(text).total);
  const year = yearOf(
    [label, header, ...outer, ...lines],
    traits.years && header.total && header.year === null,
  );
  return {
    name: nameOf(number),
    label: firstLabel === "" || labelIsBody ? firstHeader : firstLabel,
    items: isSum ? [...items, "总计"] : isAllAnswers(label, header, traits) ? ["有效问卷"] : items,
    words: sorted(words),
    around: [...contexts, ...parents.map(nameWords)].flatMap((each) => [...each.items, ...each.words]),
    stage: stageOf(label, header, contexts),
    year,
    moment: label.moment ?? header.moment,
    body: bodyOf(number, labelIsBody, headerIsBody),
    total,
    isPart: number.isPart,
    qualifier: label.qualifier ?? header.qualifier,
    quantity: withTableUnit(number, items),
    cell,
    table: number.table,
  };
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const sorted = (words: readonly string[]): string[] => [...words].sort();

/** Names an amount, not a body. */
const saysMore = ({ items, stage }: NameWords): boolean => items.length > 0 || stage !== null;

const isTotal = (text: string): boolean => {
  const { total, items, words } = nameWords(text);
  return total && items.length + words.length === 0;
};

/** 总计 of an account holds what was carried over, too. */
const isGrandTotal = (label: string): boolean => /^(?:收入|支出)?总计$/.test(label.replace(/[\s　]/g, ""));

function stageOf(label: NameWords, header: NameWords, contexts: readonly NameWords[]): Stage | null {
  if (label.items.some((item) => COUNTED.has(item)) || header.items.some((item) => COUNTED.has(item)))
    return null;
  const [a, b] = [label.stage, header.stage];
  if (a !== null && b !== null && a !== b) return refined(a, b);
  const own = a ?? b;
  if (own !== null) return own;
  const context = contexts.find(({ stage }) => stage !== null)?.stage ?? null;
  return context ?? (label.spending || header.spending ? "spent" : null);
}

/** 年初预算 under 预算数 is the initial one, 实际支出 under 决算数 the final one; a budget that was executed is neither. */
function refined(a: Stage, b: Stage): Stage {
  const pair = new Set([a, b]);
  if (pair.has("budget") && (pair.has("initial") || pair.has("adjusted")))
    return pair.has("initial") ? "initial" : "adjusted";
  if (pair.has("spent") && (pair.has("final") || pair.has("executed") || pair.has("arrived")))
    return a === "spent" ? b : a;
  return "mixed";
}

/** The nearest year counts; 上年 beside 2023年 is the year before that. */
function yearOf(pieces: readonly NameWords[], isOverYears: boolean): FactYear {
  if (isOverYears) return { kind: "several" };
  let offset: number | null = null;
  const [label, header] = pieces;
  const own = [label?.year, header?.year].filter(
    (year): year is YearWord & { kind: "absolute" } => year?.kind === "absolute",
  );
  if (own.length === 2 && own[0]?.year !== own[1]?.year) return { kind: "several" };
  for (const { year } of pieces) {
    if (year === null) continue;
    if (year.kind === "several") {
      if (offset === null) return { kind: "several" };
      continue;
    }
    if (year.kind === "absolute") return { kind: "year", base: year.year, offset: offset ?? 0 };
    offset ??= year.offset;
  }
  return { kind: "year", base: null, offset: offset ?? 0 };
}

function bodyOf(
  { labels, headers, titles, sections, cell }: NamedNumber,
  byLabel: boolean,
  byHeader: boolean,
): string | null {
  if (byLabel) return meansWhole(labels[0] ?? "") ? null : bodyKey(labels[0] ?? "");
  if (byHeader) return bodyKey(headers[0] ?? "");
  for (const text of [...sections, ...titles, cell.sheet]) {
    const body = bodyInTitle(text);
    if (body !== null) return body;
  }
  return null;
}

function withTableUnit(
  { quantity, currency, labels, headers }: NamedNumber,
  items: readonly string[],
): Quantity {
  const words = [labels[0] ?? "", headers[0] ?? ""].join("");
  const isCounted =
    items.some((item) => COUNTED.has(item)) ||
    /人数|人员|编制|份数|户数|次数|批次|数量|面积|率|占比|比例/.test(words);
  if (currency === null || isCounted || quantity.unit !== null) return quantity;
  return withUnit(quantity, currency);
}

/** 三公经费本年决算数, as a person would say it. */
function nameOf({ labels, headers }: NamedNumber): string {
  const [label = ""] = labels;
  const header =
    headers.find(
      (text) => !/^(?:数值|金额|数量|数据|数|值|数额|结果|数字)$/.test(text.replace(/[(（].*[)）]|\s/g, "")),
    ) ?? "";
  const clean = (text: string): string =>
    text.replace(/\s+/g, "").replace(/[(（](?:万?元|人|单位[:：].*?)[)）]/g, "");
  return `${clean(label)}${clean(header)}` || clean(headers[0] ?? "");
}

export const isMoney = ({ unit }: Quantity): boolean => unit !== null && MONEY.test(unit);
