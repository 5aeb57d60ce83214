import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { Book } from "/work/wt/forms/test/habits/book";
import { HABITS } from "/work/wt/forms/test/habits/habits";
import { run } from "/work/wt/forms/test/habits/outcome";
import { readWorkbook, WORKBOOKS } from "/work/wt/forms/test/habits/workbooks";
const only = process.argv[2]?.split(",").filter(Boolean) ?? [];
const books = process.argv[3]?.split(",") ?? WORKBOOKS;
const verbose = process.argv[4] === "v";
const excel = await startEmbeddedExcel();
for (const id of books) {
  const bytes = await readWorkbook(id);
  let t = Date.now();
  const base = await run(excel, bytes, true);
  console.log(
    "==",
    id,
    Date.now() - t,
    "ms",
    base.outcome.unverified.length,
    base.lost.length,
    base.notUndone?.length,
    base.secondRun,
    verbose ? base.outcome : "",
  );
  for (const h of HABITS) {
    if (only.length && !only.includes(h.id)) continue;
    t = Date.now();
    try {
      const b = Book.open(bytes);
      h.change(b);
      const r = await run(excel, b.save(), only.length > 0 || process.argv[5] === "t");
      const d: string[] = [];
      const diff = (n: string, x: readonly string[], y: readonly string[]) => {
        if (JSON.stringify(x) !== JSON.stringify(y))
          d.push(
            n +
              " -" +
              x
                .filter((i) => !y.includes(i))
                .slice(0, 3)
                .join(" ; ") +
              " +" +
              y
                .filter((i) => !x.includes(i))
                .slice(0, 3)
                .join(" ; "),
          );
      };
      diff("eval", base.outcome.evaluations, r.outcome.evaluations);
      diff("err", base.outcome.errors, r.outcome.errors);
      diff("unverified", base.outcome.unverified, r.outcome.unverified);
      if (r.lost.length) d.push("lost " + r.lost.slice(0, 3).join(" ; "));
      if (r.notUndone?.length) d.push("undo " + r.notUndone.slice(0, 3).join(" ; "));
      if (r.secondRun) d.push(r.secondRun);
      if (d.length || verbose)
        console.log(
          "  ",
          h.id,
          Date.now() - t,
          "ms",
          d.length ? "\n      " + d.map((x) => x.slice(0, 700)).join("\n      ") : "ok",
        );
    } catch (e) {
      console.log(
        "  ",
        h.id,
        "THROW",
        (e as Error).message,
        (e as any).code,
        (e as any).detail,
        verbose ? (e as Error).stack : "",
      );
    }
  }
}
process.exit(0);
