import type { Reading, Relation } from "../reading";
import { judge } from "../../printed/precision";
import { estimate, printedText, spoken, told, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { plainName } from "../grammar/mentions";
import { baseUnit } from "../units";

/** Facts a report has one of: said twice, they are the same. */
const ONE_OF_A_KIND =
  /(?:综合|总体|整体|评价|自评|最终)(?:评价)?(?:得分|评分|总分|满意度|满意率)$|^项目资金总额$|^(?:全年总支出|预算总额|收入总计|支出总计)$|(?:发放|回收)(?:有效)?问卷$/;
const CHECKED = /核实|核查|抽查|检查|抽样|调查|走访|现场/;
const LIMITED = /其余|其中|另|新增|除|剩余|不足|未|仅|部分|第/;
const SHORTEST_NAME = 4;
const MOST_MENTIONS = 4;
const FINE = 3;
/** A label that compares says nothing of its own. */
const COMPARES = /占|较|比|增|减|下降|上升|提高|完成.*的$/;
const OF_PROJECT = /^(?:该|本)?(?:项目|部门|单位)?(?:绩效)?/;
const GENERIC =
  /项目|资金|情况|使用|结论|概况|绩效|评价|自评|分析|支出|收入|决算|预算|说明|总体|具体|结构|财政拨款|基本|工作|管理|执行|完成|目标|指标|得分|综合|主要|存在|问题|建议|措施|成效|经验|做法|年度|[一二三四五六七八九十\d、.]|部分|总额|安排|有关|其他|事项|需要|报告|整体|部门|单位|一般公共|投入|产出|过程|效益|组织|实施|到位|分解|下达/g;
const DOMINANT = 3;

/** The same fact stated twice with different numbers. */
export const restated: Relation = (reading) => [
  ...oneOfAKind(reading),
  ...sameWords(reading),
  ...outliers(reading),
];

function groupedBy(
  numbers: readonly TextNumber[],
  keyOf: (number: TextNumber) => string | null,
): TextNumber[][] {
  const groups = new Map<string, TextNumber[]>();
  for (const number of numbers) {
    const key = number.column === null && number.hold === "stated" ? keyOf(number) : null;
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [number]);
    else group.push(number);
  }
  return [...groups.values()];
}

function differ(a: TextNumber, b: TextNumber): boolean {
  return judge(a.printed, estimate(b)) === "fails" && judge(b.printed, estimate(a)) === "fails";
}

function finding(stated: TextNumber, other: TextNumber, severity: "error" | "warning"): TextRelation {
  const how =
    other.passage === stated.passage
      ? "同段另处"
      : `另处“${other.sentence.replace(/\s+/g, "").slice(0, 10)}…”`;
  return told(
    { kind: "restated", stated, how, of: [other], severity },
    "fails",
    printedText(stated),
    printedText(other),
  );
}

function same(stated: TextNumber, other: TextNumber): TextRelation {
  return told(
    { kind: "restated", stated, how: "另处", of: [other] },
    "holds",
    printedText(stated),
    spoken(stated, valueOf(other)),
  );
}

/** A fact that a report has one of: said twice within one subject, it is the same. */
function oneOfAKind(reading: Reading): TextRelation[] {
  const groups = groupedBy(reading.numbers, ({ label, unit, kind, year: said }) => {
    const name = ONE_OF_A_KIND.exec(label)?.[0];
    return name === undefined || (said !== null && said !== reading.year)
      ? null
      : `${kind}|${baseUnit(unit) ?? ""}|${label.replace(OF_PROJECT, "")}`;
  });
  return groups.flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : rest.flatMap((later) => {
          if (!differ(later, first)) return [same(later, first)];
          return isOneSubject(reading, later, first) ? [finding(later, first, "warning")] : [];
        }),
  );
}

/** The same words say the same number; another one is doubtful only where one digit or a swap would explain it. */
function sameWords(reading: Reading): TextRelation[] {
  const groups = groupedBy(reading.numbers, (number) => {
    const { label, unit, kind, year } = number;
    if (kind === "bare" || kind === "standard" || COMPARES.test(label)) return null;
    const name = plainName(label);
    return name.length < SHORTEST_NAME ? null : `${kind}|${baseUnit(unit) ?? ""}|${year ?? ""}|${name}`;
  });
  return groups.flatMap((group) => {
    const [first, ...rest] = group;
    if (first === undefined) return [];
    return rest.flatMap((later) => {
      const twin = group.find((other) => other.offset < later.offset && !differ(later, other));
      if (twin !== undefined) return [same(later, twin)];
      return later.passage !== first.passage &&
        group.length <= MOST_MENTIONS &&
        isMisprintOf(later, first) &&
        isOneSubject(reading, later, first)
        ? [finding(later, first, "warning")]
        : [];
    });
  });
}

/** Printed alike but for one digit, or for two that are swapped. */
function isMisprintOf(a: TextNumber, b: TextNumber): boolean {
  const [x, y] = [a, b].map(({ printed }) => printed.text.replace(/[^\d.]/g, ""));
  const [places, others] = [a, b].map(({ printed }) => printed.places);
  if (
    x === undefined ||
    y === undefined ||
    x.length !== y.length ||
    places !== others ||
    x.replace(".", "").replace(/0+$/, "").length < FINE
  )
    return false;
  const [p, q] = [x.replace(".", ""), y.replace(".", "")];
  const apart = [...p].flatMap((digit, at) => (digit === q[at] ? [] : [at]));
  const [one = 0, two = 0] = apart;
  return (
    apart.length === 1 || (apart.length === 2 && two === one + 1 && p[one] === q[two] && p[two] === q[one])
  );
}

/** Not of a target and its result, not of two projects, two years or two chapters of their own. */
function isOneSubject(reading: Reading, a: TextNumber, b: TextNumber): boolean {
  const [stageA, stageB] = [stageOf(reading, a), stageOf(reading, b)];
  const [one, other] = [reading.headingsOf(a.passage), reading.headingsOf(b.passage)];
  if (stageA !== stageB || yearIn(one) !== yearIn(other)) return false;
  return one.every((heading, level) => {
    const [own, its] = [subjectOf(heading), subjectOf(other[level] ?? "")];
    return own === "" || its === "" || own === its;
  });
}

function yearIn(headings: readonly string[]): string {
  return /(?:19|20)\d\d(?=年)/.exec(headings.join("|"))?.[0] ?? "";
}

function stageOf(reading: Reading, { passage, start, label }: TextNumber): string {
  const near =
    (reading.passages[passage]?.text ?? "")
      .slice(Math.max(0, start - 30), start)
      .split(/[。;]/)
      .at(-1) ?? "";
  const words = `${reading.headingsOf(passage).join("|")}|${near}|${label}`;
  if (/上年|去年|同期|上一年/.test(`${reading.headingsOf(passage).join("|")}|${label}`)) return "past";
  if (/完成情况|决算|实际|执行情况|已完成|自评情况/.test(words)) return "actual";
  return /目标|计划|预算安排|年初|拟|任务|预算情况/.test(words) ? "planned" : "";
}

/** 甲 of （一）甲项目: what sets a heading apart from others of a report; "" where it has only words that every report has. */
function subjectOf(heading: string): string {
  return heading.replace(GENERIC, "").replace(/[的和及与、()]/g, "");
}

/** 核实了 12 家监狱 in a paragraph that goes on with 9 家监狱, as the rest of the text does. */
function outliers(reading: Reading): TextRelation[] {
  const groups = groupedBy(reading.numbers, ({ kind, unit, noun }) =>
    kind === "count" && noun.length >= 2 ? `${baseUnit(unit) ?? ""}|${noun}` : null,
  );
  return groups.flatMap((group) => {
    const counted = new Map<string, TextNumber[]>();
    for (const number of group) {
      const key = valueOf(number).toFraction();
      counted.set(key, [...(counted.get(key) ?? []), number]);
    }
    const usual = [...counted.values()].sort((a, b) => b.length - a.length)[0] ?? [];
    if (usual.length < DOMINANT) return [];
    return [...counted.values()]
      .filter((mentions) => mentions.length === 1)
      .flatMap(([odd]) => {
        const other = usual.find(
          (mention) => odd !== undefined && mention.sentenceNumber === odd.sentenceNumber,
        );
        return odd !== undefined && other !== undefined && isChecked(reading, odd)
          ? [finding(odd, other, "warning")]
          : [];
      });
  });
}

function isChecked({ passages }: Reading, { passage, start }: TextNumber): boolean {
  const clause =
    (passages[passage]?.text ?? "")
      .slice(Math.max(0, start - 30), start)
      .split(/[,。;]/)
      .at(-1) ?? "";
  return CHECKED.test(clause) && !LIMITED.test(clause);
}
