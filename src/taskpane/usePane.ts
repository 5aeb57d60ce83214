import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from "react";
import type { WorkbookSession } from "../excel/session";
import type { CellAddress } from "../expr/cell";
import type { Settings } from "../model/settings";
import { failureOf } from "./failureOf";
import { INITIAL, reduce, type PaneEvent, type PaneState } from "./paneState";
import { readSample } from "./sample";

/** What the user can do. None of these rejects: a failure becomes part of the state. */
export interface PaneActions {
  readonly recognise: () => Promise<void>;
  readonly calculate: (adoptCells?: readonly CellAddress[]) => Promise<void>;
  readonly applySettings: (settings: Partial<Settings>) => Promise<void>;
  readonly cancel: () => void;
  readonly undo: () => Promise<void>;
  readonly select: (cell: CellAddress) => Promise<void>;
  readonly activate: (sheet: string) => Promise<void>;
  readonly insertSample: () => Promise<void>;
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
  const recognise = async (): Promise<void> => {
    dispatch({ type: "reading" });
    try {
      dispatch({ type: "recognised", recognition: await session.recognise() });
    } catch (error) {
      dispatch({ type: "failed", failure: failureOf(error, "recognise") });
    }
  };
  const calculate = async (
    adoptCells: readonly CellAddress[],
    settings: Partial<Settings>,
  ): Promise<void> => {
    if (running.current !== null) return;
    // Kept on the sheet 评价设置, which is made only when there is something to keep.
    const choices = Object.keys(settings).length === 0 ? {} : { choices: { settings } };
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
  return {
    recognise,
    calculate: (adoptCells = []) => calculate(adoptCells, now().settings),
    applySettings: (settings) => {
      dispatch({ type: "set", settings });
      return calculate([], { ...now().settings, ...settings });
    },
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
    insertSample: async () => {
      dispatch({ type: "inserting" });
      const base64 = await readSample().catch(() => null);
      if (base64 === null) {
        dispatch({
          type: "failed",
          failure: { code: "insert-failed", cell: null, detail: null, restored: true, attempt: "insert" },
        });
        return;
      }
      try {
        await session.insertSheets(base64);
        await recognise();
      } catch (error) {
        dispatch({ type: "failed", failure: failureOf(error, "insert") });
      }
    },
    dismiss: () => dispatch({ type: "dismissed" }),
  };
}
