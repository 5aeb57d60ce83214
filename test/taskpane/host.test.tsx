// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { App } from "../../src/taskpane/App";
import { FakeSession } from "./fake-session";

vi.mock("../../src/taskpane/load-session", () => ({ loadSession: () => Promise.resolve(new FakeSession()) }));
vi.spyOn(navigator, "language", "get").mockReturnValue("zh-CN");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function officeThatSays(host: string | null, supports = true, bodyBackgroundColor?: string) {
  return {
    HostType: { Excel: "Excel" },
    onReady: () => Promise.resolve({ host, platform: null }),
    context: {
      displayLanguage: "zh-CN",
      officeTheme: bodyBackgroundColor === undefined ? undefined : { bodyBackgroundColor },
      requirements: { isSetSupported: () => supports },
    },
  };
}

const pass = (milliseconds: number): Promise<void> =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

describe("the pane", () => {
  test("shows itself before office.js answers", () => {
    render(<App />);
    expect(screen.getByRole("heading", { name: "绩衡" })).toBeTruthy();
    expect(screen.getByText("正在连接 Excel…")).toBeTruthy();
  });

  test("says where to go outside Excel", async () => {
    vi.stubGlobal("Office", officeThatSays(null));
    render(<App />);
    await pass(0);
    expect(screen.getByText("这里不是 Excel")).toBeTruthy();
  });

  test("says that this Excel is too old", async () => {
    vi.stubGlobal("Office", officeThatSays("Excel", false));
    render(<App />);
    await pass(0);
    expect(screen.getByText("这个版本的 Excel 太旧")).toBeTruthy();
    expect(screen.getByText(/ExcelApi 1\.13/)).toBeTruthy();
  });

  test("turns away from Word", async () => {
    vi.stubGlobal("Office", officeThatSays("Word"));
    render(<App />);
    await pass(0);
    expect(screen.getByText("绩衡只处理 Excel 工作簿。")).toBeTruthy();
  });

  test("gives up waiting, and goes on when office.js comes after all", async () => {
    render(<App />);
    await pass(8_100);
    expect(screen.getByText("还没有连上 Excel")).toBeTruthy();
    vi.stubGlobal("Office", officeThatSays("Excel"));
    await pass(100);
    await pass(100);
    expect(screen.getByRole("button", { name: "计算得分" })).toBeTruthy();
  });

  test.each([
    ["#262626", "dark"],
    ["#FFFFFF", "light"],
    [undefined, "light"],
  ])("takes its colours from Office: background %s is %s", async (background, scheme) => {
    vi.stubGlobal("Office", officeThatSays("Excel", true, background));
    render(<App />);
    await pass(0);
    expect(document.documentElement.style.colorScheme).toBe(scheme);
  });
});
