import { finding, type Finding } from "../model/finding";
import type { Check } from "./check";
import { likelyCause } from "../printed/causes";
import { negative, sumOf } from "../printed/estimate";
import { amountColumns, type NamedAmount } from "./shared/named-amounts";
import { estimateOf, judge, printedAmounts, speakLike } from "../printed/precision";
import { clauses, named } from "./shared/wording";

const CODE = "balance";

/** `whole` = Σ plus − Σ minus, among numbers of one sheet that bear these names. */
interface Balance {
  readonly whole: RegExp;
  readonly plus: readonly RegExp[];
  readonly minus: readonly RegExp[];
}

const BUDGET =
  /^(?:年度|全年|调整|项目|当年)?预算(?:数|资金|总额|安排资金)?$|^(?:年度)?预算安排(?:数|资金)?$/;
const SPENT = /^(?:当年|全年|项目)?(?:实际支出|实际使用|实际执行|全年执行)(?:数|资金)?$/;
const SURPLUS = /^(?:当年|年度|项目)?(?:结转)?(?:和)?结余(?:数|资金)?$/;
const INCOME = /^(?:总收入|收入总额|收入总计|本年收入|实际收入)$/;
const TOTAL_SPENT = /^(?:总支出|支出总额|支出总计|本年支出)$/;
const BASIC = /^基本支出(?:总额)?$/;
const PROJECTS = /^项目支出(?:总额)?$/;

const BALANCES: readonly Balance[] = [
  { whole: SURPLUS, plus: [BUDGET], minus: [SPENT] },
  {
    whole: SURPLUS,
    plus: [
      /^(?:省|市|县|区)?(?:级)?财政收回(?:指标|资金|数)?$/,
      /^(?:实体账户结余|上缴结余|上缴(?:财政)?(?:资金|数)?)$/,
    ],
    minus: [],
  },
  {
    whole: /^年末(?:结转)?(?:和)?结余$|^年末结转结余$/,
    plus: [/^年初(?:结转)?(?:和)?结余$|^年初结转结余$|^上年结转(?:和)?(?:结余)?$/, INCOME],
    minus: [TOTAL_SPENT],
  },
  { whole: TOTAL_SPENT, plus: [BASIC, PROJECTS], minus: [] },
  { whole: BASIC, plus: [/^人员(?:经费|支出)$/, /^(?:日常)?公用(?:经费|支出)$/], minus: [] },
  {
    whole: TOTAL_SPENT,
    plus: [/^工资福利支出$/, /^商品和服务支出$/, /^对?个人和家庭(?:的)?补助(?:支出)?$/],
    minus: [],
  },
];

/** 预算 − 支出 = 结余, 收回 + 上缴 = 结余, 基本 + 项目 = 总支出 … where all the names are there (rules catalogue §10.8). */
export const balance: Check = {
  code: CODE,
  describe: "预算减支出等于结余，收支、结余等基础数据互相平衡",
  run: ({ recognition }) =>
    amountColumns(recognition).flatMap((column) =>
      BALANCES.flatMap((relation) => compared(relation, column)),
    ),
};

function compared({ whole, plus, minus }: Balance, column: readonly NamedAmount[]): Finding[] {
  // A name that stands twice says not which one is meant.
  const find = (pattern: RegExp): NamedAmount | null => {
    const [first, ...others] = column.filter(({ name }) => pattern.test(name));
    return first !== undefined && others.length === 0 ? first : null;
  };
  const [total, ...parts] = [whole, ...plus, ...minus].map(find);
  if (total == null || !parts.every((part) => part !== null)) return [];
  const [stated, ...amounts] = printedAmounts([total, ...parts].map(({ quantity }) => quantity));
  const should = amounts.every((amount) => amount !== null)
    ? sumOf(
        amounts.map((amount, at) => (at < plus.length ? estimateOf(amount) : negative(estimateOf(amount)))),
      )
    : null;
  if (!stated || should === null || judge(stated, should) !== "fails") return [];
  const computed = speakLike(stated, should.face);
  const how = parts.map(({ name }, at) => (at === 0 ? "" : at < plus.length ? "+" : "−") + name).join("");
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: total.cell,
      message: clauses(
        `${named(total.name)}为 ${stated.text}，${how}为 ${computed}`,
        likelyCause(stated, should.face),
        "请核对",
      ),
      stated: stated.text,
      computed,
    }),
  ];
}
