import type { CellAddress } from "../../expr/cell";
import { exact, ONE, type Exact } from "../../expr/exact";
import { currencyIn } from "../../text/currency";
import type { ScoredEvaluation, ScoredFund } from "../../model/evaluation";
import { leafName } from "../../model/form";
import { dimensionOf, isWhole } from "../../model/scope";
import type { Quantity } from "../../model/quantity";
import { printed, type Printed } from "../../printed/precision";
import { factorOf } from "../../quantities/quantity-words";
import { nameKey } from "../labels";
import type { ProofreadSubject } from "../reading";
import { baseUnit } from "../units";

/** What a number of the workbook is of its subject. */
export type FactRole =
  "initial-budget" | "budget" | "executed" | "rate" | "score" | "points" | "target" | "result" | "datum";

/** A number of the workbook with role and subject: what a number of the text may be. */
export interface Fact {
  readonly role: FactRole;
  /** The indicator, the fund item, the datum; "" for the whole evaluation. */
  readonly subject: string;
  /** How it is called: 全年执行数, 验收合格率（实际完成值）. */
  readonly name: string;
  readonly cell: CellAddress;
  /** In its base unit, rates as fractions. */
  readonly value: Exact;
  /** As the sheet prints it. */
  readonly printed: Printed;
  /** 元, %, 分, 人; null where the cell names none. */
  readonly unit: string | null;
  /** A row of a long list: it confirms, but nothing is held against it. */
  readonly isListed: boolean;
  /** Of which evaluation of several; -1 for the workbook's own. */
  readonly evaluation: number;
}

interface Put {
  readonly role: FactRole;
  readonly subject: string;
  readonly name: string;
  readonly quantity: Quantity | null | undefined;
  readonly currency?: string | null;
  readonly isListed?: boolean;
  readonly evaluation?: number;
}

/** Every number that was recognised, with what it is. */
export function factsOf({ recognition, evaluations }: ProofreadSubject): Fact[] {
  const datum = (
    name: string,
    quantity: Quantity | null | undefined,
    currency: string | null = null,
    isListed = false,
  ) => factOf({ role: "datum", subject: name, name, quantity, currency, isListed });
  const found: (Fact | null)[] = [
    ...recognition.baseData.map(({ name, quantity }) => datum(name, quantity)),
    ...recognition.stated.map(({ item, stated }) => datum(item.text, stated, currencyIn(item.text))),
    ...recognition.budgets.flatMap(({ rows, total, amountColumns, currency }) => [
      ...rows.flatMap(({ name, amounts }) =>
        amounts.map((amount) => datum(name.text, amount, currency, true)),
      ),
      ...(total?.amounts ?? []).map((amount, column) =>
        datum(`${amountColumns[column]?.text ?? ""}合计`, amount, currency, true),
      ),
    ]),
    ...recognition.surveys.flatMap(({ issued, returned, overall, entries }) => [
      ...[issued, returned, overall].map((one) => datum(one?.name ?? "", one?.quantity)),
      ...entries.flatMap(({ name, share, count }) =>
        [share, count].map((part) => datum(name.text, part, null, true)),
      ),
    ]),
    ...evaluations.flatMap((evaluation, at) => ofEvaluation(evaluation, at, evaluations.length === 1)),
  ];
  return found.filter((fact) => fact !== null).sort((a, b) => a.value.compare(b.value));
}

function factOf({
  role,
  subject,
  name,
  quantity,
  currency = null,
  isListed = false,
  evaluation = -1,
}: Put): Fact | null {
  const value = printed(quantity);
  if (value === null || quantity?.cell == null) return null;
  const unit = quantity.unit ?? currency;
  const factor = quantity.unit === null && currency !== null ? factorOf(currency) : value.factor;
  const scaled = { ...value, factor };
  return {
    role,
    subject: nameKey(subject),
    name,
    cell: quantity.cell,
    value: scaled.value.mul(factor),
    printed: scaled,
    unit: value.shift > 0 ? "%" : baseUnit(unit),
    isListed,
    evaluation,
  };
}

function ofEvaluation(evaluation: ScoredEvaluation, at: number, isOnly: boolean): (Fact | null)[] {
  const { form, funds, indicators, dimensions, score } = evaluation;
  const own = (put: Omit<Put, "evaluation">): Fact | null =>
    factOf({ ...put, evaluation: at, isListed: put.isListed ?? !isOnly });
  const computed = (
    role: FactRole,
    subject: string,
    name: string,
    cell: CellAddress | null | undefined,
    value: Exact | null,
  ): Fact | null =>
    cell == null || value === null
      ? null
      : {
          role,
          subject: nameKey(subject),
          name,
          cell,
          value,
          printed: {
            text: value.toString(),
            value,
            places: role === "rate" ? 4 : 2,
            shift: role === "rate" ? 2 : 0,
            factor: ONE,
          },
          unit: role === "rate" ? "%" : "分",
          isListed: !isOnly,
          evaluation: at,
        };
  const totalCell = form.statedScore?.cell ?? form.totals.find(isWhole)?.score?.cell;
  return [
    ...funds.flatMap((fund) => ofFund(fund, own, computed)),
    ...indicators.flatMap(({ entry, score: given }) => {
      const subject = leafName(entry);
      return [
        own({ role: "result", subject, name: `${subject}（实际完成值）`, quantity: entry.actual }),
        own({ role: "target", subject, name: `${subject}（年度指标值）`, quantity: entry.target }),
        computed("score", subject, `${subject}（得分）`, entry.score?.cell, given),
        computed("points", subject, `${subject}（分值）`, entry.points?.cell, entry.points?.value ?? null),
      ];
    }),
    ...dimensions.map(({ name, score: given }) =>
      computed(
        "score",
        name,
        `${name}得分`,
        form.dimensions.find((dimension) => dimension.name === name)?.score?.cell ??
          form.totals.find((total) => dimensionOf(total) === name)?.score?.cell,
        given,
      ),
    ),
    computed("score", "", "综合得分", totalCell, score),
  ];
}

function ofFund(
  { entry, executionRate, score }: ScoredFund,
  own: (put: Omit<Put, "evaluation">) => Fact | null,
  computed: (
    role: FactRole,
    subject: string,
    name: string,
    cell: CellAddress | null | undefined,
    value: Exact | null,
  ) => Fact | null,
): (Fact | null)[] {
  const { counts, item, currency, initialBudget, adjustedBudget, executed, rate } = entry;
  const subject = counts ? "" : item.replace(/^其中[:：]?/, "");
  const prefix = subject === "" ? "" : `${subject}的`;
  return [
    own({ role: "initial-budget", subject, name: `${prefix}年初预算数`, quantity: initialBudget, currency }),
    own({ role: "budget", subject, name: `${prefix}全年预算数`, quantity: adjustedBudget, currency }),
    own({ role: "executed", subject, name: `${prefix}全年执行数`, quantity: executed, currency }),
    computed(
      "rate",
      subject,
      `${prefix}预算执行率`,
      rate?.cell ?? executed?.cell,
      executionRate === null ? null : asRate(executionRate),
    ),
    ...(counts ? [computed("score", "预算执行率", "预算执行率（得分）", entry.score?.cell, score)] : []),
  ];
}

/** Execution rates are fractions; one above 5 was entered in per cent. */
function asRate(rate: Exact): Exact {
  return rate.compare(exact(5)) > 0 ? rate.div(100) : rate;
}
