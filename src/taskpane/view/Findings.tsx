import { Button } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import { cellLabel, type CellAddress } from "../../expr/cell";
import type { Finding, Severity } from "../../model/finding";
import { useTexts } from "../useTexts";

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
}

/** 需要处理: what does not add up, worst first. */
export function Findings({ findings, onCell }: FindingsProps) {
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
        <FindingList findings={problems} onCell={onCell} />
      )}
    </section>
  );
}

/** Conventions that were applied: folded, for those who ask. */
export function Notes({ findings, onCell }: FindingsProps) {
  const texts = useTexts();
  const notes = findings.filter(({ severity }) => severity === "note");
  if (notes.length === 0) return null;
  return (
    <details className="notes">
      <summary>{texts.findings.notes(notes.length)}</summary>
      <FindingList findings={notes} onCell={onCell} />
    </details>
  );
}

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity));
}

function FindingList({ findings, onCell }: FindingsProps) {
  const texts = useTexts();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  return (
    <>
      <ul className="finding-list">
        {shown.map((finding, i) => (
          <li key={i}>
            <FindingRow finding={finding} onCell={onCell} />
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

function FindingRow({
  finding,
  onCell,
}: {
  readonly finding: Finding;
  readonly onCell: (cell: CellAddress) => void;
}) {
  const { cell, severity } = finding;
  const className = `finding finding-${severity}`;
  if (cell === null) {
    return (
      <div className={className}>
        <FindingBody finding={finding} />
      </div>
    );
  }
  return (
    <button type="button" className={className} onClick={() => onCell(cell)}>
      <FindingBody finding={finding} />
    </button>
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
