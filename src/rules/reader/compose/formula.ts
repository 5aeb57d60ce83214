import {
  add,
  constant,
  divide,
  max,
  min,
  multiply,
  subtract,
  type Expression,
} from "../../../expr/expression";
import { ONE, ZERO, exact } from "../../../expr/exact";
import { Question } from "../question";
import type { Num } from "../row/row";
import { sameUnit } from "../row/value";
import { IS_COMPLETION } from "../words";
import type { Parts } from "./parts";

const POINTS = /^(?:该项|本项|该指标|指标|此项)?(?:指标)?(?:分值|标准分|权重分?值?|满分)/;
const PART = /^\(?(?<part>[^()/×+\-\d%]{2,40})\/(?<whole>[^()/×+\-\d%]{2,40}?)(?<close>\)|(?=×|$))/;
const NUMBER = /^(\d+(?:\.\d+)?)(%|分)?/;
const RATE = /^(?:该项|本项)?[^()/×+\-\d%,;]{0,60}?(?:率|满意度|比例|比重|覆盖面|完成情况|占比)(?=[×/)+-]|$)/;
const UNKNOWN_NUMBER = "公式中的数表里没有";

interface Read {
  readonly value: (rate: Num) => Num;
  /** How often the one quantity of the row stands in it. */
  readonly used: number;
  readonly noun: string;
  readonly isQuotient: boolean;
  readonly isCompletion: boolean;
}

/** A printed formula: numbers, 分值, and one quantity of the row (a rate, or part ÷ whole). Anything else is a question. */
export function byFormula(of: Parts, source: string): Num {
  const read = new FormulaReader(of, source).read();
  if (read.used !== 1) throw new Question(UNKNOWN_NUMBER, source);
  const full = read.value({ value: ONE, expression: constant(ONE, "percent") });
  const limit = of
    .bases()
    .flatMap(({ situation }) =>
      situation.kind === "bound" && situation.unit === "%" ? [situation.at] : [],
    )[0];
  const isWholeAtLimit =
    limit !== undefined &&
    read.value({ value: limit, expression: constant(limit, "percent") }).value.equals(of.row.full);
  // `(1-超支率)×10` is whole where the rate is nothing; only the very rate that is scored is meant.
  const isWholeAtNought =
    read.noun !== "" &&
    of.row.name.includes(read.noun) &&
    read.value({ value: ZERO, expression: constant(ZERO, "percent") }).value.equals(of.row.full);
  if (!full.value.equals(of.row.full) && !isWholeAtLimit && !isWholeAtNought)
    throw new Question(`公式的满分 ${full.value.toString()} 与分值 ${of.row.full.toString()} 不同`, source);
  const rate = rateFor(of, read, source);
  const capped: Num = {
    value: rate.value.compare(1) > 0 ? ONE : rate.value.compare(0) < 0 ? ZERO : rate.value,
    expression: max(min(rate.expression, constant(ONE, "percent")), constant(ZERO, "percent")),
  };
  const score = read.value(capped);
  const { cap } = of;
  return {
    value: score.value.compare(0) < 0 ? ZERO : score.value.compare(cap.value) > 0 ? cap.value : score.value,
    expression: max(min(score.expression, cap.expression), constant(ZERO, "points")),
  };
}

function rateFor(of: Parts, { noun, isQuotient, isCompletion }: Read, source: string): Num {
  const { row } = of;
  const { result, target } = row;
  if (isQuotient) return quotientOf(of, isCompletion, source);
  const both = `${target?.text ?? ""} / ${result.text}`;
  if (
    result.unit === "" &&
    target?.number != null &&
    target.unit === "" &&
    !target.number.equals(100) &&
    !(IS_COMPLETION.test(noun) && (target.number.compare(50) < 0 || target.number.compare(100) > 0))
  )
    throw new Question("两个数是比率还是数量，看不出来", both);
  const isOther = target?.number != null && target.unit === "%" && !target.number.equals(ONE);
  if (result.unit === "%" && /完成/.test(noun) && isOther)
    throw new Question("完成率是结果本身，还是结果与目标之比，看不出来", both);
  return row.rate(IS_COMPLETION.test(noun) ? noun : "");
}

function quotientOf(of: Parts, isCompletion: boolean, source: string): Num {
  const { row } = of;
  const { result, target } = row;
  if (
    result.number !== null &&
    result.unit === "%" &&
    (target === null || (target.unit === "%" && target.number?.equals(ONE) === true))
  )
    return row.own();
  if (result.unit === "%" && !isCompletion) throw new Question(UNKNOWN_NUMBER, result.text);
  if (
    result.verb !== "" ||
    target?.number == null ||
    !(sameUnit(result.unit, target.unit) || result.unit === "")
  )
    throw new Question("需要目标和结果两个数", `${target?.text ?? ""} / ${result.text}`);
  if (row.isMixed() || (result.unit === "" && target.unit === "%"))
    throw new Question("两个数是比率还是数量，看不出来", source);
  return row.completion();
}

class FormulaReader {
  #text: string;
  #used = 0;
  #noun = "";
  #isQuotient = false;
  #isCompletion = false;

  constructor(
    readonly of: Parts,
    readonly source: string,
  ) {
    this.#text = source
      .replace(/(?:的比值|的比例|所占比例)(?=[×*)]|$)/g, (word) =>
        word === "的比值" || source.includes("/") || source.includes("÷") ? "" : word,
      )
      .replaceAll("÷", "/")
      .replaceAll("×100%", "")
      .replace(/^(?:即|为)/, "");
  }

  read(): Read {
    const value = this.#sum();
    if (this.#text !== "") throw new Question("公式读不懂", this.#text);
    return {
      value,
      used: this.#used,
      noun: this.#noun,
      isQuotient: this.#isQuotient,
      isCompletion: this.#isCompletion,
    };
  }

  #sum(): Read["value"] {
    let left = this.#product();
    while (/^[+-]/.test(this.#text)) {
      const [operator, before] = [this.#next(1), left];
      const right = this.#product();
      left = (rate) =>
        operator === "+"
          ? joined(before(rate), right(rate), add, "add")
          : joined(before(rate), right(rate), subtract, "sub");
    }
    return left;
  }

  #product(): Read["value"] {
    let left = this.#factor();
    while (/^[×/]/.test(this.#text)) {
      const [operator, before] = [this.#next(1), left];
      const right = this.#factor();
      left = (rate) => {
        const divisor = right(rate);
        if (operator === "/" && divisor.value.equals(ZERO)) throw new Question("除以 0", this.source);
        return operator === "×"
          ? joined(before(rate), divisor, multiply, "mul")
          : joined(before(rate), divisor, divide, "div");
      };
    }
    return left;
  }

  #factor(): Read["value"] {
    const part = PART.exec(this.#text)?.groups;
    if (part !== undefined && this.#text.startsWith("(") === (part.close === ")"))
      return this.#quotient(part);
    if (this.#text.startsWith("(")) {
      this.#next(1);
      const inner = this.#sum();
      if (this.#next(1) !== ")") throw new Question("公式读不懂", this.source);
      return inner;
    }
    const points = POINTS.exec(this.#text);
    if (points !== null) {
      this.#next(points[0].length);
      return () => this.of.whole();
    }
    const number = NUMBER.exec(this.#text);
    if (number !== null) {
      this.#next(number[0].length);
      const value = number[2] === "%" ? exact(number[1] ?? "0").div(100) : exact(number[1] ?? "0");
      const style = number[2] === "%" ? "percent" : number[2] === "分" ? "points" : "plain";
      return () =>
        value.equals(this.of.row.full) && style !== "percent"
          ? this.of.whole()
          : { value, expression: constant(value, style) };
    }
    return this.#rate();
  }

  #quotient({ part = "", whole = "" }: Record<string, string | undefined>): Read["value"] {
    const text = `${part}/${whole}`;
    if (/未|不|没|无/.test(text)) throw new Question(UNKNOWN_NUMBER, text);
    const { result } = this.of.row;
    const isPart =
      /实际|完成|当年|新|已|达标|到位|办结/.test(part) && /计划|目标|指标|任务|应|预算|总/.test(whole);
    const isGoal =
      whole.startsWith(part) &&
      /^(?:的)?(?:年度)?(?:目标|计划)(?:任务|值|数)?$/.test(whole.slice(part.length));
    if (result.unit !== "%" && !isPart && !isGoal) throw new Question(UNKNOWN_NUMBER, text);
    this.#isCompletion = (/实际|完成/.test(part) && /计划|目标|任务/.test(whole)) || isGoal;
    this.#isQuotient = true;
    this.#used += 1;
    this.#next((PART.exec(this.#text)?.[0] ?? "").length);
    return (rate) => rate;
  }

  #rate(): Read["value"] {
    const found = RATE.exec(this.#text)?.[0];
    if (found === undefined) throw new Question("公式读不懂", this.source);
    const isOther =
      /平均|上年|增长/.test(found) || (/未|不|没|无/.test(found) && !this.of.row.name.includes(found));
    if (isOther) throw new Question(UNKNOWN_NUMBER, found);
    this.#next(found.length);
    this.#used += 1;
    this.#noun = found;
    return (rate) => rate;
  }

  #next(length: number): string {
    const taken = this.#text.slice(0, length);
    this.#text = this.#text.slice(length);
    return taken;
  }
}

function joined(
  one: Num,
  other: Num,
  by: (left: Expression, right: Expression) => Expression,
  how: "add" | "sub" | "mul" | "div",
): Num {
  return { value: one.value[how](other.value), expression: by(one.expression, other.expression) };
}
