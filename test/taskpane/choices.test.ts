import { describe, expect, test } from "vitest";
import { changeOfBoth, choiceKeys, countOfChange, mergeChoices, NO_CHOICES } from "../../src/model/choices";
import { cell } from "./fake-run";

const share = { code: "sample-share", cell: cell("报告数字!B4"), stated: "37.55%", reason: "口径不同" };
const grade = { code: "grade", cell: null, stated: "优", reason: "已说明" };
const kept = { ...NO_CHOICES, ignored: [share, grade] };

describe("the user's choices", () => {
  test("can be taken back by their key", () => {
    expect(mergeChoices(kept, { removed: [choiceKeys.ignored(share)] }).ignored).toEqual([grade]);
  });

  test("taking back one of a kind leaves the other kinds alone", () => {
    const rule = { indicator: cell("指标!C4"), wording: "按完成比例得分" };
    const merged = mergeChoices({ ...kept, rules: [rule] }, { removed: [choiceKeys.rules(rule)] });
    expect([merged.rules, merged.ignored]).toEqual([[], kept.ignored]);
  });

  test("taken back and decided again is decided", () => {
    const again = { ...share, reason: "另有说明" };
    const change = changeOfBoth({ removed: [choiceKeys.ignored(share)] }, { ignored: [again] });
    expect(mergeChoices(kept, change).ignored).toEqual([grade, again]);
  });

  test("decided and taken back is taken back", () => {
    const change = changeOfBoth({ ignored: [share] }, { removed: [choiceKeys.ignored(share)] });
    expect(mergeChoices(kept, change).ignored).toEqual([grade]);
    expect(mergeChoices(NO_CHOICES, change)).toEqual(NO_CHOICES);
  });

  test("two changes as one are the two one after the other", () => {
    const [first, second] = [
      { ignored: [share], settings: { places: 1 } },
      { ignored: [grade], settings: { places: 3 } },
    ];
    expect(mergeChoices(NO_CHOICES, changeOfBoth(first, second))).toEqual(
      mergeChoices(mergeChoices(NO_CHOICES, first), second),
    );
  });

  test("are counted one by one", () => {
    expect(countOfChange({})).toBe(0);
    expect(countOfChange({ ignored: [share, grade], settings: { places: 1 } })).toBe(3);
  });
});
