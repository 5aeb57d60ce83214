import { ONE, ZERO } from "../../expr/exact";
import { speakNumber } from "../../expr/explain";
import {
  compare,
  conditional,
  constant,
  guarded,
  message,
  textIs,
  type TextInput,
} from "../../expr/expression";
import type { Quantity } from "../../model/quantity";
import { judgement, type Built, type ScoringCase } from "../kind";
import { notes } from "../notes";
import { plainWording } from "../../text/plain-wording";
import type { Operand } from "../operand";
import { resultText, textOf } from "./comparable";
import { JUDGED } from "./ratio";

/** Words that say a target is reached, whatever it is (rules catalogue Q1, docs/report.md). */
export const REACHED_WORDS: readonly string[] = [
  "完成",
  "已完成",
  "全部完成",
  "已全部完成",
  "全面完成",
  "圆满完成",
  "按时完成",
  "按期完成",
  "已按时完成",
  "已按期完成",
  "及时完成",
  "如期完成",
  "按时限完成",
  "按计划完成",
  "达成",
  "已达成",
  "全部达成",
  "达到",
  "已达到",
  "达标",
  "已达标",
  "全部达标",
  ...["已完成100%", "完成100%", "100%完成", "已100%完成", "全部完成100%", "完成率100%", "完成进度100%"],
  ...["达成", "达到", "完成", "实现", "已达成", "已达到", "已完成", "已实现"].flatMap((verb) =>
    ["预期", "预期指标", "预期目标", "目标", "指标", "指标值", "目标值", "预期效果"].map(
      (what) => verb + what,
    ),
  ),
];

// Those that a formula keeps accepting when somebody retypes the cell; all of them would make it unreadable.
const LIVE_WORDS: readonly string[] = ["完成", "已完成", "达标", "达成预期指标"];

const NEGATIVE_FACT = /^(?:无|零(?=\p{Script=Han})|没有|未发生|未发现|未出现|未产生|不存在|从未)/u;
const FAILURE = /^(?:无法|(?:没有|从未)(?:完成|达|落实|实现|开展|实施|执行|启动))|但/;
const YES_AND_NO: readonly (readonly [string, string])[] = [
  ["是", "否"],
  ["有", "无"],
  ["合格", "不合格"],
  ["好", "坏"],
];
/** A scale instead of a target, as some forms print it (rules catalogue Q2): which of its words holds is the result. */
const SCALE_LIST = /^(?:优良中低差|优良中差|优良差|高中低|好中差|好坏|大中小|强中弱|是否|有无)$/;
const NEGATIVE_TARGET = /^(?:无|不发生|不出现|未发生|没有|杜绝|零|0)/;
const GENERAL_NO = ["无", "没有", "未发生", "未发现", "未出现"];

/** `无上访`, `未发现…`: says that nothing of the kind happened (rules catalogue Q5); `没有开展`, `无上访，但…` do not. */
export const isNegativeFact = (text: string): boolean =>
  NEGATIVE_FACT.test(plainWording(text)) && !FAILURE.test(plainWording(text));

const AS_WORDS = { kind: "words", label: "定性指标达成得满分" };

/** A result in words, or a target in words: full points where the words say so beyond doubt, else a human's judgement. */
export function byWords(of: ScoringCase): Built {
  const { actual, target, result } = of;
  if (result !== null) return numberForWords(of, result);
  if (actual === null || actual.cell === null) return judgement("完成情况没有单元格可读");
  const text: TextInput = { cell: actual.cell, text: textOf(actual) };
  const targetText = textOf(target);
  // A `否` is no reason for judgement: only the word that decided is told.
  const told = {
    then: `完成情况为“${text.text}”，得满分 ${speakNumber(of.pointsValue, "points")}`,
  };
  const no = YES_AND_NO.find(([yes]) => yes === targetText)?.[1];
  if (SCALE_LIST.test(plainWording(targetText)) && text.text === targetText)
    return {
      ...judgement(`完成情况照抄了等次“${targetText}”，请填写其中一个，并按等次评分`),
      as: AS_WORDS,
    };
  const accepted = acceptedWords(of);
  const otherwise =
    no === undefined
      ? message(JUDGED)
      : conditional(textIs(text, [no]), constant(ZERO, "points"), message(JUDGED), { then: "不得分" });
  const sameAs =
    target?.cell == null || targetText === "" ? undefined : { cell: target.cell, text: targetText };
  const found = targetIsNumber(of)
    ? [notes.kindMismatch(actual.cell, targetText, text.text, "按文字认定为已达到目标")]
    : [];
  if (accepted === null && no !== text.text)
    return {
      ...judgement(`完成情况“${text.text}”不能直接判定得分，请按${levelHint(text.text)}评分`),
      as: AS_WORDS,
    };
  return {
    kind: "points",
    score: guarded(textIs(text, accepted ?? [], sameAs), of.points, otherwise, told),
    notes: found,
    as: AS_WORDS,
  };
}

/** Target and result in the very same words, whatever number they mean: full points while they stay the same. */
export function bySameWords(of: ScoringCase): Built {
  const { actual, target } = of;
  if (actual?.cell == null || target?.cell == null) return judgement("完成情况没有单元格可读");
  const same = textIs({ cell: actual.cell, text: textOf(actual) }, LIVE_WORDS, {
    cell: target.cell,
    text: textOf(target),
  });
  const score = conditional(same, of.points, message(JUDGED), {
    then: `得满分 ${speakNumber(of.pointsValue, "points")}`,
    otherwise: "由人工评分",
  });
  return { kind: "points", score, as: AS_WORDS };
}

function targetIsNumber({ target }: ScoringCase): boolean {
  return target !== null && (target.nature === "number" || target.nature === "range");
}

/** The words that mean full points here, the present ones among them; null where the present ones do not. */
function acceptedWords(of: ScoringCase): readonly string[] | null {
  const actual = textOf(of.actual);
  const target = textOf(of.target);
  const plain = plainWording(actual);
  const accepted = [...new Set([...LIVE_WORDS, actual])];
  if (plain === "") return null;
  if (actual === target) return LIVE_WORDS;
  if (REACHED_WORDS.includes(plain) || plain === plainWording(target)) return accepted;
  const nothingMayHappen =
    toleratesNone(of.target) || (NEGATIVE_TARGET.test(plainWording(target)) && GENERAL_NO.includes(plain));
  return nothingMayHappen && isNegativeFact(actual) ? accepted : null;
}

/** `小于5次`, `≤3起`, `=0件`: no case at all keeps the limit. */
function toleratesNone(target: Quantity | null): boolean {
  if (target?.value == null) return false;
  if (target.comparison === "<=" || target.comparison === "<") return true;
  return (target.comparison === "=" || target.comparison === "none") && target.value.equals(ZERO);
}

/** `按时限完成` with `100%`: done; less than 100% takes judgement (rules catalogue §10.22). */
function numberForWords(of: ScoringCase, result: Operand): Built {
  const { actual, target } = of;
  const stated = resultText(of);
  const mismatch = notes.kindMismatch(actual?.cell ?? of.entry.cell, textOf(target), stated, "请核对");
  // `按时限完成` may be answered by a rate of completion; how 充分 or 健全 something is, no rate tells.
  const isDegree = /完成|达成|实现|达标|达到|按时|按期|及时|全覆盖/.test(textOf(target));
  if (!result.percent && NEGATIVE_TARGET.test(plainWording(textOf(target)))) {
    // 零事故, 不发生上访 answered by a count: none at all is what was asked for, of more a human decides.
    const none = conditional(compare(result.expression, "=", constant(ZERO)), of.points, message(JUDGED), {
      then: "没有发生，得满分",
      otherwise: "由人工评分",
    });
    return { kind: "points", score: none, actual: result.expression, notes: [mismatch], as: AS_WORDS };
  }
  if (!result.percent || !isDegree)
    return judgement(`目标是文字，完成情况“${stated}”是数值，请人工评分`, [mismatch]);
  const score = conditional(
    compare(result.expression, ">=", constant(ONE, "percent")),
    of.points,
    message(JUDGED),
    {
      then: `视为完成，得满分 ${speakNumber(of.pointsValue, "points")}`,
      otherwise: "由人工评分",
    },
  );
  return { kind: "points", score, actual: result.expression, notes: [mismatch], as: AS_WORDS };
}

// 财预〔2020〕10号 levels of a qualitative indicator; the point inside the band is a human choice (rules catalogue Q1).
function levelHint(text: string): string {
  if (/^(?:未|没有|不)/.test(text)) return "“未达成预期指标且效果较差”档（分值的 0–60%）";
  if (/部分|基本|大部/.test(text)) return "“部分达成预期指标并具有一定效果”档（分值的 60%（含）–80%）";
  return "达成预期指标 80%（含）–100%、部分达成 60%（含）–80%、未达成 0–60% 三档";
}
