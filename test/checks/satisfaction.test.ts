import { describe, expect, it } from "vitest";
import { satisfactionShare } from "../../src/checks/satisfaction-share";
import { at, NONE, quantity, raised, subject, survey } from "./subject";

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

  it("one group in words of an answer is still a group", () => {
    const entries = [
      { name: "一般群众", share: "94.93%", weight: "50%" },
      { name: "社会公众", share: "94.60%", weight: "50%" },
    ];
    expect(found({ issued: "90", entries })).toEqual(NONE);
    const third = { name: "满意", share: "70%" };
    expect(found({ entries: [...entries, third], overall: "87.5%" })).toEqual(NONE);
  });

  it("says what the overall share is made of", () => {
    const said = (given: Parameters<typeof survey>[0]) =>
      satisfactionShare.run(subject({ surveys: [survey(given)] })).map(({ message }) => message);
    expect(said({ entries: guizhou, overall: "98.36%" })).toEqual([
      "整体满意度为 98.36%，满意各项之和为 96.36%，请更正。",
    ]);
    const groups = [
      { name: "服务对象", share: "90%", weight: "50%" },
      { name: "社会公众", share: "80%", weight: "50%" },
    ];
    expect(said({ entries: groups, overall: "87.5%" })).toEqual([
      "整体满意度为 87.5%，各组加权为 85.0%，请更正。",
    ]);
  });

  it("letters, quotes and remarks do not make another answer, more words do", () => {
    const entries = [
      { name: "A.非常满意（90分以上）", share: "60%" },
      { name: "B、“满意”", share: "30%" },
      { name: "C．不满意", share: "10%" },
    ];
    expect(found({ entries, overall: "80%" })).toEqual(["error 满意度!B20: 80% → 90%"]);
    const others = [
      { name: "满意", share: "60%" },
      { name: "满意以外", share: "40%" },
    ];
    expect(found({ entries: others, overall: "60%" })).toEqual(NONE);
  });

  it("an answer that is not disclosed leaves the overall share alone", () => {
    const asked = survey({
      entries: [
        { name: "满意", share: "60%" },
        { name: "不满意", share: "1%" },
      ],
      overall: "80%",
    });
    const share = quantity("*", "满意度!B7", { nature: "undisclosed", value: null });
    const entries = asked.entries.map((entry, row) => (row === 1 ? { ...entry, share } : entry));
    expect(raised(satisfactionShare, subject({ surveys: [asked] }))).toHaveLength(1);
    expect(raised(satisfactionShare, subject({ surveys: [{ ...asked, entries }] }))).toEqual(NONE);
  });

  it("counts are held against whole numbers of questionnaires only", () => {
    const two = (first: string, second: string) => [
      { name: "满意", count: first },
      { name: "不满意", count: second },
    ];
    expect(found({ entries: two("80", "19") })).toEqual(NONE);
    expect(found({ issued: "10.5", entries: two("80", "19") })).toEqual(NONE);
    expect(found({ issued: "100", returned: "见附表", entries: two("80", "19") })).toEqual([
      "error 满意度!B4: 100 → 99",
    ]);
    expect(found({ returned: "90", entries: two("0", "0") })).toEqual(["error 满意度!B5: 90 → 0"]);
  });

  it("a number is shown in its own cell, or else beside its name", () => {
    const entries = [
      { name: "满意", share: "60%", count: "50" },
      { name: "不满意", share: "40%", count: "40" },
    ];
    const asked = survey({ issued: "80", returned: "81", overall: "70%", entries });
    const moved = (cell: string | null) => {
      const datum = (given: typeof asked.issued, row: number) =>
        given && {
          ...given,
          cell: at(`满意度!A${row}`),
          quantity: { ...given.quantity, cell: cell === null ? null : at(`满意度!${cell}${row}`) },
        };
      const table = {
        ...asked,
        returned: datum(asked.returned, 5),
        overall: datum(asked.overall, 20),
      };
      return raised(satisfactionShare, subject({ surveys: [table] })).filter((each) => !/B[67]/.test(each));
    };
    expect(moved("C")).toEqual([
      "error 满意度!C5: 81 → 80",
      "error 满意度!C5: 81 → 90",
      "error 满意度!C20: 70% → 60%",
    ]);
    expect(moved(null)).toEqual([
      "error 满意度!A5: 81 → 80",
      "error 满意度!A5: 81 → 90",
      "error 满意度!A20: 70% → 60%",
    ]);
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
