import { describe, expect, it } from "vitest";
import { satisfactionShare } from "../../src/checks/satisfaction-share";
import { NONE, raised, subject, survey } from "./subject";

const found = (given: Parameters<typeof survey>[0]) =>
  raised(satisfactionShare, subject({ surveys: [survey(given)] }));
const guizhou = [
  { name: "非常满意", share: "67.18%" },
  { name: "比较满意", share: "29.18%" },
  { name: "一般", share: "3.64%" },
];

describe("satisfaction-share", () => {
  it("findings.md 0.18: no share of 175 questionnaires is 67.18%, 29.18% or 3.64%", () => {
    expect(found({ issued: "175", returned: "175", entries: guizhou })).toEqual([
      "error 满意度!B6: 67.18% → 67.43%",
      "error 满意度!B7: 29.18% → 29.14%",
      "error 满意度!B8: 3.64% → 3.43%",
    ]);
  });

  it("all three are shares of 1100", () => {
    expect(found({ issued: "1100", returned: "1100", entries: guizhou, overall: "96.36%" })).toEqual(NONE);
  });

  it("findings.md 0.17: 67.18% + 29.18% = 96.36%, and not 98.36%", () => {
    expect(found({ entries: guizhou, overall: "96.36%" })).toEqual(NONE);
    expect(found({ entries: guizhou, overall: "98.36%" })).toEqual(["error 满意度!B20: 98.36% → 96.36%"]);
  });

  it("基本满意 may count or not", () => {
    const entries = [
      { name: "满意", share: "80%" },
      { name: "基本满意", share: "15%" },
      { name: "不满意", share: "5%" },
    ];
    expect(found({ entries, overall: "95%" })).toEqual(NONE);
    expect(found({ entries, overall: "80%" })).toEqual(NONE);
    expect(found({ entries, overall: "100%" })).toEqual(["error 满意度!B20: 100% → 95%"]);
  });

  it("findings.md 3.12 and 3.23: groups are weighted 50/40/10, 30 + 30 + 30 = 90", () => {
    const entries = [
      { name: "服务对象", share: "94.93%", count: "30", weight: "50%" },
      { name: "社会公众", share: "94.60%", count: "30", weight: "40%" },
      { name: "部门内部员工", share: "94.20%", count: "30", weight: "10%" },
    ];
    expect(found({ issued: "90", entries, overall: "94.73%" })).toEqual(NONE);
    expect(found({ issued: "90", entries, overall: "94.58%" })).toEqual([
      "error 满意度!B20: 94.58% → 94.73%",
    ]);
    expect(found({ issued: "100", entries })).toEqual(["error 满意度!B4: 100 → 90"]);
  });

  it("counts give their shares, and fewer come back than went out", () => {
    const entries = [
      { name: "满意", share: "90%", count: "90" },
      { name: "不满意", share: "9%", count: "10" },
    ];
    expect(found({ issued: "100", returned: "100", entries })).toEqual(["error 满意度!B7: 9% → 10%"]);
    expect(found({ issued: "100", returned: "120", entries: [] })).toEqual(["error 满意度!B5: 120 → 100"]);
  });
});
