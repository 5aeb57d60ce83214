import type { Reading, Relation } from "../reading";
import { judge } from "../../printed/precision";
import { estimate, printedText, spoken, told, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

/** Facts a report has one of: said twice, they are the same. */
const ONE_OF_A_KIND =
  /(?:综合|总体|整体|评价|自评|最终)(?:评价)?(?:得分|评分|总分|满意度|满意率)$|^(?:全年总支出|预算总额|收入总计|支出总计)$|(?:发放|回收)(?:有效)?问卷$/;
const CHECKED = /核实|核查|抽查|检查|抽样|调查|走访|现场/;
const LIMITED = /其余|其中|另|新增|除|剩余|不足|未|仅|部分|第/;
const LONG_LABEL = 6;
const DOMINANT = 3;

/** The same fact stated twice with different numbers. */
export const restated: Relation = (reading) => [
  ...oneOfAKind(reading),
  ...sameLongWords(reading),
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

function finding(stated: TextNumber, other: TextNumber): TextRelation {
  const how =
    other.passage === stated.passage
      ? "同段另处"
      : `另处“${other.sentence.replace(/\s+/g, "").slice(0, 10)}…”`;
  return told({ kind: "restated", stated, how }, "fails", printedText(stated), printedText(other));
}

function same(stated: TextNumber, other: TextNumber): TextRelation {
  return told(
    { kind: "restated", stated, how: "另处" },
    "holds",
    printedText(stated),
    spoken(stated, valueOf(other)),
  );
}

function oneOfAKind({ numbers, year }: Reading): TextRelation[] {
  const groups = groupedBy(numbers, ({ label, unit, kind, year: said }) => {
    const name = ONE_OF_A_KIND.exec(label)?.[0];
    return name === undefined || (said !== null && said !== year)
      ? null
      : `${kind}|${baseUnit(unit) ?? ""}|${label}`;
  });
  return groups.flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : rest.map((later) => (differ(later, first) ? finding(later, first) : same(later, first))),
  );
}

/** A longer clause that two paragraphs repeat word for word, each once, states one fact. */
function sameLongWords({ numbers, passages }: Reading): TextRelation[] {
  const groups = groupedBy(numbers, ({ label, unit, kind, year }) =>
    label.length < LONG_LABEL || kind === "points" || kind === "bare"
      ? null
      : `${kind}|${baseUnit(unit) ?? ""}|${year ?? ""}|${label}`,
  );
  return groups.flatMap(([first, second, ...more]) => {
    if (first === undefined || second === undefined || more.length > 0 || first.passage === second.passage)
      return [];
    // Items of one list bear the same name where the fund came in two parts.
    const [one, other] = [passages[first.passage], passages[second.passage]];
    if (one?.level === 3 && other?.level === 3 && one.section === other.section) return [];
    return [differ(second, first) ? finding(second, first) : same(second, first)];
  });
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
          ? [finding(odd, other)]
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
