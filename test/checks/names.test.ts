import { describe, expect, it } from "vitest";
import { grade, gradeWord } from "../../src/checks/grade";
import { dimensionKey } from "../../src/checks/shared/groups";
import { indicatorChanged } from "../../src/checks/indicator-changed";
import { exact } from "../../src/expr/exact";
import { DEFAULT_GRADE_SCALE } from "../../src/model/grade";
import {
  at,
  evaluation,
  indicator,
  NONE,
  quantity,
  raised,
  result,
  stated,
  subject,
  target,
  targetRow,
  total,
} from "./subject";

describe("what a target became in the scored table", () => {
  const changed = (
    rows: readonly ReturnType<typeof targetRow>[],
    ...indicators: ReturnType<typeof indicator>[]
  ) => raised(indicatorChanged, subject({ targets: rows }, evaluation({ indicators })));
  const scoredAs = (name: string, given: string, level2 = "产出数量", row = 4) =>
    indicator({ name, level2, target: given, row });

  it("is the indicator with the same target, before one with a likelier name", () => {
    const rows = [targetRow("数量指标", "培训场次", "≥20场", 4)];
    expect(
      changed(rows, scoredAs("培训次数场次", "≥30场"), scoredAs("讲座", "≥20场", "产出数量", 5)),
    ).toEqual(["warning C5: 讲座 → 培训场次"]);
  });

  it("is the one whose name shares most characters, where no target is the same", () => {
    const rows = [targetRow("数量指标", "培训场次", "≥20场", 4)];
    expect(changed(rows, scoredAs("宣传人数", "≥30"), scoredAs("培训次数", "≥40", "产出数量", 5))).toEqual([
      "warning C5: 培训次数 → 培训场次",
    ]);
  });

  it("is looked for within its kind, which the first level may name", () => {
    const rows = [{ ...targetRow("", "群众满意", "≥90%", 4), level1: "满意度指标", level2: null }];
    expect(
      changed(
        rows,
        scoredAs("群众满意率", "≥95%", "产出数量"),
        scoredAs("受益对象评价", "≥85%", "服务对象满意度", 5),
      ),
    ).toEqual(["warning C5: 受益对象评价 → 群众满意"]);
  });

  it("without a kind must share two characters with it", () => {
    const rows = [targetRow("其他指标", "资料归档", "完整", 4)];
    expect(changed(rows, scoredAs("档案资料归档情况", "齐全", "管理指标"))).toEqual([
      "warning C4: 档案资料归档情况 → 资料归档",
    ]);
    expect(changed(rows, scoredAs("资产", "齐全", "管理指标"))).toEqual([
      "warning 绩效目标!C4: - → 资料归档",
    ]);
  });

  it("is missing where all indicators of its kind are taken", () => {
    const rows = [
      targetRow("数量指标", "培训场次", "≥20场", 4),
      targetRow("数量指标", "宣传次数", "≥5次", 5),
    ];
    expect(changed(rows, scoredAs("培训次数", "≥20场"))).toEqual([
      "warning C4: 培训次数 → 培训场次",
      "warning 绩效目标!C5: - → 宣传次数",
    ]);
  });

  it.each([
    ["≥20场", "≥20场", NONE],
    ["≥20场", "20场", NONE],
    ["20场", "≥20场", NONE],
    ["≥20场", "≥20", NONE],
    ["≥20", "≥20场", NONE],
    ["≥2万元", "≥20000元", NONE],
    ["≥2万元", "≥2元", ["error E4: ≥2元 → ≥2万元"]],
    ["≥20场", "≤20场", ["error E4: ≤20场 → ≥20场"]],
    ["≥20场", "按时", ["warning E4: 按时 → ≥20场"]],
    ["≥2万元", "≥2", NONE],
    ["≥2", "≥2万元", NONE],
    ["按时", "≥20场", ["warning E4: ≥20场 → 按时"]],
    ["按时完成", "按时完成。", NONE],
    ["按时完成", "按期完成", ["warning E4: 按期完成 → 按时完成"]],
    ["≥20场", "", NONE],
    ["", "≥20场", NONE],
  ])("approved as “%s” and scored against “%s”: %j", (approved, given, found) =>
    expect(
      changed([targetRow("数量指标", "指标1：培训场次", approved, 4)], scoredAs("★培训 场次", given)),
    ).toEqual(found),
  );

  it("is no range where the other is a number, though both begin with it", () => {
    const range = { nature: "range", comparison: "range" } as const;
    const row = targetRow("数量指标", "培训场次", "20场", 4);
    const approved = { ...row, target: target("20场", "绩效目标!D4", { ...range, text: "20-30场" }) };
    expect(changed([approved], scoredAs("培训场次", "20场"))).toEqual(["warning E4: 20场 → 20-30场"]);
    const ranged = indicator({
      name: "培训场次",
      target: target("20场", "E4", { ...range, text: "20-30场" }),
    });
    expect(changed([row], ranged)).toEqual(["warning E4: 20-30场 → 20场"]);
    const other = indicator({
      name: "讲座",
      level2: "产出数量",
      target: target("20场", "E4", { ...range, text: "20-30场" }),
    });
    expect(changed([row], other, scoredAs("培训次数", "≥40场", "产出数量", 5))).toEqual([
      "warning C5: 培训次数 → 培训场次",
    ]);
  });

  it("may write the same target in another unit", () => {
    const rows = [targetRow("数量指标", "培训经费", "≥2万元", 4)];
    expect(
      changed(rows, scoredAs("培训经费总额", "≥3万元"), scoredAs("讲座", "≥20000元", "产出数量", 5)),
    ).toEqual(["warning C5: 讲座 → 培训经费"]);
  });

  it("is the first of the indicators with the same target", () => {
    const rows = [targetRow("数量指标", "培训场次", "≥20场", 4)];
    expect(changed(rows, scoredAs("讲座", "≥20场"), scoredAs("宣讲", "≥20场", "产出数量", 5))).toEqual([
      "warning C4: 讲座 → 培训场次",
    ]);
  });

  it("is no indicator that another row has by its name", () => {
    const rows = [
      targetRow("数量指标", "培训场次", "≥20场", 4),
      targetRow("数量指标", "宣传次数", "≥20场", 5),
    ];
    expect(changed(rows, scoredAs("培训场次", "≥20场"))).toEqual(["warning 绩效目标!C5: - → 宣传次数"]);
  });

  it("without a kind may share just two characters", () => {
    const rows = [targetRow("其他指标", "资料归档", "完整", 4)];
    expect(changed(rows, scoredAs("资料情况", "齐全", "管理指标"))).toEqual([
      "warning C4: 资料情况 → 资料归档",
    ]);
  });

  it("is looked for by name in lists of up to 100 × 100, by target alone in longer ones", () => {
    const renamed = (approved: number) =>
      changed(
        Array.from({ length: approved }, (_, at_) =>
          targetRow("数量指标", `甲${at_}`, `${at_ + 1}场`, at_ + 4),
        ),
        ...Array.from({ length: 100 }, (_, at_) =>
          scoredAs(`乙${at_}`, `${at_ + 501}场`, "产出数量", at_ + 4),
        ),
      ).filter((found) => !found.includes("绩效目标")).length;
    expect([renamed(100), renamed(101)]).toEqual([100, 0]);
  });

  it.each([
    ["指标1：培训场次", NONE],
    ["指标 12.培训场次", NONE],
    ["指标3培训场次", NONE],
  ])("numbered or not, %s has the same name as 培训场次: %j", (name, found) =>
    expect(changed([targetRow("数量指标", name, "≥20场", 4)], scoredAs("培训场次", "≥20场"))).toEqual(found),
  );

  it("is not numbered by a number within its name", () => {
    const rows = [targetRow("数量指标", "核心指标1完成数", "≥20场", 4)];
    expect(changed(rows, scoredAs("核心完成数", "≥20场"))).toEqual([
      "warning C4: 核心完成数 → 核心指标1完成数",
    ]);
  });

  it("is told with the target where that is another too", () => {
    const said = (given: string) =>
      indicatorChanged
        .run(
          subject(
            { targets: [targetRow("数量指标", "培训场次", "≥20场", 4)] },
            evaluation({ indicators: [scoredAs("培训次数", given)] }),
          ),
        )
        .map(({ message }) => message);
    const named = "目标表“培训场次”在评价表中改为“培训次数”";
    expect(said("≥20场")).toEqual([`${named}，请统一或说明调整依据。`]);
    expect(said("")).toEqual([`${named}，请统一或说明调整依据。`]);
    expect(said("≥30场")).toEqual([`${named}，指标值也不同，请统一或说明调整依据。`]);
  });

  it("of several evaluations only equal names are compared, their targets all the same", () => {
    const rows = [
      targetRow("数量指标", "培训场次", "≥30场", 4),
      targetRow("数量指标", "宣传次数", "≥5次", 5),
    ];
    const one = evaluation({ indicators: [scoredAs("培训场次", "≥20场")] });
    expect(raised(indicatorChanged, subject({ targets: rows }, one, evaluation()))).toEqual([
      "error E4: ≥20场 → ≥30场",
    ]);
    expect(raised(indicatorChanged, subject({ targets: rows }, evaluation()))).toEqual(NONE);
  });

  it("points at the name where the target stands in no cell", () => {
    const nowhere = indicator({ name: "培训场次", target: { ...target("≥20场"), cell: null } });
    expect(changed([targetRow("数量指标", "培训场次", "≥30场", 4)], nowhere)).toEqual([
      "error C4: ≥20场 → ≥30场",
    ]);
    const none = { ...nowhere, entry: { ...nowhere.entry, target: null } };
    expect(changed([targetRow("数量指标", "培训场次", "≥30场", 4)], none)).toEqual(NONE);
  });
});

describe("the name of a dimension", () => {
  it.each([
    ["产出指标(50分)", "产出"],
    ["一、产出", "产出"],
    ["2.产出绩效指标", "产出"],
    ["产出（50分）★ 小计", "产出"],
    ["过程得分合计", "过程"],
    ["一般性支出", "一般性支出"],
    ["产出一、二", "产出一、二"],
    ["指标管理", "指标管理"],
    ["十二、产出", "产出"],
    ["10.产出", "产出"],
  ])("%s is %s", (name, key) => expect(dimensionKey(name)).toBe(key));
});

describe("the word of a grade", () => {
  it.each([
    ["优", "优"],
    [" “优秀”等次。", "优"],
    ["良好", "良"],
    ["（中）", "中"],
    ["差等级", "差"],
    ["合格", null],
    ["", null],
    ["不优", null],
  ])("“%s” is %s", (text, word) => expect(gradeWord(text, DEFAULT_GRADE_SCALE)).toBe(word));

  const full = {
    bands: [
      { grade: "优秀", from: exact(90) },
      { grade: "优良", from: exact(80) },
      { grade: "差", from: exact(0) },
    ],
    cell: null,
  };
  it("may be the beginning of a longer one, the first that fits", () => {
    expect([gradeWord("优", full), gradeWord("优良", full), gradeWord("优秀等级", full)]).toEqual([
      "优秀",
      "优良",
      "优秀",
    ]);
  });

  it("is itself before one that it begins with", () => {
    const scale = { bands: ["中", "中上"].map((word) => ({ grade: word, from: exact(0) })), cell: null };
    expect([gradeWord("中上", scale), gradeWord("中", scale)]).toEqual(["中上", "中"]);
  });
});

describe("a stated grade", () => {
  const members = [indicator({ name: "场次", points: "100", entered: "85" })];
  const dimension = (name: string, word: string, rate: string | null = null) => ({
    name,
    cell: at("A40"),
    points: null,
    score: null,
    scoreRate: rate === null ? null : result(rate, "D40"),
    grade: result(word, "E40"),
  });

  it("of the whole is judged once for each cell it stands in", () => {
    const whole = (grades: readonly string[], statedGrade = result("优", "B3")) =>
      raised(
        grade,
        subject(
          {},
          evaluation({
            indicators: members,
            form: { totals: grades.map((word, at_) => total({ grade: word, row: 30 + at_ })), statedGrade },
          }),
        ),
      );
    expect(whole(["优"], result("优", "J30"))).toEqual(["error J30: 优 → 良"]);
    expect(whole(["良", "差"])).toEqual(["error J31: 差 → 良", "error B3: 优 → 良"]);
    expect(whole(["见附表"], result("", "B3"))).toEqual(NONE);
  });

  it("is told with the score or the rate that earns another, without blanks around it", () => {
    const said = (...of: Parameters<typeof subject>) =>
      grade.run(subject(...of)).map(({ message, stated: word }) => [message, word]);
    const whole = evaluation({ indicators: members, form: { statedGrade: result(" 优 ", "B3") } });
    expect(said({}, whole)).toEqual([["“评价等级”写为“优”，得分 85 属于“良”，请更正。", "优"]]);
    const output = evaluation({ indicators: members, form: { dimensions: [dimension("产出", "优")] } });
    expect(said({}, output)).toEqual([["“产出等级”写为“优”，得分率属于“良”，请更正。", "优"]]);
    expect(said({ stated: [stated("评价等级", " 优 ", "")] }, evaluation({ indicators: members }))).toEqual([
      ["“评价等级”报告为“优”，按得分为“良”，请更正。", "优"],
    ]);
  });

  it("is held against the printed total where nothing was scored", () => {
    const form = { statedScore: result("85", "B2"), statedGrade: result("优", "B3") };
    const scored = { ...evaluation({ form }), grade: null, score: null };
    expect(raised(grade, subject({}, { ...scored, enteredScore: exact(85) }))).toEqual(["error B3: 优 → 良"]);
    expect(raised(grade, subject({}, { ...scored, enteredScore: null }))).toEqual(NONE);
  });

  it("of a dimension is that of its own rate, or of the printed one", () => {
    const found = (...dimensions: ReturnType<typeof dimension>[]) =>
      raised(grade, subject({}, evaluation({ indicators: members, form: { dimensions } })));
    expect(found(dimension("产出指标", "优"))).toEqual(["error E40: 优 → 良"]);
    expect(found(dimension("产出指标", "良", "95%"))).toEqual(NONE);
    expect(found(dimension("效益指标", "优", "59.9%"))).toEqual(["error E40: 优 → 差"]);
    expect(found(dimension("效益指标", "优"))).toEqual(NONE);
    expect(
      raised(
        grade,
        subject(
          {},
          evaluation({ indicators: members, form: { totals: [total({ dimension: "产出", grade: "中" })] } }),
        ),
      ),
    ).toEqual(["error J30: 中 → 良"]);
  });

  it("of the report names the whole or a dimension, and a computed word goes before", () => {
    const scored = evaluation({
      indicators: [
        ...members,
        indicator({ name: "满意度", level1: "效益", points: "10", entered: "9.5", row: 5 }),
      ],
    });
    const found = (item: string, word: string, computed = "") =>
      raised(grade, subject({ stated: [stated(item, word, computed)] }, scored));
    expect(found("产出指标评价等级", "优")).toEqual(["error 报告数字!B4: 优 → 良"]);
    expect(found("效益等次", "优")).toEqual(NONE);
    expect(found("综合评价等级", "良")).toEqual(["error 报告数字!B4: 良 → 优"]);
    expect(found("产出等级", "优", "中")).toEqual(["error 报告数字!B4: 优 → 中"]);
    expect(found("产出等级", "无")).toEqual(NONE);
    expect(found("产出得分", "优")).toEqual(NONE);
    expect(raised(grade, subject({ stated: [stated("评价等级", "差", "")] }, scored, scored))).toEqual(NONE);
    const nowhere = { ...stated("产出等级", "优", ""), stated: quantity("优") };
    expect(raised(grade, subject({ stated: [nowhere] }, scored))).toEqual(["error 报告数字!A4: 优 → 良"]);
  });
});
