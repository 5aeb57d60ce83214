import { describe, expect, it } from "vitest";
import { CellMap } from "../../src/expr/cell-map";

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

describe("what belongs to cells", () => {
  it("is found by the address, whatever object says it", () => {
    const map = new CellMap<string>();
    map.set(at("自评", 4, 2), "三级指标");
    expect(map.get(at("自评", 4, 2))).toBe("三级指标");
    expect(map.has(at("自评", 4, 2))).toBe(true);
  });

  it("is told apart by sheet, row and column, the widest row of Excel included", () => {
    const map = new CellMap<number>();
    map.set(at("自评", 0, 16_383), 1);
    map.set(at("自评", 1, 0), 2);
    map.set(at("预算", 1, 0), 3);
    map.set(at("自评", 1_048_575, 16_383), 4);
    map.set(at("自评", 16_384, 0), 5);
    map.set(at("自评", 0, 1), 6);
    expect([
      map.get(at("自评", 0, 16_383)),
      map.get(at("自评", 1, 0)),
      map.get(at("预算", 1, 0)),
      map.get(at("自评", 1_048_575, 16_383)),
      map.get(at("自评", 16_384, 0)),
      map.get(at("自评", 0, 1)),
      map.get(at("预算", 0, 16_383)),
      map.get(at("底稿", 1, 0)),
    ]).toEqual([1, 2, 3, 4, 5, 6, undefined, undefined]);
  });

  it("is listed in the order in which its cells came, the last word of each", () => {
    const map = new CellMap<string>();
    map.set(at("自评", 9, 0), "先");
    map.set(at("自评", 2, 0), "后");
    map.set(at("自评", 9, 0), "改");
    expect([...map.values()]).toEqual(["改", "后"]);
  });

  it("keeps an empty value apart from none", () => {
    const map = new CellMap<undefined>();
    map.set(at("自评", 0, 0), undefined);
    expect([map.has(at("自评", 0, 0)), map.has(at("自评", 0, 1)), map.has(at("底稿", 0, 0))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
