import fc from "fast-check";

/** `JIHENG_FUZZ=full` runs the long round with a seed of its own; `JIHENG_SEED=…` repeats one. The short round is always the same. */
const FULL = process.env["JIHENG_FUZZ"] === "full";

const count = (name: string, full: number, quick: number): number =>
  Number(process.env[name] ?? (FULL ? full : quick));

export const STRINGS = count("JIHENG_FUZZ_STRINGS", 100_000, 2_000);
export const WORKBOOKS = count("JIHENG_FUZZ_WORKBOOKS", 2_000, 60);

const FIXED = 20_240_506;
const seed = Number(process.env["JIHENG_SEED"] ?? (FULL ? Date.now() & 0x7fffffff : FIXED));

/** The seed is printed, so that a failure can be repeated. */
export function parameters(numRuns: number): { seed: number; numRuns: number; endOnFailure: true } {
  console.info(`fuzz: ${numRuns} runs, JIHENG_SEED=${seed}`);
  return { seed, numRuns, endOnFailure: true };
}

const PIECES = [
  ..."≥≤＞＜=＝≧≦>~～-—%％‰.,，、；;:：()（）[]【】/\\+*×÷^'\"@#￥$ \t\n\u3000\u0000\u200b",
  ..."0123456789０１２３９零一二三十百千万亿元个人次批项套分年月日",
  ...[
    "不低于",
    "不超过",
    "达到",
    "控制在",
    "以内",
    "以上",
    "前",
    "底前",
    "完成",
    "部分达成",
    "未达成",
    "合格率",
    "满意度",
    "得满分",
    "扣",
    "每",
    "每低1个百分点扣1分",
    "扣完为止",
    "按比例得分",
    "得分=",
    "实际完成率",
    "优",
    "良",
    "1e308",
    "1e-9",
    "99999999999999999999",
    "NaN",
    "Infinity",
    "=1+1",
    "2023年12月",
    "12月底前",
    "90%-110%",
    "2.6亿元",
    "≥35批",
    "指标2",
    "……",
    "无",
  ],
];

/** Text made of what targets, results and rules are made of, in any order, mixed with anything at all. */
export const fieldText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 2000 }))
      .map(([piece, times]) => piece.repeat(times)),
  },
);

/** Without numbers beyond the 15 digits and the 1e308 that Excel can hold. */
export const measuredText: fc.Arbitrary<string> = fieldText.filter(
  (text) =>
    text.length < 80 &&
    !/[\d０-９]{10}|e|[十百千万亿\p{Nl}]{3}|(?:[^\d０-９]*[.．,，][\d０-９]+){3}/iu.test(text),
);
