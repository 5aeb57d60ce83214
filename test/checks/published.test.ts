import { describe, expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { Finding } from "../../src/model/finding";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { gatherFindings } from "../../src/run/gather-findings";
import { scoreWorkbook } from "../../src/scoring/score";
import { formIds, layoutForm } from "../fixtures/forms/layout";
import { readPublishedForm } from "../fixtures/forms/published-form";
import { fromFixture, readSheets } from "../forms/grids";

function check(sheets: readonly SheetGrid[]): Finding[] {
  const recognition = recogniseWorkbook(sheets);
  return gatherFindings({
    recognition,
    evaluations: scoreWorkbook(recognition, DEFAULT_SETTINGS),
    settings: DEFAULT_SETTINGS,
  });
}

const told = ({ code, severity, cell }: Finding): string =>
  `${severity} ${code} ${cell === null ? "-" : cellName(cell)}`;

describe("the workbook of report 0 (贵州)", () => {
  it("raises what findings.md says of it, and nothing that holds", async () => {
    const found = check(await readSheets("assets/samples/guizhou.xlsx"));
    expect(found.map((one) => `${told(one)} ${one.stated ?? ""} → ${one.computed ?? ""}`)).toEqual([
      "error sample-share B4 37.55% → 33.16%",
      "error declared-count B13 36 → 35",
      "error declared-count B15 12 → 9",
      "error stated-number B12 1.94 → 1.95",
      "error satisfaction-share B6 67.18% → 67.43%",
      "error satisfaction-share B7 29.18% → 29.14%",
      "error satisfaction-share B8 3.64% → 3.43%",
      "warning missing-reason J11  → ",
      "warning indicator-changed C15 监狱干警参保批次 → 参保批次",
      "warning indicator-changed C16 监狱干警参保率 → 参保覆盖率",
      "warning indicator-changed C17 医保缴费及时率 → 缴纳时限",
      "warning indicator-changed C18 医保缴费项目成本 → 干警医保缴费",
      "warning indicator-changed C19 医疗保障程度 → 维护监狱安全稳定能力",
      "warning indicator-changed C20 维护监狱干警队伍稳定 → 监狱干警基本医疗健康保障",
      "warning undisclosed F15 未公开 → ",
    ]);
  });
});

/** What a reviewer must find in each form, by the rules catalogue §10 and the conventions that leave a note (N5, E1). */
const FOUND: Record<string, readonly string[]> = {
  yongde_minglang_2022: [
    "error lost-but-reached J16",
    "warning missing-reason K16",
    "warning missing-reason K19",
    "note rounding-side J19",
  ],
  tangxi_weituo_2022: [
    "error fund-parts D6",
    "error fund-parts E6",
    "error fund-parts F6",
    "error zero-budget E6",
  ],
  jinzhai_chagu_2023: ["warning sign E12", "warning over-achieved F5", "warning over-achieved F14"],
  nanhua_luojiatun: ["warning full-but-missed H13", "warning undisclosed F14", "note sign E13"],
  linxiang_shourongsuo_2023: ["note rounding-side I6", "note execution-rate H6"],
  xiaoxian_hexi_2023: ["note sign F22"],
  langfang_spgc_2019: [
    "note template-residue I21",
    "note template-residue I22",
    "note template-residue I25",
    "note sign E13",
  ],
  // Six rows with full points and no result.
  tianchang_shuili_2022: [
    "warning undisclosed F16",
    "warning undisclosed F19",
    "warning undisclosed F22",
    "warning undisclosed F25",
    "warning undisclosed F28",
    "warning undisclosed F34",
    "note sign E37",
  ],
  yinchuan_liuzhong_2021: [
    "error lost-but-reached G23",
    "error lost-but-reached G30",
    "error lost-but-reached G33",
    "error score-differs G15",
    "warning missing-reason H15",
    "warning missing-reason H23",
    "warning missing-reason H30",
    "warning missing-reason H33",
  ],
  lijiang_ziranziyuan_2020: [
    "error lost-but-reached I13",
    "error lost-but-reached I14",
    "error lost-but-reached I15",
    "error lost-but-reached I16",
    "warning missing-reason J13",
    "warning missing-reason J14",
    "warning missing-reason J15",
    "warning missing-reason J16",
  ],
  // 5830 for ≤5300 with full points; 87 for ≥59 and 758 for ≥570; the target of the last row is not filled in.
  suixi_minzheng_2019: [
    "error full-but-missed H19",
    "warning over-achieved G14",
    "warning over-achieved G18",
    // 4604 of 4754 on 5 points is 4.84, entered as 5.
    "note rounding-side H15",
    "note template-residue D21",
  ],
  // 9 + 13 + 15 + 10 + 10 + 27 + 9 = 93, printed as 94; 15 × 8676 ÷ 8755 = 14.86, entered as 13 with a reason.
  jishan_yibao_2020: [
    "error total-sum H19",
    "error lost-but-reached H17",
    "error lost-but-reached H18",
    "warning score-differs H13",
    "warning missing-reason I17",
    "warning missing-reason I18",
    "note rounding-side I6",
    "note sign E13",
  ],
  changjiang_jinbu_2020: ["warning missing-points-column D10"],
  puhui_jinrong_sichuan: [
    "warning over-achieved E9",
    "warning over-achieved E13",
    "warning over-achieved E14",
  ],
  hainan_nongken_xueshi: [
    "warning over-achieved G16",
    "note sign E13",
    "note sign E14",
    "note sign E15",
    "note sign E16",
  ],
  // 20 × 10.77% is 2.15; the rows 一、 and 二、 repeat the scores of their parts.
  longyang_tufei_2022: [
    "error fund-score G8",
    "warning over-achieved F19",
    "warning nested-rows D10",
    "warning nested-rows D14",
    "warning missing-points-column D9",
  ],
  // 6 × 94% is 5.64; 197.33 + 5.638 is not 210; 充分 and its like answered by 100%.
  suzhou_zaibei_2021: [
    "error score-differs G22",
    "error table-sum F11",
    "warning kind-mismatch F15",
    "warning kind-mismatch F16",
    "warning kind-mismatch F17",
    "warning kind-mismatch F18",
    "warning kind-mismatch F20",
    "warning kind-mismatch F21",
    "warning over-achieved F33",
    "note sign D33",
  ],
};

/** What is not found yet; a finding that comes leaves this list. */
const NOT_YET_FOUND: Readonly<Record<string, readonly string[]>> = {
  suzhou_zaibei_2021: ["error table-sum F11"],
};

/** The points and scores of a copy that breaks off cannot add up. */
const ON_WHOLE_TABLES = ["points-sum", "caption-points", "total-sum", "points-not-100"];

describe("the published self-evaluation forms", () => {
  it.each(formIds.filter((id) => id in FOUND))("%s", (id) => {
    const unjudged = readPublishedForm(id).complete ? [] : ON_WHOLE_TABLES;
    const found = check(layoutForm(id, "filled").sheets.map(fromFixture)).filter(
      ({ code }) => !unjudged.includes(code),
    );
    const missed = NOT_YET_FOUND[id] ?? [];
    expect(found.map(told)).toEqual(FOUND[id]?.filter((one) => !missed.includes(one)));
  });
});
