import type { WorkbookSession } from "../excel/session";
import { OUTPUT_SHEETS } from "../model/sheet-names";

interface RecalculateParts {
  readonly openSession: () => Promise<WorkbookSession>;
  readonly openPane: () => Promise<void>;
  /** Tells Excel that the command is over: without it the ribbon stays blocked. */
  readonly done: () => void;
}

/** 计算得分 from the ribbon: calculates and shows 绩效汇总; on a failure opens the pane where Excel allows it. */
export async function recalculate({ openSession, openPane, done }: RecalculateParts): Promise<void> {
  try {
    const session = await openSession();
    const { written } = await session.calculate();
    if (written?.sheets.includes(OUTPUT_SHEETS.summary)) await session.activate(OUTPUT_SHEETS.summary);
  } catch {
    await openPane().catch(() => undefined);
  } finally {
    done();
  }
}
