import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { Suspense } from "react";
import type { CellAddress } from "../../expr/cell";
import type { Choices, ChoicesChange } from "../../model/choices";
import type { ColumnRole, Doubt } from "../../model/form";
import type { Recognition, RecognisedSheet } from "../../model/workbook";
import { lazyPart } from "../lazyPart";
import { useOpened } from "../use-opened";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";

const Corrections = lazyPart(() => import(/* webpackChunkName: "corrections" */ "./Corrections"));

interface RecognisedProps {
  readonly recognition: Recognition;
  readonly choices: Choices;
  /** Open until there is a result to look at. */
  readonly open: boolean;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onSheet: (sheet: string) => void;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
  readonly selectedCell: () => Promise<CellAddress | null>;
}

/** What was understood of the workbook, sheet by sheet, and what needs the user's word. */
export function Recognised(props: RecognisedProps) {
  const { recognition, open, busy, onAgain, onSheet } = props;
  const texts = useTexts();
  const doubts = [...recognition.doubts, ...recognition.evaluations.flatMap((form) => form.doubts)];
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
            <li key={sheet.name}>
              <SheetRow sheet={sheet} onSheet={onSheet} />
              {sheet.role === "evaluation" && <Correct {...props} sheet={sheet.name} />}
            </li>
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
      {doubts.length > 0 && <Doubts {...props} doubts={doubts} />}
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
    <button
      type="button"
      className="sheet"
      title={texts.recognised.goToSheet(sheet.name)}
      onClick={() => onSheet(sheet.name)}
    >
      <span className="sheet-name">{sheet.name}</span>
      <span className="sheet-remark">{sheet.remark}</span>
    </button>
  );
}

/** 更正, folded under its sheet and loaded when opened. */
function Correct({
  recognition,
  sheet,
  choices,
  busy,
  onDecide,
  onCell,
  selectedCell,
}: RecognisedProps & { readonly sheet: string }) {
  const texts = useTexts();
  const [opened, onToggle] = useOpened();
  return (
    <details className="fold correct" {...onToggle}>
      <summary>{texts.corrections.heading}</summary>
      {opened && (
        <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
          <Corrections
            sheet={sheet}
            forms={recognition.evaluations.filter((form) => form.sheet === sheet)}
            choices={choices}
            busy={busy}
            onDecide={onDecide}
            onCell={onCell}
            selectedCell={selectedCell}
          />
        </Suspense>
      )}
    </details>
  );
}

function Doubts(props: RecognisedProps & { readonly doubts: readonly Doubt[] }) {
  const { doubts, onCell } = props;
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
            {doubt.message} <CellLink cell={doubt.cell} onSelect={onCell} />{" "}
            <Answer {...props} doubt={doubt} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Columns without which a table says little: the user may point at them. */
const MISSING_COLUMNS: Readonly<Record<string, readonly [role: ColumnRole, name: string]>> = {
  "missing-points-column": ["points", "分值"],
  "missing-score-column": ["score", "得分"],
};

/** The answer to a doubt that one click can give. */
function Answer({ doubt, busy, onDecide, selectedCell }: RecognisedProps & { readonly doubt: Doubt }) {
  const texts = useTexts();
  const missing = MISSING_COLUMNS[doubt.code];
  const answer = (label: string, onClick: () => void) => (
    <Button size="small" className="answer" disabledFocusable={busy} onClick={onClick}>
      {label}
    </Button>
  );
  if (missing !== undefined) {
    const [role, name] = missing;
    return answer(texts.recognised.useSelectedAs(name), () => {
      void selectedCell().then((header) => header && onDecide({ columns: [{ header, role }] }));
    });
  }
  if (doubt.code === "uncertain-column" || doubt.code === "several-score-columns")
    return answer(texts.recognised.leaveColumnOut, () =>
      onDecide({ columns: [{ header: doubt.cell, role: "ignore" }] }),
    );
  if (doubt.code === "nameless-row" || doubt.code === "nested-rows")
    return answer(texts.recognised.notIndicator, () => onDecide({ rows: [{ cell: doubt.cell }] }));
  return null;
}
