import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { CellAddress } from "../../expr/cell";
import type { Doubt } from "../../model/form";
import type { Recognition, RecognisedSheet } from "../../model/workbook";
import { useTexts } from "../useTexts";
import { CellLink } from "./CellLink";

interface RecognisedProps {
  readonly recognition: Recognition;
  /** Open until there is a result to look at. */
  readonly open: boolean;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onSheet: (sheet: string) => void;
  readonly onCell: (cell: CellAddress) => void;
}

/** What was understood of the workbook, sheet by sheet, and what needs the user's word. */
export function Recognised({ recognition, open, busy, onAgain, onSheet, onCell }: RecognisedProps) {
  const texts = useTexts();
  const used = recognition.sheets.filter(({ role }) => role !== "ignored" && role !== "output");
  const outputs = recognition.sheets.filter(({ role }) => role === "output").length;
  const ignored = recognition.sheets.filter(({ role }) => role === "ignored");
  return (
    <section className="recognised">
      <details open={open} key={String(open)}>
        <summary>
          <h2>{texts.recognised.heading}</h2>
          <span className="summary-remark">{headline(used)}</span>
        </summary>
        <ul className="sheets">
          {used.map((sheet) => (
            <SheetRow key={sheet.name} sheet={sheet} onSheet={onSheet} />
          ))}
        </ul>
        <p className="quiet sheets-rest">
          {[
            outputs > 0 ? texts.recognised.outputs(outputs) : "",
            ignored.length > 0 ? texts.recognised.others(ignored.length) : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}
          <Button
            size="small"
            appearance="transparent"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={busy}
            onClick={onAgain}
          >
            {texts.recognised.again}
          </Button>
        </p>
      </details>
      {recognition.doubts.length > 0 && <Doubts doubts={recognition.doubts} onCell={onCell} />}
    </section>
  );
}

/** The folded list still says what matters: the sheet that is scored. */
function headline(used: readonly RecognisedSheet[]): string {
  const scored = used.filter(({ role }) => role === "evaluation");
  return scored.map(({ name }) => name).join("、");
}

function SheetRow({
  sheet,
  onSheet,
}: {
  readonly sheet: RecognisedSheet;
  readonly onSheet: (sheet: string) => void;
}) {
  const texts = useTexts();
  return (
    <li>
      <button
        type="button"
        className="sheet"
        title={texts.recognised.goToSheet(sheet.name)}
        onClick={() => onSheet(sheet.name)}
      >
        <span className="sheet-name">{sheet.name}</span>
        <span className="sheet-remark">{sheet.remark}</span>
      </button>
    </li>
  );
}

function Doubts({
  doubts,
  onCell,
}: {
  readonly doubts: readonly Doubt[];
  readonly onCell: (cell: CellAddress) => void;
}) {
  const texts = useTexts();
  return (
    <div className="doubts">
      <h3>
        <WarningFilled className="severity-warning" aria-hidden="true" />
        {texts.recognised.doubts(doubts.length)}
      </h3>
      <ul lang="zh-CN">
        {doubts.map((doubt, i) => (
          <li key={i}>
            {doubt.message} <CellLink cell={doubt.cell} onSelect={onCell} />
          </li>
        ))}
      </ul>
    </div>
  );
}
