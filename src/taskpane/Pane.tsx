import { Suspense, useEffect, useRef, useState } from "react";
import type { WorkbookSession } from "../excel/session";
import type { CellAddress } from "../expr/cell";
import { countOfChange } from "../model/choices";
import { DEFAULT_GRADE_SCALE, type GradeBand } from "../model/grade";
import type { RunResult } from "../model/run";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings";
import type { Texts } from "../strings";
import { scoreText } from "./format";
import { lazyPart } from "./lazyPart";
import { withoutTables, type Attempt, type PaneState } from "./pane-state";
import { usePane, type PaneActions } from "./use-pane";
import { useTexts } from "./use-texts";
import { Calculate } from "./view/Calculate";
import { FailureNotice } from "./view/FailureNotice";
import { Header } from "./view/Header";
import { Notice } from "./view/Notice";
import { Recognised } from "./view/Recognised";
import { Undo } from "./view/Undo";
import { UndoneNotice } from "./view/UndoneNotice";

const SettingsPanel = lazyPart(() => import(/* webpackChunkName: "settings" */ "./view/SettingsPanel"));

const FirstRun = lazyPart(() => import(/* webpackChunkName: "first-run" */ "./view/FirstRun"));

// What comes after the first click is loaded while the click is at work.
const loadOutcome = () => import(/* webpackChunkName: "outcome" */ "./view/Outcome");
const Outcome = lazyPart(loadOutcome);

/** The pane over an open workbook, from top to bottom. */
export function Pane({ session }: { readonly session: WorkbookSession }) {
  const texts = useTexts();
  const [state, actions] = usePane(session);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const gear = useRef<HTMLButtonElement>(null);
  const settings: Settings = { ...DEFAULT_SETTINGS, ...state.choices.settings };
  const closeSettings = (): void => {
    setSettingsOpen(false);
    gear.current?.focus();
  };
  return (
    <>
      <Header
        gear={gear}
        settingsOpen={settingsOpen}
        onSettings={() => (settingsOpen ? closeSettings() : setSettingsOpen(true))}
      />
      <p className="for-screen-readers" role="status">
        {state.result !== null && state.activity.kind === "none" && announcement(state.result, texts)}
      </p>
      <main>
        {settingsOpen && (
          <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
            <SettingsPanel
              settings={settings}
              bands={bandsOf(state)}
              busy={state.activity.kind !== "none"}
              onClose={closeSettings}
              onApply={(change) => {
                closeSettings();
                void actions.decideAndCalculate(change);
              }}
            />
          </Suspense>
        )}
        <Workbook state={state} actions={actions} />
      </main>
    </>
  );
}

function Workbook({ state, actions }: { readonly state: PaneState; readonly actions: PaneActions }) {
  const texts = useTexts();
  const { recognition, activity, result, failure } = state;
  const calculating = activity.kind === "calculating";
  useEffect(() => {
    if (calculating) void loadOutcome().catch(() => null);
  }, [calculating]);
  const onCell = (cell: CellAddress): void => void actions.select(cell);
  const nothingToScore =
    withoutTables(failure) || (recognition !== null && recognition.evaluations.length === 0);
  const failureNotice = failure !== null && !withoutTables(failure) && (
    <FailureNotice
      failure={failure}
      onRetry={(attempt) => retry(attempt, actions)}
      onDismiss={actions.dismiss}
      onCell={onCell}
    />
  );
  if (nothingToScore) {
    return (
      <>
        <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
          <FirstRun
            inserting={activity.kind === "inserting" ? activity.asset : null}
            inserted={state.inserted}
            busy={activity.kind !== "none"}
            onInsert={(asset) => void actions.insert(asset)}
            onAgain={() => void actions.recognise()}
          />
        </Suspense>
        {failureNotice}
      </>
    );
  }
  const busy = activity.kind !== "none";
  const pending = countOfChange(state.pending);
  const undoable = result !== null || (recognition?.sheets.some(({ role }) => role === "output") ?? false);
  return (
    <>
      {recognition === null && activity.kind === "reading" && (
        <p className="quiet waiting" role="status">
          {texts.recognised.reading}
        </p>
      )}
      {recognition !== null && (
        <Recognised
          recognition={recognition}
          choices={state.choices}
          open={result === null}
          busy={busy}
          onAgain={() => void actions.recognise()}
          onSheet={(sheet) => void actions.activate(sheet)}
          onCell={onCell}
          onDecide={(change) => void actions.decide(change)}
          selectedCell={actions.selectedCell}
        />
      )}
      {pending > 0 && !busy && <Notice tone="info" title={texts.run.unsaved(pending)} />}
      {state.changed && <Notice tone="warning" title={texts.run.changed} />}
      <Calculate activity={activity} onCalculate={() => void actions.calculate()} onCancel={actions.cancel} />
      {failureNotice}
      {state.undone !== null && (
        <UndoneNotice undone={state.undone} onCell={onCell} onDismiss={actions.dismiss} />
      )}
      {result !== null && (
        <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
          <Outcome result={result} choices={state.choices} busy={busy} actions={actions} onCell={onCell} />
        </Suspense>
      )}
      {undoable && (
        <Undo busy={busy} undoing={activity.kind === "undoing"} onUndo={() => void actions.undo()} />
      )}
    </>
  );
}

function retry(attempt: Attempt, actions: PaneActions): void {
  if (attempt === "calculate") void actions.calculate();
  else if (attempt === "undo") void actions.undo();
  else if (typeof attempt === "object") void actions.insert(attempt.insert);
  else void actions.recognise();
}

/** The grade scale that is decided for the workbook, else the one it states, else the usual. */
function bandsOf({ choices, recognition }: PaneState): readonly GradeBand[] {
  if (choices.gradeBands.length > 0) return choices.gradeBands;
  const stated =
    recognition?.evaluations.find(({ gradeScale }) => gradeScale !== null)?.gradeScale ??
    recognition?.gradeScale ??
    DEFAULT_GRADE_SCALE;
  return stated.bands;
}

/** For a screen reader, once the run is over. */
function announcement(result: RunResult, texts: Texts): string {
  const problems = result.findings.filter(({ severity }) => severity !== "note").length;
  const [only, ...others] = result.evaluations;
  if (others.length > 0) return texts.result.announcementOfMany(result.evaluations.length, problems);
  if (only === undefined || only.score === null) return texts.result.announcementWithoutTotal(problems);
  return texts.result.announcement(scoreText(only.score, result.settings.places), only.grade ?? "", problems);
}
