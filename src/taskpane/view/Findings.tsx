import { Button } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { Suspense, useState } from "react";
import { cellLabel, type CellAddress } from "../../expr/cell";
import { choiceKeys, type ChoicesChange } from "../../model/choices";
import type { Finding, Severity } from "../../model/finding";
import { ignoring, type LetStand } from "../decided";
import { lazyPart } from "../lazyPart";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";

const IgnoreForm = lazyPart(() => import(/* webpackChunkName: "ignore" */ "./IgnoreForm"));

const WORST_FIRST: readonly Severity[] = ["error", "warning", "note"];
/** More than this are unfolded on demand. */
const AT_FIRST = 12;

const ICONS = {
  error: <ErrorCircleFilled />,
  warning: <WarningFilled />,
  note: <InfoRegular />,
} as const;

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
}

/** 需要处理: what does not add up, worst first. */
export function Findings({ findings, onCell, onDecide }: FindingsProps) {
  const texts = useTexts();
  const problems = worstFirst(findings).filter(({ severity }) => severity !== "note");
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <section className="findings">
      <h2>
        {texts.findings.heading}
        <span className="summary-remark">{texts.findings.counts(errors, problems.length - errors)}</span>
      </h2>
      {problems.length === 0 ? (
        <p className="quiet">{texts.findings.none}</p>
      ) : (
        <FindingList findings={problems} onCell={onCell} onDecide={onDecide} />
      )}
    </section>
  );
}

/** Conventions that were applied: folded, for those who ask. */
export function Notes({ findings, onCell, onDecide }: FindingsProps) {
  const texts = useTexts();
  const notes = findings.filter(({ severity }) => severity === "note");
  if (notes.length === 0) return null;
  return (
    <details className="notes">
      <summary>{texts.findings.notes(notes.length)}</summary>
      <FindingList findings={notes} onCell={onCell} onDecide={onDecide} />
    </details>
  );
}

interface IgnoredProps {
  readonly ignored: readonly LetStand[];
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
}

/** Findings that the user lets stand, with the reasons. */
export function Ignored({ ignored, onCell, onDecide }: IgnoredProps) {
  const texts = useTexts();
  if (ignored.length === 0) return null;
  return (
    <details className="notes">
      <summary>{texts.findings.ignored(ignored.length)}</summary>
      <ul className="ignored-list">
        {ignored.map(({ finding, reason }, i) => (
          <li key={i}>
            <p lang="zh-CN">
              {finding.message} {finding.cell !== null && <CellLink cell={finding.cell} onSelect={onCell} />}
            </p>
            <div className="ignored-line">
              <span className="quiet">{texts.findings.reasonGiven(reason)}</span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={texts.findings.restoreOf(placeOf(finding))}
                onClick={() => onDecide({ removed: [choiceKeys.ignored(finding)] })}
              >
                {texts.findings.restore}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What tells a finding from the next one where a screen reader names its button. */
const placeOf = ({ cell, message }: Finding): string => (cell === null ? message : cellLabel(cell));

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity));
}

function FindingList({ findings, onCell, onDecide }: FindingsProps) {
  const texts = useTexts();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  return (
    <>
      <ul className="finding-list">
        {shown.map((finding, i) => (
          <li key={`${choiceKeys.ignored(finding)}|${i}`}>
            <FindingRow finding={finding} onCell={onCell} onDecide={onDecide} />
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button appearance="subtle" className="wide" onClick={() => setAll(true)}>
          {texts.common.showAll(findings.length - shown.length)}
        </Button>
      )}
    </>
  );
}

interface FindingRowProps {
  readonly finding: Finding;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
}

function FindingRow({ finding, onCell, onDecide }: FindingRowProps) {
  const texts = useTexts();
  const [asking, setAsking] = useState(false);
  const { cell, severity } = finding;
  return (
    <div className={`finding finding-${severity}`}>
      {cell === null ? (
        <div className="finding-main">
          <FindingBody finding={finding} />
        </div>
      ) : (
        <button type="button" className="finding-main" onClick={() => onCell(cell)}>
          <FindingBody finding={finding} />
        </button>
      )}
      <button
        type="button"
        className="link finding-ignore"
        aria-label={texts.findings.ignoreOf(placeOf(finding))}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {texts.findings.ignore}
      </button>
      {asking && (
        <Suspense fallback={null}>
          <IgnoreForm
            onCancel={() => setAsking(false)}
            onIgnore={(reason) => onDecide({ ignored: [ignoring(finding, reason)] })}
          />
        </Suspense>
      )}
    </div>
  );
}

function FindingBody({ finding }: { readonly finding: Finding }) {
  const texts = useTexts();
  const { severity, message, stated, computed, cell } = finding;
  return (
    <>
      <span className={`finding-head severity-${severity}`}>
        <span aria-hidden="true">{ICONS[severity]}</span>
        {texts.findings.severity[severity]}
        {cell !== null && <span className="finding-cell">{cellLabel(cell)}</span>}
      </span>
      <span className="finding-message" lang="zh-CN">
        {message}
      </span>
      {!saysBoth(finding) && (
        <span className="compared">
          {stated !== null && <Compared label={texts.findings.stated} value={stated} />}
          {computed !== null && (
            <Compared
              label={severity === "error" ? texts.findings.computed : texts.findings.compared}
              value={computed}
              strong
            />
          )}
        </span>
      )}
    </>
  );
}

/** Most messages carry both numbers: then a line that repeats them only takes room. */
function saysBoth({ message, stated, computed }: Finding): boolean {
  return message.includes(stated ?? "") && message.includes(computed ?? "");
}

export function Compared({
  label,
  value,
  strong = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}) {
  return (
    <span className="compared-one">
      <span className="quiet">{label}</span>{" "}
      <span className={strong ? "number strong" : "number"}>{value}</span>
    </span>
  );
}
