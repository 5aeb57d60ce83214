import { describe, expect, it } from "vitest";
import { captionPoints } from "../../src/checks/caption-points";
import { declaredCount } from "../../src/checks/declared-count";
import { partWhole } from "../../src/checks/part-whole";
import { pointsSum } from "../../src/checks/points-sum";
import { product } from "../../src/checks/product";
import { roundingSide } from "../../src/checks/rounding-side";
import { satisfactionShare } from "../../src/checks/satisfaction-share";
import { scoreRate } from "../../src/checks/score-rate";
import { totalSum } from "../../src/checks/total-sum";
import { exact } from "../../src/expr/exact";
import type { CaptionPoints, EvaluationForm } from "../../src/model/form";
import { INDICATORS_ALONE } from "../../src/model/scope";
import {
  at,
  datum,
  evaluation,
  field,
  fund,
  indicator,
  NONE,
  quantity,
  raised,
  result,
  stated,
  subject,
  survey,
  total,
  type IndicatorGiven,
} from "./subject";

const rows = (...given: IndicatorGiven[]) => given.map((each, at_) => indicator({ row: at_ + 4, ...each }));
const messages = (check: typeof totalSum, ...of: Parameters<typeof subject>) =>
  check.run(subject(...of)).map(({ message }) => message);

describe("a 合计 of the indicators alone", () => {
  const members = rows(
    { name: "甲", points: "60", entered: "55" },
    { name: "乙", points: "30", entered: "28" },
  );
  const funds = [fund({ item: "年度资金总额", points: "10", entered: "10" })];
  const found = (score: string, indicators = members) =>
    raised(
      totalSum,
      subject(
        {},
        evaluation({ indicators, funds, form: { totals: [total({ scope: INDICATORS_ALONE, score })] } }),
      ),
    );

  it("leaves the fund row out: 55 + 28 = 83", () => {
    expect(found("83")).toEqual(NONE);
    expect(found("93")).toEqual(["error H30: 93 → 83"]);
  });

  it("waits for scores, and passes over rows that share a score cell", () => {
    expect(found("93", [...members, indicator({ name: "丙", points: "5", row: 9 })])).toEqual(NONE);
    expect(found("93", [])).toEqual(NONE);
    const shared = { ...indicator({ name: "丙", points: "5", row: 9 }), status: "shared" as const };
    expect(found("93", [...members, shared])).toEqual(["error H30: 93 → 83"]);
  });

  it("names the row that was left out", () => {
    const form = { totals: [total({ scope: INDICATORS_ALONE, score: "55" })] };
    expect(messages(totalSum, {}, evaluation({ indicators: members, funds, form }))).toEqual([
      "“指标得分合计”为 55，各项得分之和为 83，疑漏加“乙”，请核对。",
    ]);
  });
});

describe("a total", () => {
  const members = rows(
    { name: "甲", points: "60", entered: "55" },
    { name: "乙", points: "30", entered: "28" },
  );

  it("that stands in two cells is judged in each, and once where it is one cell", () => {
    const form = (statedScore: EvaluationForm["statedScore"]) => ({
      totals: [total({ score: "80" })],
      statedScore,
    });
    const found = (given: Partial<EvaluationForm>) =>
      raised(totalSum, subject({}, evaluation({ indicators: members, form: given })));
    expect(found(form(result("81", "B2")))).toEqual(["error H30: 80 → 83", "error B2: 81 → 83"]);
    expect(found(form(result("80", "H30")))).toEqual(["error H30: 80 → 83"]);
    expect(found({ totals: [total({ score: "80" }), total({ score: "83", row: 31 })] })).toEqual([
      "error H30: 80 → 83",
    ]);
    expect(found({ totals: [total({ score: "80" }), total({ score: "81", row: 31 })] })).toEqual([
      "error H30: 80 → 83",
      "error H31: 81 → 83",
    ]);
    expect(found(form(result("81", "B30")))).toEqual(["error H30: 80 → 83", "error B30: 81 → 83"]);
  });

  it("of a dimension names its own rows only", () => {
    const two = rows(
      { name: "甲", points: "60", entered: "55" },
      { name: "乙", points: "30", entered: "28" },
      { name: "丙", level1: "效益", points: "10", entered: "9" },
    );
    const form = { totals: [total({ scope: "产出", score: "74" })] };
    expect(messages(totalSum, {}, evaluation({ indicators: two, form }))).toEqual([
      "“产出得分”为 74，各项得分之和为 83，请核对。",
    ]);
    const printed = {
      dimensions: [
        {
          name: "产出指标",
          cell: at("A40"),
          points: null,
          score: result("28", "C40"),
          scoreRate: null,
          grade: null,
        },
      ],
    };
    expect(messages(totalSum, {}, evaluation({ indicators: two, form: printed }))).toEqual([
      "“产出指标得分”为 28，各项得分之和为 83，疑漏加“甲”，请核对。",
    ]);
  });

  it("of typed scores is judged though it is a formula", () => {
    const form = { totals: [total({ score: result("80", "H30", "=SUM(H4:H5)") })] };
    expect(raised(totalSum, subject({}, evaluation({ indicators: members, form })))).toEqual([
      "error H30: 80 → 83",
    ]);
    const [first] = members;
    const ruled = indicator({ name: "乙", points: "30", computed: "28", row: 5 });
    const indicators = first === undefined ? [] : [first, ruled];
    expect(raised(totalSum, subject({}, evaluation({ indicators, form })))).toEqual(NONE);
  });

  it("in a heading names the row that was left out", () => {
    const captions: CaptionPoints[] = [
      { level: 1, name: "产出", cell: at("A3"), points: null, statedScore: exact(55) },
    ];
    expect(messages(totalSum, {}, evaluation({ indicators: members, form: { captions } }))).toEqual([
      "“产出得分”为 55，各项得分之和为 83，疑漏加“乙”，请核对。",
    ]);
  });

  it("names the 其中 row that was counted as well", () => {
    const funds = [
      fund({ item: "年度资金总额", points: "10", entered: "10" }),
      fund({ item: "其中：财政拨款", counts: false, points: "8", entered: "7", row: 7 }),
    ];
    const form = { totals: [total({ score: "100" })] };
    expect(messages(totalSum, {}, evaluation({ indicators: members, funds, form }))).toEqual([
      "“总分”为 100，各项得分之和为 93，疑重复加“其中：财政拨款”，请核对。",
    ]);
  });

  it("in a heading waits for scores, and passes over rows that share a score cell", () => {
    const heading = (indicators: ReturnType<typeof rows>, score: string) =>
      raised(
        totalSum,
        subject(
          {},
          evaluation({
            indicators,
            form: {
              captions: [{ level: 1, name: "产出", cell: at("A3"), points: null, statedScore: exact(score) }],
            },
          }),
        ),
      );
    expect(heading(members, "80")).toEqual(["error A3: 80 → 83"]);
    expect(heading([...members, indicator({ name: "丙", points: "5", row: 9 })], "80")).toEqual(NONE);
    expect(heading([], "80")).toEqual(NONE);
    const shared = {
      ...indicator({ name: "丙", points: "5", entered: "9", row: 9 }),
      status: "shared" as const,
    };
    expect(heading([...members, shared], "80")).toEqual(["error A3: 80 → 83"]);
  });
});

describe("the points of a form", () => {
  const sum = (given: Parameters<typeof evaluation>[0]) => raised(pointsSum, subject({}, evaluation(given)));
  const hundred = rows(
    { name: "甲", points: "60", entered: "55" },
    { name: "乙", points: "30", entered: "28" },
  );

  it("name the row that was added twice, a 其中 row among them", () => {
    const funds = [
      fund({ item: "年度资金总额", points: "10", entered: "10" }),
      fund({ item: "其中：财政拨款", counts: false, points: "8", row: 7 }),
    ];
    const found = (points: string) =>
      messages(
        pointsSum,
        {},
        evaluation({ indicators: hundred, funds, form: { totals: [total({ points })] } }),
      );
    expect(found("108")).toEqual(["分值合计为 108，各项分值之和为 100，疑重复加“其中：财政拨款”，请核对。"]);
    expect(found("70")).toEqual(["分值合计为 70，各项分值之和为 100，疑漏加“乙”，请核对。"]);
    expect(found("100")).toEqual([]);
  });

  it("are totalled below the totals of dimensions", () => {
    const totals = [total({ scope: "产出", points: "90", row: 29 }), total({ points: "91" })];
    expect(sum({ indicators: hundred, form: { totals } })).toEqual(["error D30: 91 → 90"]);
  });

  it("that are not 100 are shown where they are totalled, headed, captioned or begin", () => {
    const column = { role: "points" as const, header: field("分值", "D3") };
    const other = { role: "score" as const, header: field("得分", "H3") };
    const caption: CaptionPoints = {
      level: 1,
      name: "产出",
      cell: at("A4"),
      points: null,
      statedScore: null,
    };
    expect(sum({ indicators: hundred })).toEqual(["warning C4: 90 → 100"]);
    expect(sum({ indicators: hundred, form: { captions: [caption] } })).toEqual(["warning A4: 90 → 100"]);
    expect(sum({ indicators: hundred, form: { captions: [caption], columns: [other, column] } })).toEqual([
      "warning D3: 90 → 100",
    ]);
    expect(sum({ indicators: hundred, form: { totals: [total({})], columns: [column] } })).toEqual([
      "warning A30: 90 → 100",
    ]);
    expect(sum({ indicators: hundred, form: { totals: [total({ points: "90" })] } })).toEqual([
      "error D30: 90 → 100",
    ]);
  });

  it("above 100 are wrong in any case, save in an appraisal, and weights make 1", () => {
    const more = rows(
      { name: "甲", points: "70", entered: "55" },
      { name: "乙", points: "40", entered: "28" },
    );
    expect(sum({ indicators: more })).toEqual(["error C4: 110 → 100"]);
    expect(sum({ indicators: more, form: { family: "management-appraisal" } })).toEqual([
      "warning C4: 110 → 100",
    ]);
    expect(sum({ indicators: rows({ name: "甲", points: "0.4" }, { name: "乙", points: "0.6" }) })).toEqual(
      NONE,
    );
    expect(sum({ indicators: rows({ name: "甲" }) })).toEqual(NONE);
  });
});

describe("the points of a caption", () => {
  const found = (given: Parameters<typeof evaluation>[0]) =>
    captionPoints
      .run(subject({}, evaluation(given)))
      .map(({ cell, stated: said, computed, message }) => [
        cell?.row,
        said,
        computed,
        /疑[^，]*/.exec(message)?.[0] ?? "",
      ]);
  const members = rows(
    { name: "甲", points: "40" },
    { name: "乙", points: "30" },
    { name: "丙", level1: "效益", points: "30" },
  );
  const weight = (name: string, text: string) => ({
    name,
    cell: at("A40"),
    points: result(text, "B40"),
    score: null,
    scoreRate: null,
    grade: null,
  });

  it("may be a weight of a hundred", () => {
    expect(
      found({ indicators: members, form: { dimensions: [weight("产出", "70%"), weight("效益", "30.0%")] } }),
    ).toEqual([]);
    const thirds = rows({ name: "甲", points: "66.67" }, { name: "乙", level1: "效益", points: "33.33" });
    expect(found({ indicators: thirds, form: { dimensions: [weight("产出", "66.7%")] } })).toEqual([]);
    expect(found({ indicators: members, form: { dimensions: [weight("产出", "60%")] } })).toEqual([
      [39, "60%", "70%", ""],
    ]);
    expect(found({ indicators: members, form: { dimensions: [weight("产出", "70.5%")] } })).toEqual([
      [39, "70.5%", "70.0%", ""],
    ]);
  });

  it("is held against rows that print points of their own only", () => {
    const shared = members.map((each) => ({ ...each, entry: { ...each.entry, points: null } }));
    expect(found({ indicators: shared, form: { dimensions: [weight("产出", "60%")] } })).toEqual([]);
  });

  it("of two spellings of one name are those of the first", () => {
    const two = rows(
      { name: "甲", points: "40", entered: "30" },
      { name: "乙", level1: "产出指标", points: "60", entered: "50" },
    );
    const form = { totals: [total({ scope: "产出", score: "30" })] };
    expect(raised(totalSum, subject({}, evaluation({ indicators: two, form })))).toEqual(NONE);
  });

  it("names the row that is missing, and none where it is too large", () => {
    const captions = (points: string): CaptionPoints[] => [
      { level: 1, name: "产出", cell: at("A3"), points: exact(points), statedScore: null },
    ];
    expect(found({ indicators: members, form: { captions: captions("40") } })).toEqual([
      [2, "40", "70", "疑漏加“乙”"],
    ]);
    expect(found({ indicators: members, form: { captions: captions("110") } })).toEqual([
      [2, "110", "70", ""],
    ]);
    expect(
      found({
        indicators: members,
        form: { totals: [total({ scope: "产出", points: "30" }), total({ points: "1" })] },
      }),
    ).toEqual([[29, "30", "70", "疑漏加“甲”"]]);
  });
});

describe("the side to which a total is rounded", () => {
  const found = (given: Parameters<typeof evaluation>[0]) =>
    raised(roundingSide, subject({}, evaluation(given)));
  const ruled = (
    unrounded: string,
    computed: string,
    given: Partial<IndicatorGiven> = {},
  ): IndicatorGiven => ({ name: "甲", points: "100", computed, unrounded, ...given });

  it("may lift it into another grade: 89.996 is 90.00", () => {
    expect(found({ indicators: rows(ruled("89.996", "90")) })).toEqual(["warning -: 90 → 89.996"]);
    expect(found({ indicators: rows(ruled("89.996", "90")), form: { totals: [total({})] } })).toEqual([
      "warning A30: 90 → 89.996",
    ]);
    expect(
      found({ indicators: rows(ruled("89.996", "90")), form: { statedScore: result("90", "B2") } }),
    ).toEqual(["warning B2: 90 → 89.996"]);
    expect(
      found({ indicators: rows(ruled("89.996", "90")), form: { statedScore: result("", "B2") } }),
    ).toEqual(["warning B2: 90 → 89.996"]);
    expect(found({ indicators: rows(ruled("90.004", "90")) })).toEqual(NONE);
    const totals = [total({ scope: "产出", score: "12", row: 29 }), total({})];
    expect(found({ indicators: rows(ruled("89.996", "90")), form: { totals } })).toEqual([
      "warning A30: 90 → 89.996",
    ]);
  });

  it("counts scores without points, and no row without either", () => {
    const indicators = rows(
      ruled("84.996", "85"),
      { name: "附加", points: null, entered: "5" },
      { name: "说明" },
    );
    const scored = evaluation({ indicators, form: { totals: [total({ score: "90" })] } });
    const looked = subject({}, { ...scored, points: exact(100) });
    expect(raised(roundingSide, looked)).toEqual(["warning H30: 90 → 89.996"]);
  });

  it("is another matter where the total is one or more off, or not out of 100", () => {
    expect(
      found({ indicators: rows(ruled("89", "89")), form: { totals: [total({ score: "90" })] } }),
    ).toEqual(NONE);
    expect(
      found({ indicators: rows(ruled("89.01", "89.01")), form: { totals: [total({ score: "90" })] } }),
    ).toEqual(["warning H30: 90 → 89.01"]);
    expect(found({ indicators: rows(ruled("89.996", "90", { points: "90" })) })).toEqual(NONE);
  });

  it("is that of the scores that count: typed ones as typed, save where they are the rule's", () => {
    const total90 = { totals: [total({ score: "90" })] };
    expect(found({ indicators: rows(ruled("89.996", "90", { entered: "90" })), form: total90 })).toEqual([
      "warning H30: 90 → 89.996",
    ]);
    expect(
      found({
        indicators: rows(ruled("89.6", "89.6", { entered: "90", agreement: "rounded" })),
        form: total90,
      }),
    ).toEqual(["warning H30: 90 → 89.6"]);
    expect(
      found({
        indicators: rows(ruled("89.6", "89.6", { entered: "90", agreement: "differs" })),
        form: total90,
      }),
    ).toEqual(NONE);
    expect(
      found({ indicators: rows({ name: "甲", points: "100", entered: "89.5" }), form: total90 }),
    ).toEqual(["warning H30: 90 → 89.5"]);
    expect(
      found({
        indicators: rows({ name: "甲", points: "60", entered: "89.5" }, { name: "乙", points: "40" }),
        form: total90,
      }),
    ).toEqual(NONE);
  });

  it("is unknown while a score is missing, however small the typed total", () => {
    const indicators = rows({ name: "甲", points: "60", entered: "0.5" }, { name: "乙", points: "40" });
    expect(found({ indicators, form: { totals: [total({ score: "0.5" })] } })).toEqual(NONE);
  });

  it("tells what a score that was cut off would be", () => {
    const cut = (entered: string, computed: string) =>
      roundingSide
        .run(
          subject(
            {},
            evaluation({ indicators: rows(ruled(computed, computed, { entered, agreement: "floored" })) }),
          ),
        )
        .map(({ message }) => /四舍五入为 [\d.]+/.exec(message)?.[0]);
    expect(cut("9", "9.91")).toEqual(["四舍五入为 10"]);
    expect(cut("9.9", "9.97")).toEqual(["四舍五入为 10"]);
    expect(cut("9.8", "9.87")).toEqual(["四舍五入为 9.9"]);
  });
});

describe("a rate of scores", () => {
  it("is judged beside a printed score, of rows with a score cell of their own", () => {
    const member = indicator({ name: "甲", points: "20", entered: "15", scoreRate: "70%" });
    const found = (given: Parameters<typeof evaluation>[0]) =>
      raised(scoreRate, subject({}, evaluation(given)));
    expect(found({ indicators: [member] })).toEqual(["error I4: 70% → 75%"]);
    expect(found({ indicators: [{ ...member, status: "shared" }] })).toEqual(NONE);
    expect(found({ indicators: [member], form: { totals: [total({ scoreRate: "70%" })] } })).toEqual([
      "error I4: 70% → 75%",
    ]);
    expect(
      found({
        indicators: [member],
        form: { totals: [total({ scope: "产出", score: "15", scoreRate: "80%" })] },
      }),
    ).toEqual(["error I4: 70% → 75%", "error I30: 80% → 75%"]);
    expect(
      found({ indicators: [member], form: { totals: [total({ scope: "产出", scoreRate: "80%" })] } }),
    ).toEqual(["error I4: 70% → 75%"]);
    expect(
      found({ indicators: [indicator({ name: "甲", points: "0", entered: "0", scoreRate: "70%" })] }),
    ).toEqual(NONE);
  });
});

describe("parts and their whole", () => {
  const found = (...given: [name: string, text: string, row?: number][]) =>
    raised(
      partWhole,
      subject({
        baseData: given.map(([name, text, row], at_) => datum(name, text, `基础数据!B${row ?? at_ + 2}`)),
      }),
    );

  it("add up to it somewhere below", () => {
    expect(found(["总额", "100"], ["其中：甲", "60"], ["乙", "40"], ["丙", "7"])).toEqual(NONE);
    expect(found(["总额", "1000"], ["其中：甲", "600"], ["乙", "395"])).toEqual([
      "error 基础数据!B2: 1000 → 995",
    ]);
    expect(found(["总额", "1000"], ["其中：甲", "600"], ["乙", "394.9"])).toEqual(NONE);
    expect(found(["总额", "1000"], ["其中：甲", "600"], ["乙", "405"])).toEqual([
      "error 基础数据!B2: 1000 → 1005",
    ]);
  });

  it("are none of them larger than it", () => {
    expect(found(["总额", "100"], ["其中：甲", "100"])).toEqual(NONE);
    expect(found(["总额", "100"], ["其中：甲", "101"])).toEqual(["error 基础数据!B3: 101 → 100"]);
    expect(found(["总额", "1亿元"], ["其中：甲", "10100万元"])).toEqual([
      "error 基础数据!B3: 10100万元 → 1亿元",
    ]);
  });

  it("end where a row is left out, another 其中 begins, or the unit is another", () => {
    expect(found(["总额", "1000", 2], ["其中：甲", "600", 3], ["乙", "395", 5])).toEqual(NONE);
    expect(found(["总额", "1000"], ["其中：甲", "600"], ["其中：乙", "395"])).toEqual(NONE);
    expect(found(["总额", "1000元"], ["其中：甲", "600元"], ["户数", "395万元"])).toEqual(NONE);
    expect(found(["总额", "1000元"], ["其中：甲", "600人"], ["乙", "395元"])).toEqual(NONE);
    expect(found(["补助总额", "500元"], ["其中：受助人数", "600人"])).toEqual(NONE);
    expect(found(["医师数", "100人/万人"], ["其中：女医师", "101人/人"])).toEqual(NONE);
    expect(found(["补助总额", "10000元"], ["其中：省级", "2万元"])).toEqual([
      "error 基础数据!B3: 2万元 → 10000元",
    ]);
    expect(found(["补助总额", "100"], ["其中：省级", "101元"])).toEqual(["error 基础数据!B3: 101元 → 100"]);
    expect(found(["总额", "1000万元"], ["其中：甲", "600"], ["乙", "395"])).toEqual([
      "error 基础数据!B2: 1000万元 → 995",
    ]);
  });
});

describe("人数 × 标准", () => {
  const found = (standard: string, count: string, amount: string, name = "县级资金") =>
    raised(
      product,
      subject({
        baseData: [
          datum("县级标准", standard, "基础数据!B2"),
          datum("县级人数", count, "基础数据!B3"),
          datum(name, amount, "基础数据!B4"),
        ],
      }),
    );

  it.each([
    ["100元/人", "50人", "5000元", NONE],
    ["100元/人", "50人", "5001元", ["error 基础数据!B4: 5001元 → 5000"]],
    ["0.01万元/人", "50人", "0.5万元", NONE],
    ["0.01万元/人", "50人", "5000元", NONE],
    ["0.01万元/人", "50人", "7500元", NONE],
    ["0.01万元/人", "50人", "7501元", ["error 基础数据!B4: 7501元 → 5000"]],
    ["100元／户", "50人", "6000元", NONE],
    ["100人", "50人", "6000元", NONE],
    ["100元/人", "50人", "6000人", NONE],
  ])("of %s and %s is %s: %j", (standard, count, amount, expected) =>
    expect(found(standard, count, amount)).toEqual(expected),
  );

  it("is told by the first two characters of the name", () => {
    expect(found("100元/人", "50人", "6000元", "市级资金")).toEqual(NONE);
    expect(found("100元/人", "50人", "6000元", "县级收入")).toEqual(["error 基础数据!B4: 6000元 → 5000"]);
    expect(
      raised(
        product,
        subject({
          baseData: [
            datum("县级标准", "100元/人", "基础数据!B2"),
            datum("县级资金", "6000元", "基础数据!B3"),
          ],
        }),
      ),
    ).toEqual(NONE);
  });
});

describe("questionnaires", () => {
  const found = (given: Parameters<typeof survey>[0]) =>
    raised(satisfactionShare, subject({ surveys: [survey(given)] }));
  const answer = (name: string, share?: string, count?: string) => ({
    name,
    ...(share === undefined ? {} : { share }),
    ...(count === undefined ? {} : { count }),
  });

  it.each(["A.满意", "“比较满意”（4分）", "一般", "不了解", "非常好", "好", "差"])(
    "a share of %s is a share of whole questionnaires",
    (name) =>
      expect(found({ returned: "10", entries: [answer(name, "55%")] })).toEqual([
        "error 满意度!B6: 55% → 60%",
      ]),
  );
  it.each(["服务对象满意度", "职工满意率", "差旅", "时间偏差", "较好的", "状况好", "受益群众"])(
    "a share of %s is not",
    (name) => expect(found({ returned: "10", entries: [answer(name, "55%")] })).toEqual(NONE),
  );

  it("are those returned, or else those issued; without a whole number of them nothing is judged", () => {
    const entries = [answer("满意", "55%")];
    expect(found({ issued: "10", entries })).toEqual(["error 满意度!B6: 55% → 60%"]);
    expect(found({ issued: "10", returned: "20", entries })).toEqual(["error 满意度!B5: 20 → 10"]);
    expect(found({ issued: "10.5", entries })).toEqual(NONE);
    expect(found({ issued: "0", entries })).toEqual(NONE);
    expect(found({ issued: "1", entries })).toEqual(["error 满意度!B6: 55% → 100%"]);
    expect(found({ entries })).toEqual(NONE);
  });

  it("are as many as the answers to one question", () => {
    const two = (first: string, second: string) => [
      answer("满意", undefined, first),
      answer("不满意", undefined, second),
    ];
    expect(found({ issued: "100", returned: "90", entries: two("80", "10") })).toEqual(NONE);
    expect(found({ issued: "100", returned: "90", entries: two("80", "20") })).toEqual(NONE);
    expect(found({ issued: "100", returned: "90", entries: two("80", "19") })).toEqual([
      "error 满意度!B5: 90 → 99",
    ]);
    expect(found({ issued: "100", entries: two("80", "19") })).toEqual(["error 满意度!B4: 100 → 99"]);
    expect(found({ issued: "100", returned: "90", entries: two("90", "90") })).toEqual(NONE);
    expect(found({ issued: "100", returned: "90", entries: two("90", "89") })).toEqual([
      "error 满意度!B5: 90 → 179",
    ]);
    expect(found({ issued: "100", entries: [answer("满意", undefined, "80")] })).toEqual(NONE);
    expect(found({ issued: "100", entries: [...two("80", "19"), answer("一般", "1%")] })).toEqual(NONE);
  });

  it("give the overall share, unless one of them is not disclosed or not filled", () => {
    const entries = [answer("满意", "60%"), answer("比较满意", "30%"), answer("不满意", "10%")];
    expect(found({ entries, overall: "90%" })).toEqual(NONE);
    expect(found({ entries, overall: "80%" })).toEqual(["error 满意度!B20: 80% → 90%"]);
    expect(found({ entries: [answer("满意", "60%"), answer("比较满意")], overall: "80%" })).toEqual(NONE);
    expect(found({ entries: [answer("不满意", "60%")], overall: "80%" })).toEqual(NONE);
    expect(found({ entries, overall: "" })).toEqual(NONE);
    const hidden = survey({ entries, overall: "80%" });
    const [first, ...others] = hidden.entries;
    const secret = first && { ...first, share: quantity("*", "满意度!B6", { nature: "undisclosed" }) };
    expect(
      raised(
        satisfactionShare,
        subject({ surveys: [{ ...hidden, entries: secret ? [secret, ...others] : [] }] }),
      ),
    ).toEqual(NONE);
  });

  it("of weighted groups give the weighted share, by weights that need not make 1", () => {
    const groups = (first: string, second: string) => [
      { name: "服务对象", share: "90%", weight: first },
      { name: "社会公众", share: "80%", weight: second },
    ];
    expect(found({ entries: groups("3", "1"), overall: "87.5%" })).toEqual(NONE);
    expect(found({ entries: groups("50%", "50%"), overall: "87.5%" })).toEqual([
      "error 满意度!B20: 87.5% → 85.0%",
    ]);
    expect(found({ entries: groups("0", "0"), overall: "87.5%" })).toEqual(NONE);
    expect(
      found({ entries: [...groups("50%", "50%"), { name: "部门", share: "70%" }], overall: "87.5%" }),
    ).toEqual(NONE);
  });
});

describe("declared counts", () => {
  const members = rows(
    { name: "场次", level2: "产出数量" },
    { name: "人次", level2: "产出数量" },
    { name: "合格率", level2: "产出质量" },
    { name: "人次", level1: "效益", level2: "产出数量" },
  );
  it.each([
    ["一级指标个数", "2"],
    ["二级指标个数", "3"],
    ["三级指标个数", "4"],
  ])("%s is %s", (item, count) => {
    const found = (text: string) =>
      raised(
        declaredCount,
        subject({ stated: [stated(item, text, "")] }, evaluation({ indicators: members })),
      );
    expect(found(count)).toEqual(NONE);
    expect(found("9")).toEqual([`error 报告数字!B4: 9 → ${count}`]);
  });

  it("of second-level indicators are unknown where a row has none", () => {
    const bare = members.map((each, at_) =>
      at_ === 0 ? { ...each, entry: { ...each.entry, level2: null } } : each,
    );
    expect(
      raised(
        declaredCount,
        subject({ stated: [stated("二级指标个数", "9", "")] }, evaluation({ indicators: bare })),
      ),
    ).toEqual(NONE);
  });

  it("of questionnaires are those returned, or issued where they say so", () => {
    const surveys = [survey({ issued: "100", returned: "90", entries: [] })];
    const found = (item: string, text: string) =>
      raised(declaredCount, subject({ stated: [stated(item, text, "")], surveys }));
    expect([found("回收问卷份数", "90"), found("发放问卷份数", "100")]).toEqual([NONE, NONE]);
    expect(found("问卷份数", "100")).toEqual(["error 报告数字!B4: 100 → 90"]);
    expect(found("发放问卷份数", "90")).toEqual(["error 报告数字!B4: 90 → 100"]);
    expect(
      raised(
        declaredCount,
        subject({ stated: [stated("问卷份数", "9", "")], surveys: [...surveys, ...surveys] }),
      ),
    ).toEqual(NONE);
    expect(raised(declaredCount, subject({ stated: [stated("问卷份数", "9", "")] }))).toEqual(NONE);
  });
});
