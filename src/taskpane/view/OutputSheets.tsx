import { Button } from "@fluentui/react-components";
import { OUTPUT_SHEETS } from "../../model/sheet-names";
import { useTexts } from "../use-texts";

interface OutputSheetsProps {
  readonly sheets: readonly string[];
  readonly onSheet: (sheet: string) => void;
}

/** Ways to the sheets that the run wrote. */
export function OutputSheets({ sheets, onSheet }: OutputSheetsProps) {
  const texts = useTexts();
  const { summary, workingPaper } = OUTPUT_SHEETS;
  return (
    <div className="output-sheets">
      {sheets.includes(summary) && <Button onClick={() => onSheet(summary)}>{texts.actions.summary}</Button>}
      {sheets.includes(workingPaper) && (
        <Button onClick={() => onSheet(workingPaper)}>{texts.actions.workingPaper}</Button>
      )}
    </div>
  );
}
