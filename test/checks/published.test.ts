import { describe, expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { runChecks } from "../../src/checks/run";
import { recogniseWorkbook } from "../../src/forms/recognise";
import type { Finding } from "../../src/model/finding";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { formIds, layoutForm } from "../fixtures/forms/layout";
import { fromFixture, readSheets } from "../forms/grids";

function check(sheets: readonly SheetGrid[]): Finding[] {
  const recognition = recogniseWorkbook(sheets);
  return runChecks({
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
    ]);
  });
});

/** Most transcripts end before the last rows, so that their points cannot add up to 100: `points-sum` is left out here. */
const FOUND: Record<string, readonly string[]> = {
  yongde_minglang_2022: [
    "error lost-but-reached J16",
    "warning missing-reason K16",
    "warning missing-reason K19",
    "note rounding-side J19",
  ],
  tangxi_weituo_2022: ["error fund-parts D6", "error fund-parts E6", "error fund-parts F6"],
  jinzhai_chagu_2023: ["warning sign E12"],
  nanhua_luojiatun: ["warning full-but-missed H13", "warning undisclosed F14"],
  linxiang_shourongsuo_2023: ["note rounding-side I6", "note execution-rate H6"],
  xiaoxian_hexi_2023: [],
  langfang_spgc_2019: ["note template-residue I21", "note template-residue I22", "note template-residue I25"],
};

describe("the published self-evaluation forms", () => {
  it.each(formIds.filter((id) => id in FOUND))("%s", (id) => {
    const found = check(layoutForm(id, "filled").sheets.map(fromFixture)).filter(
      ({ code }) => code !== "points-sum",
    );
    expect(found.map(told)).toEqual(FOUND[id]);
  });
});
