import { describe, expect, it } from "vitest";
import { indicatorChanged } from "../../src/checks/indicator-changed";
import { evaluation, indicator, NONE, raised, subject, target, targetRow } from "./subject";

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
