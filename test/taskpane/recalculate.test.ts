import { describe, expect, test, vi } from "vitest";
import { recalculate } from "../../src/commands/recalculate";
import { WorkbookFailure } from "../../src/excel/failure";
import { FakeSession } from "./fake-session";

describe("计算得分 from the ribbon", () => {
  test("calculates, shows 绩效汇总 and tells Excel that it is over", async () => {
    const session = new FakeSession();
    const done = vi.fn();
    await recalculate({ openSession: () => Promise.resolve(session), openPane: vi.fn(), done });
    expect(session.calls.map(([name]) => name)).toEqual(["calculate", "activate"]);
    expect(session.asked("activate")).toEqual([["绩效汇总"]]);
    expect(done).toHaveBeenCalledOnce();
  });

  test.each<[string, () => Promise<void>]>([
    ["opens the pane when it fails", () => Promise.resolve()],
    [
      "tells Excel that it is over even where no pane can be opened",
      () => Promise.reject(new Error("no shared runtime")),
    ],
  ])("%s", async (_, open) => {
    const session = new FakeSession({ calculate: () => Promise.reject(new WorkbookFailure("read-only")) });
    const openPane = vi.fn(open);
    const done = vi.fn();
    await recalculate({ openSession: () => Promise.resolve(session), openPane, done });
    expect(openPane).toHaveBeenCalledOnce();
    expect(done).toHaveBeenCalledOnce();
  });
});
