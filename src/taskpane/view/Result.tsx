import type { CellAddress } from "../../expr/cell";
import type { RunResult } from "../../model/run";
import { useTexts } from "../use-texts";
import { EvaluationCard } from "./EvaluationCard";
import { Notice } from "./Notice";
import { OutputSheets } from "./OutputSheets";
import { Verification } from "./Verification";

interface ResultProps {
  readonly result: RunResult;
  readonly onSheet: (sheet: string) => void;
  readonly onCell: (cell: CellAddress) => void;
}

/** Total, grade and dimensions of each evaluation, and whether what stands in the cells was verified. */
export function Result({ result, onSheet, onCell }: ResultProps) {
  const texts = useTexts();
  const { evaluations, settings, written } = result;
  return (
    <section className="result">
      <h2>
        {texts.result.heading}
        {evaluations.length > 1 && (
          <span className="summary-remark">{texts.result.evaluations(evaluations.length)}</span>
        )}
      </h2>
      {evaluations.map((evaluation, i) => (
        <EvaluationCard
          key={i}
          evaluation={evaluation}
          places={settings.places}
          alone={evaluations.length === 1}
          onCell={onCell}
        />
      ))}
      {written !== null && (
        <>
          <Verification written={written} settings={settings} onCell={onCell} />
          <OutputSheets sheets={written.sheets} onSheet={onSheet} />
        </>
      )}
      {result.manualCalculation && (
        <Notice tone="warning">
          <p>{texts.result.manualCalculation}</p>
        </Notice>
      )}
    </section>
  );
}
