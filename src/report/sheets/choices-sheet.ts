import { cellLabel } from "../../expr/cell";
import { toDecimal } from "../../expr/decimal";
import { HUNDRED, parseDecimal } from "../../expr/exact";
import {
  CHOICE_KINDS,
  CHOICES_HEADER,
  CHOICES_TITLE,
  FACT_WORDS,
  ROLE_HEADERS,
  SETTING_WORDS,
} from "../../kept/choice-words";
import type { Choices } from "../../model/choices";
import type { Settings } from "../../model/settings";
import { SETTINGS_SHEET } from "../../model/sheet-names";
import { text, UPRIGHT, type SheetDraft } from "./draft";
import { SheetBuilder } from "./sheet-builder";

/** 评价设置: what the user decided for this workbook, in words that people can read and change. */
export function buildChoicesSheet(choices: Choices): SheetDraft {
  const builder = new SheetBuilder(SETTINGS_SHEET, [12, 26, 40, 44], { ...UPRIGHT, landscape: true });
  builder.banner(text(CHOICES_TITLE), "title");
  builder.banner(text("本工作簿评分时采用的设置与更正；可以直接修改，再次“计算得分”时生效。"), "note");
  builder.add([CHOICES_HEADER.map(text)], "header");
  builder.freezeAbove(builder.nextRow);
  builder.add(
    lines(choices).map((line) => line.map(text)),
    "body",
    { alignments: ["center", "left", "left", "left"], width: CHOICES_HEADER.length },
  );
  return builder.finish();
}

function lines(choices: Choices): [string, string, string, string][] {
  return [
    ...settingLines(choices.settings),
    ...choices.gradeBands.map((band): [string, string, string, string] => [
      CHOICE_KINDS.grade,
      band.grade,
      toDecimal(band.from),
      "该等级的最低分（含），按百分制",
    ]),
    ...choices.columns.map(({ header, role }): [string, string, string, string] => [
      CHOICE_KINDS.column,
      cellLabel(header),
      ROLE_HEADERS[role],
      "这个表头所在的列按此读取",
    ]),
    ...choices.rows.map(({ cell }): [string, string, string, string] => [
      CHOICE_KINDS.row,
      cellLabel(cell),
      "",
      "这一行不作为指标读取",
    ]),
    ...choices.rules.map(({ indicator, wording }): [string, string, string, string] => [
      CHOICE_KINDS.rule,
      cellLabel(indicator),
      wording,
      "这个指标按此评分",
    ]),
    ...(choices.facts ?? []).map(({ cell, says }): [string, string, string, string] => [
      CHOICE_KINDS.fact,
      cellLabel(cell),
      typeof says === "string" ? FACT_WORDS[says] : says.name,
      "这个数在计算比率时：采用、不用，或按所写的名称读取",
    ]),
    ...choices.ignored.map(({ code, cell, stated, reason }): [string, string, string, string] => [
      CHOICE_KINDS.ignored,
      cell === null ? "-" : cellLabel(cell),
      [code, stated].filter(Boolean).join(" "),
      reason,
    ]),
  ];
}

function settingLines(settings: Partial<Settings>): [string, string, string, string][] {
  return (Object.keys(SETTING_WORDS) as (keyof typeof SETTING_WORDS)[]).flatMap((key) => {
    const value = settings[key];
    if (value === undefined) return [];
    const { name, values } = SETTING_WORDS[key];
    const options = values === null ? "" : `可填：${Object.keys(values).join("、")}`;
    const word =
      values === null
        ? number(key, String(value))
        : Object.keys(values).find((candidate) => values[candidate] === value);
    return [[CHOICE_KINDS.setting, name, word ?? String(value), options] as [string, string, string, string]];
  });
}

function number(key: string, value: string): string {
  if (key !== "overAchievement") return value;
  const share = parseDecimal(value);
  return share === null ? value : toDecimal(share.mul(HUNDRED));
}
