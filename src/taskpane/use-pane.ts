import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from "react";
import type { WorkbookSession } from "../excel/session";
import type { CellAddress } from "../expr/cell";
import { changeOfBoth, countOfChange, isIgnoredKey, type ChoicesChange } from "../model/choices";
import { failureOf } from "./failure-of";
import { INITIAL, reduce, type PaneEvent, type PaneState } from "./pane-state";
import type { InsertedAsset } from "../model/assets";
import { readAsset } from "./inserted-asset";

/** What the user can do. None of these rejects: a failure becomes part of the state. */
export interface PaneActions {
  readonly recognise: () => Promise<void>;
  readonly calculate: (adoptCells?: readonly CellAddress[]) => Promise<void>;
  /** Takes a decision; a correction is read again at once, the next 计算得分 keeps it in the workbook. */
  readonly decide: (change: ChoicesChange) => Promise<void>;
  /** Takes a decision, calculates with it and keeps it. */
  readonly decideAndCalculate: (change: ChoicesChange) => Promise<void>;
  readonly cancel: () => void;
  readonly undo: () => Promise<void>;
  readonly select: (cell: CellAddress) => Promise<void>;
  readonly activate: (sheet: string) => Promise<void>;
  readonly selectedCell: () => Promise<CellAddress | null>;
  readonly insert: (asset: InsertedAsset) => Promise<void>;
  readonly dismiss: () => void;
}

/** The pane's state over a session: reads the workbook at once and follows its changes. */
export function usePane(session: WorkbookSession): readonly [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const current = useRef(state);
  useEffect(() => {
    current.current = state;
  });
  const running = useRef<AbortController | null>(null);
  const now = useCallback((): PaneState => current.current, []);
  const actions = useMemo(() => actionsOver(session, dispatch, now, running), [session, now]);
  useEffect(() => {
    void actions.recognise();
    return follow(session, () => {
      dispatch({ type: "changed" });
      if (now().result === null && now().activity.kind === "none") void actions.recognise();
    });
  }, [session, actions, now]);
  return [state, actions];
}

/** Watching is a convenience: where Excel refuses it, the pane works without. */
function follow(session: WorkbookSession, onChange: () => void): () => void {
  const stopping = session.watch(onChange).catch(() => null);
  return () => {
    void stopping.then((stop) => stop?.()).catch(() => null);
  };
}

function actionsOver(
  session: WorkbookSession,
  dispatch: Dispatch<PaneEvent>,
  now: () => PaneState,
  running: { current: AbortController | null },
): PaneActions {
  const recognise = async (pending: ChoicesChange = now().pending): Promise<void> => {
    dispatch({ type: "reading" });
    try {
      dispatch({ type: "recognised", recognition: await session.recognise(pending) });
    } catch (error) {
      dispatch({ type: "failed", failure: failureOf(error, "recognise") });
    }
  };
  const calculate = async (adoptCells: readonly CellAddress[], pending: ChoicesChange): Promise<void> => {
    if (running.current !== null) return;
    // Kept on the sheet 评价设置, which is made only when there is something to keep.
    const choices = countOfChange(pending) === 0 ? {} : { choices: pending };
    const abort = (running.current = new AbortController());
    dispatch({ type: "calculating" });
    try {
      const result = await session.calculate({
        adoptCells,
        ...choices,
        signal: abort.signal,
        onPhase: (phase) => dispatch({ type: "phase", phase }),
      });
      dispatch({ type: "calculated", result });
    } catch (error) {
      dispatch({ type: "failed", failure: failureOf(error, "calculate") });
    } finally {
      running.current = null;
    }
  };
  const go = async (going: Promise<void>): Promise<void> => {
    try {
      await going;
    } catch (error) {
      dispatch({ type: "failed", failure: failureOf(error, "go") });
    }
  };
  const decided = (change: ChoicesChange): ChoicesChange => {
    const pending = changeOfBoth(now().pending, change);
    dispatch({ type: "decided", change });
    return pending;
  };
  return {
    recognise: () => recognise(),
    calculate: (adoptCells = []) => calculate(adoptCells, now().pending),
    decide: (change) => {
      const pending = decided(change);
      return changesReading(change) ? recognise(pending) : Promise.resolve();
    },
    decideAndCalculate: (change) => calculate([], decided(change)),
    cancel: () => {
      running.current?.abort();
      dispatch({ type: "cancelling" });
    },
    undo: async () => {
      dispatch({ type: "undoing" });
      try {
        dispatch({ type: "undone", undone: await session.undo() });
        await recognise();
      } catch (error) {
        dispatch({ type: "failed", failure: failureOf(error, "undo") });
      }
    },
    select: (cell) => go(session.select(cell)),
    activate: (sheet) => go(session.activate(sheet)),
    selectedCell: async () => {
      try {
        return await session.selectedCell();
      } catch (error) {
        dispatch({ type: "failed", failure: failureOf(error, "go") });
        return null;
      }
    },
    insert: async (asset) => {
      const before = new Set(now().recognition?.sheets.map(({ name }) => name));
      dispatch({ type: "inserting", asset });
      const base64 = await readAsset(asset).catch(() => null);
      if (base64 === null) {
        dispatch({
          type: "failed",
          failure: {
            code: "insert-failed",
            cell: null,
            detail: null,
            restored: true,
            attempt: { insert: asset },
          },
        });
        return;
      }
      try {
        await session.insertSheets(base64);
        const recognition = await session.recognise(now().pending);
        const added = recognition.sheets.filter(({ name }) => !before.has(name));
        const main = added.find(({ role }) => role === "evaluation") ?? added.at(-1);
        if (main !== undefined) await session.activate(main.name);
        dispatch({ type: "inserted", sheet: asset === "sample" ? null : (main?.name ?? null) });
        dispatch({ type: "recognised", recognition });
      } catch (error) {
        dispatch({ type: "failed", failure: failureOf(error, { insert: asset }) });
      }
    },
    dismiss: () => dispatch({ type: "dismissed" }),
  };
}

/** Ignoring a finding changes nothing of what is read; corrections of columns and rows do. */
function changesReading({ columns = [], rows = [], removed = [] }: ChoicesChange): boolean {
  return columns.length + rows.length > 0 || removed.some((key) => !isIgnoredKey(key));
}
