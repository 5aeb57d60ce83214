import { beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { differences } from "./compare";
import { EXCEPTIONS, exceptionOf } from "./exceptions";
import { HABITS } from "./habits";
import { run, type Run } from "./outcome";
import { readWorkbook, WORKBOOKS } from "./workbooks";

/** Every habit is tried on these three; the others take turns. `npm run habits` tries all and writes docs/habits.md. */
const ALWAYS = ["tangxi_weituo_2022", "yongde_minglang_2022", "anning"];
const IN_TURN = WORKBOOKS.filter((id) => !ALWAYS.includes(id));
const PATIENCE = 120_000;

let excel: EmbeddedExcel;
const plain = new Map<string, Promise<{ bytes: Uint8Array; run: Run }>>();

beforeAll(async () => {
  excel = await startEmbeddedExcel();
}, PATIENCE);

function asItIs(id: string): Promise<{ bytes: Uint8Array; run: Run }> {
  const known = plain.get(id);
  if (known !== undefined) return known;
  const made = readWorkbook(id).then(async (bytes) => ({ bytes, run: await run(excel, bytes, true) }));
  plain.set(id, made);
  return made;
}

test("there are at least thirty habits, and every exception names one", () => {
  expect(HABITS.length).toBeGreaterThanOrEqual(30);
  const known = new Set(HABITS.map(({ id }) => id));
  expect(EXCEPTIONS.filter(({ habit }) => !known.has(habit))).toEqual([]);
});

describe("the same workbook kept in another way has the same scores, grades and errors, and loses nothing", () => {
  test.each(ALWAYS)(
    "%s as it is: every formula is verified, a second run and 撤销 leave nothing",
    async (id) => {
      const { run: made } = await asItIs(id);
      expect([made.outcome.unverified, made.lost, made.notUndone, made.secondRun]).toEqual([[], [], [], ""]);
    },
  );

  const cases = HABITS.flatMap((habit, index) =>
    [...ALWAYS, IN_TURN[index % IN_TURN.length] ?? ""].map((id) => ({ habit, id, name: habit.name })),
  );
  test.each(cases.filter(({ habit, id }) => exceptionOf(habit.id, id) === undefined))(
    "$name: $id",
    async ({ habit, id }) => {
      const { bytes, run: made } = await asItIs(id);
      expect(await differences(excel, bytes, habit, made)).toEqual([]);
    },
    PATIENCE,
  );
});
