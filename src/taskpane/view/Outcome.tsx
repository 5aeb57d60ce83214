import type { CellAddress } from "../../expr/cell";
import type { Choices, ChoicesChange } from "../../model/choices";
import type { RunResult } from "../../model/run";
import { standing } from "../decided";
import type { PaneActions } from "../use-pane";
import { Findings, Ignored, Notes } from "./Findings";
import { KeptScores } from "./KeptScores";
import { Proofread } from "./Proofread";
import { Result } from "./Result";
import { OwnRules, ToScore } from "./ToScore";

export interface OutcomeProps {
  readonly result: RunResult;
  readonly choices: Choices;
  readonly busy: boolean;
  readonly actions: PaneActions;
  readonly onCell: (cell: CellAddress) => void;
}

/** What a run gave, from the total down to the proof-reading. */
export default function Outcome({ result, choices, busy, actions, onCell }: OutcomeProps) {
  const { findings, ignored } = standing(result, choices);
  const onDecide = (change: ChoicesChange): void => void actions.decide(change);
  const onRule = (change: ChoicesChange): void => void actions.decideAndCalculate(change);
  return (
    <>
      <Result result={result} onCell={onCell} onSheet={(sheet) => void actions.activate(sheet)} />
      <ToScore result={result} busy={busy} onCell={onCell} onDecide={onRule} />
      <Findings findings={findings} onCell={onCell} onDecide={onDecide} />
      <KeptScores
        kept={result.keptScores}
        busy={busy}
        onCell={onCell}
        onAdopt={(cells) => void actions.calculate(cells)}
      />
      <div className="folds">
        <Notes findings={findings} onCell={onCell} onDecide={onDecide} />
        <Ignored ignored={ignored} onCell={onCell} onDecide={onDecide} />
        <OwnRules rules={choices.rules} busy={busy} onCell={onCell} onDecide={onRule} />
      </div>
      <Proofread result={result} onCell={onCell} />
    </>
  );
}
