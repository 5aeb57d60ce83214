import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { Book } from "./book";
import { HABITS } from "./habits";
import { readWorkbook } from "./workbooks";
import { createExcelSession } from "../../src/excel/excel-session";
const [, , habit, id = "", ...cells] = process.argv;
const excel = await startEmbeddedExcel();
const b = Book.open(await readWorkbook(id));
HABITS.find((h) => h.id === habit)?.change(b);
await excel.open(b.save(), "a.xlsx");
const r = await createExcelSession(() => new Date(2024, 4, 6)).calculate();
for (const c of cells) {
  const [s = "", a = ""] = c.split("!");
  const m = a.includes(":") ? a : a;
  await Excel.run(async (ctx) => {
    const x = ctx.workbook.worksheets.getItem(s).getRange(m);
    x.load("formulas,values,numberFormat");
    await ctx.sync();
    console.log(c, JSON.stringify(x.formulas), JSON.stringify(x.values), JSON.stringify(x.numberFormat));
  });
}
if (!cells.length) {
  for (const e of r.evaluations)
    for (const i of e.indicators)
      console.log(
        i.entry.level1,
        i.entry.level2,
        i.entry.level3,
        "|",
        i.points?.toString(),
        i.entry.target?.text,
        i.entry.actual?.text,
        i.entry.score?.entered.text,
        i.computedScore?.toString(),
        i.status,
        i.explanation.slice(0, 60),
      );
  for (const e of r.evaluations) {
    console.log(
      "F",
      e.funds
        .map((f) =>
          [
            f.entry.item,
            f.entry.counts,
            f.entry.adjustedBudget?.text,
            f.entry.executed?.text,
            f.score?.toString(),
          ].join("/"),
        )
        .join(" "),
    );
    console.log(
      "T",
      e.score?.toString(),
      e.grade,
      e.form.title?.text,
      e.form.unit,
      e.form.year,
      e.form.captions.map((c) => c.level + c.name + c.points?.toString()).join(" "),
    );
  }
  for (const f of r.findings)
    console.log(
      f.severity,
      f.code,
      f.cell && f.cell.sheet + "!" + (f.cell.row + 1) + "," + (f.cell.column + 1),
      f.message,
    );
}
process.exit(0);
