import type { EmbeddedExcel } from "@jiheng/excel-host/node";
import { Book } from "./book";
import type { Habit } from "./habits";
import { run, type Run } from "./outcome";

/** What a habit changed of a workbook's outcome; empty where everything is alike. */
export async function differences(
  excel: EmbeddedExcel,
  bytes: Uint8Array,
  habit: Habit,
  plain: Run,
  thorough = false,
): Promise<string[]> {
  const book = Book.open(bytes);
  habit.change(book);
  let kept: Run;
  try {
    kept = await run(excel, book.save(), thorough);
  } catch (error) {
    return [`没有算出：${error instanceof Error ? error.message : String(error)}`];
  }
  const [before, now] = [plain.outcome, kept.outcome];
  return [
    ...changed("得分", before.evaluations, now.evaluations),
    ...changed("错误", before.errors, now.errors),
    ...changed("复核", before.unverified, now.unverified),
    ...kept.lost.map((cell) => `丢失：${cell}`),
    ...(kept.notUndone ?? []).map((cell) => `撤销后不同：${cell}`),
    ...(kept.secondRun === null || kept.secondRun === "" ? [] : ["再次计算又写入"]),
  ];
}

function changed(what: string, before: readonly string[], now: readonly string[]): string[] {
  return [
    ...before.filter((one) => !now.includes(one)).map((one) => `${what}少：${one}`),
    ...now.filter((one) => !before.includes(one)).map((one) => `${what}多：${one}`),
  ];
}
