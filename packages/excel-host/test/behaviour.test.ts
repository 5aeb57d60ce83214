import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());
beforeEach(async () => {
  await excel.create(["数据", "空表"]);
  excel.requests.reset();
  excel.faults.clear();
  excel.moods.cellEditMode = false;
  excel.moods.readOnly = false;
  excel.moods.calculation = "automatic";
});

const data = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("数据");

async function errorOf(
  work: (context: Excel.RequestContext) => void,
): Promise<{ code: string; where: string }> {
  try {
    await Excel.run(async (context) => {
      work(context);
      await context.sync();
    });
    return { code: "none", where: "" };
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    return { code: error.code, where: error.debugInfo.errorLocation ?? "" };
  }
}

describe("entries are read as Excel reads them", () => {
  it.each<[unknown, string, unknown, string]>([
    ["3.5", "General", 3.5, "3.5"],
    ["95%", "General", 0.95, "95%"],
    ["14,911.74", "General", 14911.74, "14,911.74"],
    ["'007", "General", "007", "007"],
    ["007", "@", "007", "007"],
    ["'=A1", "General", "=A1", "=A1"],
    ["true", "General", true, "TRUE"],
    ["2023-12-31", "General", 45291, "2023/12/31"],
    ["2023年12月31日", "General", 45291, "2023年12月31日"],
    ["≥95%", "General", "≥95%", "≥95%"],
    [0.9693, "0.00%", 0.9693, "96.93%"],
    ["", "General", null, ""],
  ])("%s in a cell of format %s", async (entry, format, value, text) => {
    await Excel.run(async (context) => {
      const cell = data(context).getRange("B2");
      cell.numberFormat = [[format]];
      cell.values = [[entry]];
      await context.sync();
    });
    expect(excel.peek("数据", "B2")).toMatchObject({ value, text, formula: null });
  });

  it("makes a formula of a text that starts with =", async () => {
    await excel.type("数据", "A1", "=1+1");
    expect(excel.peek("数据", "A1")).toMatchObject({ value: 2, formula: "=1+1" });
  });
});

describe("Excel's refusals", () => {
  it.each<[string, (context: Excel.RequestContext) => void, string, string]>([
    [
      "a missing sheet",
      (c) => c.workbook.worksheets.getItem("无").load({ name: true }),
      "ItemNotFound",
      "WorksheetCollection.getItem",
    ],
    [
      "an array of another shape",
      (c) => (data(c).getRange("A1:B2").values = [[1, 2, 3]]),
      "InvalidArgument",
      "Range.values",
    ],
    [
      "a bad address",
      (c) => data(c).getRange("A0:B").load({ address: true }),
      "InvalidArgument",
      "Worksheet.getRange",
    ],
    [
      "a sheet name in use",
      (c) => void c.workbook.worksheets.add("数据"),
      "ItemAlreadyExists",
      "WorksheetCollection.add",
    ],
    [
      "a sheet name with a slash",
      (c) => void c.workbook.worksheets.add("收/支"),
      "InvalidArgument",
      "WorksheetCollection.add",
    ],
    [
      "a formula over 8192 characters",
      (c) => (data(c).getRange("A1").formulas = [[`=${"1+".repeat(4100)}1`]]),
      "InvalidArgument",
      "Range.formulas",
    ],
    [
      "an unfinished formula",
      (c) => (data(c).getRange("A1").formulas = [["=SUM(A2"]]),
      "InvalidArgument",
      "Range.formulas",
    ],
    [
      "a member that the host does not have",
      (c) =>
        data(c)
          .getRange("A1")
          .sort.apply([{ key: 0 }]),
      "ApiNotFound",
      "Range.sort",
    ],
  ])("%s", async (_, work, code, where) => {
    expect(await errorOf(work)).toEqual({ code, where });
  });

  it("leaves the last visible sheet", async () => {
    expect(
      (
        await errorOf((c) => {
          data(c).delete();
          c.workbook.worksheets.getItem("空表").delete();
        })
      ).code,
    ).toBe("InvalidOperation");
    expect(excel.sheetNames()).toEqual(["空表"]);
  });

  it("does not roll back what came before the failing action", async () => {
    await errorOf((context) => {
      data(context).getRange("A1").values = [["写了"]];
      data(context).getRange("A2:B2").values = [[1]] as never;
      data(context).getRange("A3:B3").values = [[1, 2, 3]];
    });
    expect(excel.peek("数据", "A1").value).toBe("写了");
    expect(excel.peek("数据", "A3").value).toBeNull();
  });

  it("takes no request larger than 5 MB", async () => {
    const rows = Array.from({ length: 3000 }, () => ["长".repeat(600)]);
    expect((await errorOf((context) => (data(context).getRange("A1:A3000").values = rows))).code).toBe(
      "RequestPayloadSizeLimitExceeded",
    );
  });
});

describe("protection", () => {
  const protect = (password?: string): Promise<void> =>
    Excel.run(async (context) => {
      data(context).getRange("B1").format.protection.locked = false;
      data(context).protection.protect({}, password);
      await context.sync();
    });

  it("refuses writes to locked cells and takes those to unlocked ones", async () => {
    await protect();
    expect((await errorOf((context) => (data(context).getRange("A1").values = [[1]]))).code).toBe(
      "AccessDenied",
    );
    expect((await errorOf((context) => (data(context).getRange("B1").values = [[1]]))).code).toBe("none");
    expect((await errorOf((context) => (data(context).getRange("A1").format.fill.color = "red"))).code).toBe(
      "AccessDenied",
    );
  });

  it("asks for the password", async () => {
    await protect("密码");
    expect((await errorOf((context) => data(context).protection.unprotect("错"))).code).toBe("AccessDenied");
    expect((await errorOf((context) => data(context).protection.unprotect("密码"))).code).toBe("none");
    expect((await errorOf((context) => (data(context).getRange("A1").values = [[1]]))).code).toBe("none");
  });
});

describe("merged cells", () => {
  it("ignore writes to the cells that they cover, and the call succeeds", async () => {
    await Excel.run(async (context) => {
      data(context).getRange("A1:B2").merge();
      data(context).getRange("A1:B2").values = [
        ["甲", "乙"],
        ["丙", "丁"],
      ];
      const areas = data(context).getRange("A1:D4").getMergedAreasOrNullObject();
      areas.areas.load({ address: true });
      const none = data(context).getRange("F1").getMergedAreasOrNullObject();
      await context.sync();
      expect(areas.areas.items.map((area) => area.address)).toEqual(["数据!A1:B2"]);
      expect(none.isNullObject).toBe(true);
    });
    expect(excel.peek("数据", "A1").value).toBe("甲");
    expect(excel.peek("数据", "B2").value).toBeNull();
  });
});

describe("merging and writing in one request", () => {
  it("keeps the upper left of what was just written, and forgets a merge that was taken back", async () => {
    await Excel.run(async (context) => {
      data(context).getRange("A1:B2").values = [
        ["甲", "乙"],
        ["丙", "丁"],
      ];
      data(context).getRange("A1:B2").merge();
      data(context).getRange("D1:E1").merge();
      data(context).getRange("D1:E1").unmerge();
      data(context).getRange("D1:E1").values = [["戊", "己"]];
      const merged = data(context).getRange("A1:E2").getMergedAreasOrNullObject();
      merged.areas.load({ address: true });
      await context.sync();
      expect(merged.areas.items.map(({ address }) => address)).toEqual(["数据!A1:B2"]);
    });
    const cells = ["A1", "B1", "A2", "B2", "D1", "E1"].map((cell) => excel.peek("数据", cell).value);
    expect(cells).toEqual(["甲", null, null, null, "戊", "己"]);
    await excel.open(await excel.save(), "再开.xlsx");
    expect(excel.peek("数据", "A1").value).toBe("甲");
  });
});

describe("faults and moods", () => {
  const write = (): Promise<{ code: string }> =>
    errorOf((context) => {
      for (let row = 1; row <= 10; row++) data(context).getRange(`A${row}`).values = [[row]];
    });

  it("error-reply: nothing is done", async () => {
    excel.faults.set({ request: 1, fault: "error-reply" });
    expect((await write()).code).toBe("GeneralException");
    expect(excel.peek("数据", "A1").value).toBeNull();
    expect((await write()).code).toBe("none");
  });
  it("partial-batch: the first half is done", async () => {
    excel.faults.set({ request: 1, fault: "partial-batch" });
    expect((await write()).code).toBe("GeneralException");
    expect(excel.peek("数据", "A1").value).toBe(1);
    expect(excel.peek("数据", "A10").value).toBeNull();
  });
  it("dropped-reply: all is done and the client does not know", async () => {
    excel.faults.set({ request: 1, fault: "dropped-reply" });
    expect((await write()).code).not.toBe("none");
    expect(excel.peek("数据", "A10").value).toBe(10);
  });
  it("failure codes of the runtime and codes of Excel", async () => {
    excel.faults.set({ request: 1, fault: { code: "5102" } });
    expect((await write()).code).toBe("ActivityLimitReached");
    excel.requests.reset();
    excel.faults.set({ request: 1, fault: { code: "AccessDenied" } });
    expect((await write()).code).toBe("AccessDenied");
  });
  it("cell edit mode and read-only workbooks", async () => {
    excel.moods.cellEditMode = true;
    expect((await write()).code).toBe("InvalidOperationInCellEditMode");
    excel.moods.cellEditMode = false;
    excel.moods.readOnly = true;
    expect((await write()).code).toBe("AccessDenied");
    expect((await errorOf((context) => data(context).getUsedRange().load({ values: true }))).code).toBe(
      "none",
    );
  });
  it("manual calculation leaves formulas stale until told to calculate", async () => {
    await excel.type("数据", "A1", 1);
    await excel.type("数据", "A2", "=A1*2");
    excel.moods.calculation = "manual";
    await excel.type("数据", "A1", 5);
    expect(excel.peek("数据", "A2").value).toBe(2);
    await Excel.run(async (context) => {
      context.workbook.application.calculate(Excel.CalculationType.full);
      const cell = data(context).getRange("A2").load({ values: true });
      await context.sync();
      expect(cell.values).toEqual([[10]]);
    });
  });
});

describe("formulas stay live", () => {
  it("where one request changes what they refer to and how they look", async () => {
    await excel.type("数据", "A1", 1);
    await excel.type("数据", "B1", "=A1*2");
    await Excel.run(async (context) => {
      data(context).getRange("A1").values = [[5]];
      data(context).getRange("B1").format.font.bold = true;
      await context.sync();
    });
    expect(excel.peek("数据", "B1")).toMatchObject({ formula: "=A1*2", value: 10 });
    await excel.type("数据", "A1", 6);
    expect(excel.peek("数据", "B1").value).toBe(12);
  });

  it("where they were filled down, each with its own row, also after one of them was overwritten", async () => {
    const rows = [1, 2, 3, 4, 5, 6];
    await Excel.run(async (context) => {
      data(context).getRange("A1:A6").values = rows.map((row) => [row]);
      data(context).getRange("B1:C6").formulas = rows.map((row) => [`=A${row}*$A$6`, `=SUM(B$1:B${row})`]);
      await context.sync();
    });
    const column = (name: string): unknown[] => rows.map((row) => excel.peek("数据", `${name}${row}`).value);
    expect(column("B")).toEqual([6, 12, 18, 24, 30, 36]);
    expect(column("C")).toEqual([6, 18, 36, 60, 90, 126]);
    await excel.type("数据", "B1", 100);
    await excel.type("数据", "A6", 10);
    expect(column("B")).toEqual([100, 20, 30, 40, 50, 100]);
    expect(column("C")).toEqual([100, 120, 150, 190, 240, 340]);
  });

  it("and a request that reads formulas reads results, too, when it asks for them", async () => {
    await excel.type("数据", "A1", 1);
    await excel.type("数据", "B1", "=A1*2");
    await Excel.run(async (context) => {
      data(context).getRange("A1").values = [[5]];
      const formula = data(context).getRange("B1").load({ formulas: true });
      const value = data(context).getRange("B1").load({ values: true });
      await context.sync();
      expect([formula.formulas, value.values]).toEqual([[["=A1*2"]], [[10]]]);
    });
  });
});

describe("a formula that is entered into a General cell", () => {
  const enter = (range: Excel.Range): void => {
    range.formulas = [["=A1"]];
  };
  const general = (range: Excel.Range): void => {
    range.numberFormat = [["General"]];
  };

  it.each<[string, ((range: Excel.Range) => void)[], string]>([
    ["takes the format of what it refers to", [enter], "0%"],
    ["takes it where General was set before", [general, enter], "0%"],
    ["is General where that is set later", [enter, general], "General"],
    ["takes it again when it is entered again", [enter, general, enter], "0%"],
  ])("%s", async (_, steps, expected) => {
    for (const apart of [false, true]) {
      await excel.create(["数据", "空表"]);
      await excel.type("数据", "A1", "90%");
      await Excel.run(async (context) => {
        for (const step of steps) {
          step(data(context).getRange("B1"));
          if (apart) await context.sync();
        }
        await context.sync();
      });
      expect(excel.peek("数据", "B1"), apart ? "apart" : "together").toMatchObject({
        formula: "=A1",
        value: 0.9,
        numberFormat: expected,
      });
    }
  });

  it("keeps General when it is calculated again", async () => {
    await excel.type("数据", "A1", "90%");
    await excel.type("数据", "B1", "=A1");
    await Excel.run(async (context) => {
      general(data(context).getRange("B1"));
      await context.sync();
    });
    await excel.type("数据", "A1", "80%");
    expect(excel.peek("数据", "B1")).toMatchObject({ value: 0.8, numberFormat: "General" });
  });
});

describe("a format changes no content", () => {
  /** A1 and A2 are entered, then formatted; B1 holds the formula. */
  async function entered(entries: readonly unknown[], formula: string, format: string): Promise<unknown[]> {
    await Excel.run(async (context) => {
      data(context).getRange("A1:A2").values = entries.map((entry) => [entry]);
      await context.sync();
      data(context).getRange("A1:A2").numberFormat = [[format], [format]];
      await context.sync();
      data(context).getRange("B1").formulas = [[formula]];
      await context.sync();
    });
    return [excel.peek("数据", "A1").value, excel.peek("数据", "A2").value, excel.peek("数据", "B1").value];
  }

  it.each<[string, number | string]>([
    ["=SUM(A1:A2)", 15.5],
    ["=A1*2+A2", 28],
    ["=A1", 12.5],
    ["=ISNUMBER(A1)", "true"],
    ['=SUMIF(A1:A2,">5")', 12.5],
    ["=VLOOKUP(12.5,A1:A2,1,FALSE)", 12.5],
  ])("numbers in cells formatted as text afterwards are numbers: %s", async (formula, result) => {
    const values = await entered([12.5, 3], formula, "@");
    expect([...values.slice(0, 2), String(values[2])]).toEqual([12.5, 3, String(result)]);
  });

  it("numbers typed into cells formatted as text are texts, which SUM leaves out", async () => {
    await Excel.run(async (context) => {
      data(context).getRange("A1:A2").numberFormat = [["@"], ["@"]];
      data(context).getRange("A1:A2").values = [["12.5"], ["3"]];
      data(context).getRange("B1").formulas = [["=SUM(A1:A2)"]];
      await context.sync();
    });
    expect([excel.peek("数据", "A1").value, excel.peek("数据", "B1").value]).toEqual(["12.5", 0]);
  });

  it("texts that look like numbers stay as they are written under a number format", async () => {
    const values = await entered(["'31.30", "'007"], "=A1", "#,##0.00");
    expect(values).toEqual(["31.30", "007", "31.30"]);
  });

  it("and so does a text that a formula gives", async () => {
    await Excel.run(async (context) => {
      const sheet = data(context);
      sheet.getRange("A1").values = [["'31.30"]];
      sheet.getRange("B1").formulas = [["=A1"]];
      await context.sync();
      sheet.getRange("B1").numberFormat = [["#,##0.00"]];
      sheet.getRange("B1").format.fill.color = "#FFFF00";
      await context.sync();
    });
    expect(excel.peek("数据", "B1").value).toBe("31.30");
  });
});

describe("events", () => {
  it("tell the add-in's writes from the user's", async () => {
    const seen: unknown[] = [];
    const registration = await Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add((event) => {
        seen.push([event.address, event.changeType, event.triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
      return handler;
    });
    await Excel.run(async (context) => {
      data(context).getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    });
    await excel.type("数据", "C3", 5);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([
      ["A1:B2", "RangeEdited", "ThisLocalAddin"],
      ["C3", "RangeEdited", "Unknown"],
    ]);
    await Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
    await excel.type("数据", "C4", 5);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(2);
  });
});

describe("round trips", () => {
  it("count without the clean-up of tracked ranges", async () => {
    await Excel.run(async (context) => {
      const range = data(context).getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      range.getCell(0, 0).load({ values: true });
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.requests.count()).toBe(2);
    expect(excel.requests.cleanUpCount()).toBeGreaterThan(0);
  });

  it("100 indicators written and verified", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("底稿");
      const rows = Array.from({ length: 100 }, (_, i) => [
        `指标${i + 1}`,
        10,
        i / 100,
        `=ROUND(MIN(1,C${i + 2})*B${i + 2},2)`,
        `=D${i + 2}/B${i + 2}`,
      ]);
      sheet.getRange("A2:E101").formulas = rows;
      sheet.getRange("D102").formulas = [["=SUM(D2:D101)"]];
      const check = sheet.getRange("D2:D102").load({ values: true });
      await context.sync();
      expect(check.values[100]?.[0]).toBeCloseTo(495, 8);
    });
    expect(excel.requests.count()).toBe(1);
  });

  it("writes above 1,500 cells, which the library sends in blocks", async () => {
    await Excel.run(async (context) => {
      data(context).getRange("A1:D1000").values = Array.from({ length: 1000 }, (_, i) => [i, i, i, i]);
      await context.sync();
    });
    expect(excel.peek("数据", "D1000").value).toBe(999);
  });
});
