import { parseCellLabel } from "../expr/cell";
import { exact, HUNDRED, parseDecimal } from "../expr/exact";
import { toDecimal } from "../expr/decimal";
import type { Choices, ColumnChoice, FactChoice, IgnoredFinding, RuleChoice } from "../model/choices";
import { NO_CHOICES } from "../model/choices";
import type { ColumnRole, Doubt } from "../model/form";
import type { GradeBand } from "../model/grade";
import { addressAt, textAt, type SheetGrid } from "../model/grid";
import { SETTINGS_SHEET } from "../model/sheet-names";
import { CHOICE_KINDS, CHOICES_FIRST_ROW, FACT_WORDS, ROLE_HEADERS, SETTING_WORDS } from "./choice-words";

export interface ReadChoices {
  readonly choices: Choices;
  /** Lines that cannot be understood: named, not guessed, and not used. */
  readonly doubts: readonly Doubt[];
}

interface Line {
  readonly kind: string;
  readonly subject: string;
  readonly value: string;
  readonly remark: string;
}

/** Reads the sheet 评价设置 back; people may edit it by hand. */
export function readChoices(sheets: readonly SheetGrid[]): ReadChoices {
  const grid = sheets.find((sheet) => sheet.name === SETTINGS_SHEET);
  if (grid === undefined) return { choices: NO_CHOICES, doubts: [] };
  const settings: Record<string, string | number> = {};
  const gradeBands: GradeBand[] = [];
  const columns: ColumnChoice[] = [];
  const rows: Choices["rows"][number][] = [];
  const rules: RuleChoice[] = [];
  const ignored: IgnoredFinding[] = [];
  const facts: FactChoice[] = [];
  const doubts: Doubt[] = [];
  for (let row = CHOICES_FIRST_ROW; row < grid.rows.length; row += 1) {
    const line = lineAt(grid, row);
    if (line.kind === "") continue;
    if (!take(line)) doubts.push(notUnderstood(grid, row, line));
  }
  return {
    choices: {
      settings: settings,
      gradeBands: sorted(gradeBands),
      columns,
      rows,
      rules,
      ignored,
      ...(facts.length === 0 ? {} : { facts }),
    },
    doubts,
  };

  function take(line: Line): boolean {
    const cell = parseCellLabel(line.subject);
    switch (line.kind) {
      case CHOICE_KINDS.setting:
        return takeSetting(line, settings);
      case CHOICE_KINDS.grade: {
        const from = parseDecimal(line.value);
        return line.subject !== "" && from !== null && gradeBands.push({ grade: line.subject, from }) > 0;
      }
      case CHOICE_KINDS.column: {
        const role = roleOf(line.value);
        return cell !== null && role !== null && columns.push({ header: cell, role }) > 0;
      }
      case CHOICE_KINDS.row:
        return cell !== null && rows.push({ cell }) > 0;
      case CHOICE_KINDS.rule:
        return cell !== null && line.value !== "" && rules.push({ indicator: cell, wording: line.value }) > 0;
      case CHOICE_KINDS.ignored:
        return takeIgnored(line, ignored);
      case CHOICE_KINDS.fact:
        return cell !== null && line.value !== "" && facts.push({ cell, says: factWord(line.value) }) > 0;
      default:
        return false;
    }
  }
}

function lineAt(grid: SheetGrid, row: number): Line {
  return {
    kind: textAt(grid, row, 0),
    subject: textAt(grid, row, 1),
    value: textAt(grid, row, 2),
    remark: textAt(grid, row, 3),
  };
}

function takeSetting({ subject, value }: Line, settings: Record<string, string | number>): boolean {
  const found = Object.entries(SETTING_WORDS).find(([, words]) => words.name === subject);
  if (found === undefined) return false;
  const [key, { values }] = found;
  if (values !== null) {
    const word = Object.hasOwn(values, value) ? values[value] : undefined;
    if (word === undefined) return false;
    settings[key] = word;
    return true;
  }
  const number = parseDecimal(value);
  if (number === null) return false;
  if (key === "places") {
    const places = Number(toDecimal(number));
    if (!Number.isInteger(places) || places < 0 || places > 6) return false;
    settings[key] = places;
  } else {
    if (number.compare(exact(100)) < 0) return false;
    settings[key] = toDecimal(number.div(HUNDRED));
  }
  return true;
}

function factWord(word: string): FactChoice["says"] {
  if (word === FACT_WORDS.chosen) return "chosen";
  return word === FACT_WORDS.ignored ? "ignored" : { name: word };
}

function roleOf(word: string): ColumnRole | "ignore" | null {
  const found = Object.entries(ROLE_HEADERS).find(([, header]) => header === word);
  return found === undefined ? null : (found[0] as ColumnRole | "ignore");
}

/** `忽略问题 | 报告数字!B4 | sample-share 37.55% | 理由`; a finding without a cell has `-`. */
function takeIgnored({ subject, value, remark }: Line, ignored: IgnoredFinding[]): boolean {
  const [code = "", ...stated] = value.split(" ");
  const cell = subject === "-" ? null : parseCellLabel(subject);
  if (code === "" || (cell === null && subject !== "-")) return false;
  ignored.push({ code, cell, stated: stated.length === 0 ? null : stated.join(" "), reason: remark });
  return true;
}

function sorted(bands: readonly GradeBand[]): GradeBand[] {
  return [...bands].sort((a, b) => b.from.compare(a.from));
}

function notUnderstood(grid: SheetGrid, row: number, line: Line): Doubt {
  return {
    code: "unreadable-setting",
    cell: addressAt(grid, row, 2),
    message: `“${SETTINGS_SHEET}”第 ${row + 1} 行（${line.kind}）看不懂，没有采用。请按“说明”改正，或删除这一行。`,
  };
}
