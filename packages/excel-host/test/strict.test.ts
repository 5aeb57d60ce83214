import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { calm } from "../src/model/moods";

/**
 * Where Excel refuses a call or answers otherwise than one would think, and the host does as Excel does. Each case names
 * its source: a page of Microsoft's documentation (docs), its help on limits (limits), or a report of users.
 */

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
beforeEach(() => excel.create(["表"]));
afterEach(() => {
  Object.assign(excel.moods, calm());
});

type Call = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;

async function codeOf(call: Call): Promise<string> {
  try {
    await Excel.run(async (context) => {
      call(context.workbook.worksheets.getItem("表"), context);
      await context.sync();
    });
    return "ok";
  } catch (error) {
    return error instanceof OfficeExtension.Error ? error.code : String(error);
  }
}

const formula =
  (text: string): Call =>
  (sheet) =>
    (sheet.getRange("A1").formulas = [[text]]);
const list = (count: number, of = "1"): string => Array.from({ length: count }, () => of).join(",");

/** A formula of so many characters, quickly calculated. */
function long(length: number): string {
  const parts = Array.from({ length: 31 }, () => `LEN("${"长".repeat(250)}")`).join("+");
  return `=${parts}+LEN("${"长".repeat(length - parts.length - 9)}")`;
}

describe("limits", () => {
  it.each<[string, string, Call, string]>([
    ["255 arguments", "limits: arguments in a function", formula(`=SUM(${list(255)})`), "ok"],
    ["256 arguments", "limits: arguments in a function", formula(`=SUM(${list(256)})`), "InvalidArgument"],
    ["256 arguments on two levels", "limits", formula(`=SUM(SUM(${list(250)}),${list(6)})`), "ok"],
    ["a text of 255 characters", "limits", formula(`="${"长".repeat(255)}"`), "ok"],
    ["a text of 256 characters", "limits", formula(`="${"长".repeat(256)}"`), "InvalidArgument"],
    ["64 levels", "limits", formula(`=${"ABS(".repeat(64)}1${")".repeat(64)}`), "ok"],
    ["65 levels", "limits", formula(`=${"ABS(".repeat(65)}1${")".repeat(65)}`), "InvalidArgument"],
    ["8,192 characters", "limits", formula(long(8192)), "ok"],
    ["8,193 characters", "limits", formula(long(8193)), "InvalidArgument"],
    [
      "a number format with an open quote",
      "docs: Range.numberFormat",
      (sheet) => (sheet.getRange("A1").numberFormat = [['0"人']]),
      "InvalidArgument",
    ],
    [
      "a number format of five sections",
      "limits",
      (sheet) => (sheet.getRange("A1").numberFormat = [["0;0;0;@;0"]]),
      "InvalidArgument",
    ],
    [
      "number formats in use",
      "docs: Range.numberFormat",
      (sheet) =>
        (sheet.getRange("A1:A6").numberFormat = [
          ["#,##0.00_);[红色](#,##0.00)"],
          ['yyyy"年"m"月"d"日"'],
          ["[DBNum2]General"],
          ["0.00%"],
          ["上午/下午h:mm"],
          ['0.00"万元";;;@'],
        ]),
      "ok",
    ],
    [
      "a column of 255 characters",
      "limits: column width",
      (sheet) => (sheet.getRange("A:A").format.columnWidth = 1340),
      "ok",
    ],
    [
      "a column of 256 characters",
      "limits: column width",
      (sheet) => (sheet.getRange("A:A").format.columnWidth = 1345),
      "InvalidArgument",
    ],
    [
      "a row above 409 points",
      "limits: row height",
      (sheet) => (sheet.getRange("1:1").format.rowHeight = 410),
      "InvalidArgument",
    ],
    [
      "print titles that are no whole rows",
      "docs: PageLayout.setPrintTitleRows",
      (sheet) => sheet.pageLayout.setPrintTitleRows("A1:B2"),
      "InvalidArgument",
    ],
    [
      "print titles of whole rows",
      "docs: PageLayout.setPrintTitleRows",
      (sheet) => sheet.pageLayout.setPrintTitleRows("$1:$2"),
      "ok",
    ],
    [
      "zero pages high",
      "docs: PageLayoutZoomOptions takes numbers of pages; office-js #1860",
      (sheet) => (sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 }),
      "InvalidArgument",
    ],
    [
      "all rows frozen",
      "office-js #2014",
      (sheet) => sheet.freezePanes.freezeRows(1_048_576),
      "InvalidArgument",
    ],
    ["a chart of no known type", "docs: ChartCollection.add", chartOf("Kuchen"), "InvalidArgument"],
    ["a chart of columns", "docs: ChartCollection.add", chartOf("ColumnClustered"), "ok"],
  ])("%s (%s)", async (_, _source, call, code) => {
    expect(await codeOf(call)).toBe(code);
  });
});

function chartOf(type: string): Call {
  return (sheet) => {
    sheet.getRange("A1:B2").values = [
      ["名", "数"],
      ["甲", 1],
    ];
    sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:B2"));
  };
}

describe("moods", () => {
  it.each<[string, string, Partial<typeof excel.moods>, Call, string]>([
    [
      "a chart sheet in front names no active sheet",
      "office-js #2444",
      { chartSheetInFront: true },
      (_, { workbook }) => workbook.worksheets.getActiveWorksheet().load("name"),
      "ItemNotFound",
    ],
    [
      "a selected chart refuses to merge",
      "office-js #399",
      { chartSelected: true },
      (sheet) => sheet.getRange("A1:B1").merge(),
      "InvalidSelection",
    ],
    [
      "a selected chart is no range",
      "docs: Workbook.getSelectedRange",
      { chartSelected: true },
      (_, { workbook }) => workbook.getSelectedRange().load("address"),
      "InvalidSelection",
    ],
    ...(
      [
        ["freezeRows", (sheet) => sheet.freezePanes.freezeRows(1), "GeneralException"],
        ["showGridlines", (sheet) => (sheet.showGridlines = false), "GeneralException"],
        ["activate", (sheet) => sheet.activate(), "GeneralException"],
        ["worksheets.add", (_, { workbook }) => workbook.worksheets.add("新"), "GeneralException"],
        [
          "getSelectedRange",
          (_, { workbook }) => workbook.getSelectedRange().load("address"),
          "GeneralException",
        ],
        ["delete", (sheet) => sheet.delete(), "InvalidSelection"],
      ] satisfies [string, Call, string][]
    ).map(([name, call, code]): [string, string, Partial<typeof excel.moods>, Call, string] => [
      `another workbook in front refuses ${name}`,
      "docs: excel-add-ins-troubleshooting",
      { otherWorkbookInFront: true },
      call,
      code,
    ]),
    [
      "another workbook in front lets values be written",
      "docs: excel-add-ins-troubleshooting",
      { otherWorkbookInFront: true },
      (sheet) => (sheet.getRange("A1").values = [[1]]),
      "ok",
    ],
    [
      "a cell that is edited refuses everything",
      "docs: excel-add-ins-delay-in-cell-edit",
      { cellEditMode: true },
      (sheet) => sheet.load("name"),
      "InvalidOperationInCellEditMode",
    ],
  ])("%s (%s)", async (_, _source, moods, call, code) => {
    Object.assign(excel.moods, moods);
    expect(await codeOf(call)).toBe(code);
  });

  it("an array over filtered rows goes astray (office-js #224, xlwings #747)", async () => {
    expect(await codeOf((sheet) => (sheet.getRange("2:2").rowHidden = true))).toBe("ok");
    excel.moods.misplacesOverFiltered = true;
    await codeOf((sheet) => (sheet.getRange("A1:A3").values = [["一"], ["二"], ["三"]]));
    expect(["A1", "A2", "A3"].map((cell) => excel.peek("表", cell).value)).toEqual(["一", null, "一"]);
    await codeOf((sheet) => (sheet.getRange("A2").values = [["二"]]));
    expect(excel.peek("表", "A2").value).toBe("二");
  });

  it.each([
    ["blank", [2, 4, "旧"]],
    ["all", [2, 4, 6]],
  ] as const)(
    "a table fills %s cells with a formula, not with a value (office-js #2093, #6745)",
    async (fills, column) => {
      await codeOf(
        (sheet) =>
          (sheet.getRange("A1:B3").values = [
            [1, ""],
            [2, ""],
            [3, "旧"],
          ]),
      );
      excel.moods.tables = [{ sheet: "表", body: "A1:B3", fills }];
      await codeOf((sheet) => (sheet.getRange("B1").formulas = [["=A1*2"]]));
      expect(["B1", "B2", "B3"].map((cell) => excel.peek("表", cell).value)).toEqual(column);
      await codeOf((sheet) => (sheet.getRange("B2").values = [["值"]]));
      expect(["B1", "B2", "B3"].map((cell) => excel.peek("表", cell).value)).toEqual([2, "值", column[2]]);
    },
  );

  it.each([
    ["hashes", "####"],
    ["nothing", ""],
  ] as const)("numbers of narrow columns show %s (office-js #4625, #4291)", async (numbersShown, shown) => {
    await codeOf((sheet) => (sheet.getRange("A1:B1").values = [["字", 12.5]]));
    excel.moods.numbersShown = numbersShown;
    const text = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表").getRange("A1:B1").load("text");
      await context.sync();
      return range.text;
    });
    expect(text).toEqual([["字", shown]]);
  });

  it("a hidden sheet does not come to the front (docs: Worksheet.activate)", async () => {
    await excel.create(["表", "后"]);
    expect(await codeOf((sheet) => (sheet.visibility = "Hidden"))).toBe("ok");
    expect(await codeOf((sheet) => sheet.activate())).toBe("InvalidOperation");
  });
});
