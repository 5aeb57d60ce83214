import { lazy, Suspense, useRef, useState } from "react";
import type { WorkbookSession } from "../excel/session";
import type { CellAddress } from "../expr/cell";
import type { RunResult } from "../model/run";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings";
import type { Texts } from "../strings";
import { scoreText } from "./format";
import { withoutTables, type Attempt, type PaneState } from "./paneState";
import { usePane, type PaneActions } from "./usePane";
import { useTexts } from "./useTexts";
import { Calculate } from "./view/Calculate";
import { FailureNotice } from "./view/FailureNotice";
import { Findings, Notes } from "./view/Findings";
import { FirstRun } from "./view/FirstRun";
import { Header } from "./view/Header";
import { KeptScores } from "./view/KeptScores";
import { Notice } from "./view/Notice";
import { Recognised } from "./view/Recognised";
import { Result } from "./view/Result";
import { Undo } from "./view/Undo";
import { UndoneNotice } from "./view/UndoneNotice";

const SettingsPanel = lazy(() => import(/* webpackChunkName: "settings" */ "./view/SettingsPanel"));

/** The pane over an open workbook, from top to bottom. */
export function Pane({ session }: { readonly session: WorkbookSession }) {
  const texts = useTexts();
  const [state, actions] = usePane(session);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const gear = useRef<HTMLButtonElement>(null);
  const settings: Settings = { ...DEFAULT_SETTINGS, ...state.result?.settings, ...state.settings };
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
              busy={state.activity.kind !== "none"}
              onClose={closeSettings}
              onApply={(chosen) => {
                closeSettings();
                void actions.applySettings(changesOf(settings, chosen));
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
        <FirstRun
          inserting={activity.kind === "inserting"}
          onInsert={() => void actions.insertSample()}
          onAgain={() => void actions.recognise()}
        />
        {failureNotice}
      </>
    );
  }
  const busy = activity.kind !== "none";
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
          open={result === null}
          busy={busy}
          onAgain={() => void actions.recognise()}
          onSheet={(sheet) => void actions.activate(sheet)}
          onCell={onCell}
        />
      )}
      {state.changed && <Notice tone="warning" title={texts.run.changed} />}
      <Calculate activity={activity} onCalculate={() => void actions.calculate()} onCancel={actions.cancel} />
      {failureNotice}
      {state.undone !== null && (
        <UndoneNotice undone={state.undone} onCell={onCell} onDismiss={actions.dismiss} />
      )}
      {result !== null && <Outcome result={result} busy={busy} actions={actions} onCell={onCell} />}
      {undoable && (
        <Undo busy={busy} undoing={activity.kind === "undoing"} onUndo={() => void actions.undo()} />
      )}
    </>
  );
}

interface OutcomeProps {
  readonly result: RunResult;
  readonly busy: boolean;
  readonly actions: PaneActions;
  readonly onCell: (cell: CellAddress) => void;
}

function Outcome({ result, busy, actions, onCell }: OutcomeProps) {
  return (
    <>
      <Result result={result} onCell={onCell} onSheet={(sheet) => void actions.activate(sheet)} />
      <Findings findings={result.findings} onCell={onCell} />
      <KeptScores
        kept={result.keptScores}
        busy={busy}
        onCell={onCell}
        onAdopt={(cells) => void actions.calculate(cells)}
      />
      <Notes findings={result.findings} onCell={onCell} />
    </>
  );
}

function retry(attempt: Attempt, actions: PaneActions): void {
  if (attempt === "calculate") void actions.calculate();
  else if (attempt === "undo") void actions.undo();
  else if (attempt === "insert") void actions.insertSample();
  else void actions.recognise();
}

function changesOf(before: Settings, after: Settings): Partial<Settings> {
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof Settings] !== value);
  return Object.fromEntries(changed);
}

/** For a screen reader, once the run is over. */
function announcement(result: RunResult, texts: Texts): string {
  const problems = result.findings.filter(({ severity }) => severity !== "note").length;
  const [only, ...others] = result.evaluations;
  if (others.length > 0) return texts.result.announcementOfMany(result.evaluations.length, problems);
  if (only === undefined || only.score === null) return texts.result.announcementWithoutTotal(problems);
  return texts.result.announcement(scoreText(only.score, result.settings.places), only.grade ?? "", problems);
}
