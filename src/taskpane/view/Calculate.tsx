import { Button } from "@fluentui/react-components";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import type { Phase } from "../../model/run";
import type { Activity } from "../pane-state";
import { useDelayed } from "../use-delayed";
import { useTexts } from "../use-texts";

const PHASES: readonly Phase[] = ["read", "recognise", "score", "check", "write", "verify"];
/** A run shorter than this needs no progress. */
const PATIENCE_MS = 1_000;

interface CalculateProps {
  readonly activity: Activity;
  readonly onCalculate: () => void;
  readonly onCancel: () => void;
}

/** The one button of the pane, and how far its run has come. */
export function Calculate({ activity, onCalculate, onCancel }: CalculateProps) {
  const texts = useTexts();
  const calculating = activity.kind === "calculating";
  const slow = useDelayed(calculating, PATIENCE_MS);
  return (
    <section className="calculate">
      <Button
        appearance="primary"
        size="large"
        className="wide"
        icon={<CalculatorRegular />}
        disabledFocusable={activity.kind !== "none"}
        onClick={onCalculate}
      >
        {calculating ? texts.run.calculating : texts.run.calculate}
      </Button>
      {calculating && slow && <Progress activity={activity} onCancel={onCancel} />}
    </section>
  );
}

interface ProgressProps {
  readonly activity: Extract<Activity, { kind: "calculating" }>;
  readonly onCancel: () => void;
}

function Progress({ activity, onCancel }: ProgressProps) {
  const texts = useTexts();
  const number = PHASES.indexOf(activity.phase) + 1;
  const name = activity.cancelling ? texts.run.cancelling : texts.run.phases[activity.phase];
  return (
    <div className="progress">
      <progress value={number} max={PHASES.length} aria-label={name} />
      <div className="progress-line">
        <span role="status">
          {name} <span className="quiet">{texts.run.step(number, PHASES.length)}</span>
        </span>
        <Button size="small" disabledFocusable={activity.cancelling} onClick={onCancel}>
          {texts.common.cancel}
        </Button>
      </div>
    </div>
  );
}
