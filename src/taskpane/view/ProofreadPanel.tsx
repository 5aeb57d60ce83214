import { Button, Field } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import type { CellAddress } from "../../expr/cell";
import type { RunResult } from "../../model/run";
import { proofread } from "../../proofread/proofread";
import { placeText } from "../../proofread/places";
import type {
  ProofreadResult,
  Reported,
  TextMatch,
  TextNumber,
  TextRelation,
} from "../../proofread/text-model";
import { reportText, saveCommented } from "../report-text";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";
import { Compared } from "./Findings";
import { Notice } from "./Notice";

/** Of long lists as many as anybody reads. */
const AT_MOST = 200;

interface ProofreadPanelProps {
  readonly result: RunResult;
  readonly onCell: (cell: CellAddress) => void;
}

/** What was read, and against which run. */
interface Reading {
  readonly read: ProofreadResult;
  readonly text: string;
  readonly run: RunResult;
}

/** The report's text, number by number, beside the workbook. The text stays on this machine. */
export default function ProofreadPanel({ result, onCell }: ProofreadPanelProps) {
  const words = useTexts().proofread;
  const [text, setText] = useState("");
  const [reading, setReading] = useState<Reading | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [docx, setDocx] = useState<{ bytes: Uint8Array; text: string; name: string } | null>(null);
  const [dropping, setDropping] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const check = (given: string): void => {
    const { recognition, evaluations } = result;
    setReading({ read: proofread(given, { recognition, evaluations }), text: given, run: result });
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const given = await reportText(file);
      setRefused(null);
      setDocx(given.docx === null ? null : { bytes: given.docx, text: given.text, name: file.name });
      setText(given.text);
      check(given.text);
    } catch (error) {
      setRefused(
        error instanceof Error && error.name === "UnreadableText" ? error.message : words.fileFailed,
      );
    }
  };
  const drag = (event: DragEvent, over: boolean): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDropping(over);
  };
  const show = ({ offset, stated }: TextRelation): void => {
    box.current?.focus();
    box.current?.setSelectionRange(offset, offset + stated.length);
  };
  const isStale = reading !== null && (reading.run !== result || reading.text !== text);
  return (
    <div className="proofread-panel">
      <p className="quiet">{words.explanation}</p>
      <Field label={words.text} {...(refused === null ? {} : { validationMessage: refused })}>
        <textarea
          ref={box}
          className={dropping ? "report-text dropping" : "report-text"}
          aria-label={words.text}
          rows={6}
          value={text}
          placeholder={dropping ? words.dropHint : words.placeholder}
          onChange={({ target }) => setText(target.value)}
          onDragOver={(event) => drag(event, true)}
          onDragLeave={(event) => drag(event, false)}
          onDrop={(event) => {
            drag(event, false);
            void take(event.dataTransfer.files[0]);
          }}
        />
      </Field>
      <div className="settings-actions">
        <Button appearance="primary" disabledFocusable={text.trim() === ""} onClick={() => check(text)}>
          {words.check}
        </Button>
        <Button onClick={() => chooser.current?.click()}>{words.file}</Button>
        <input
          ref={chooser}
          type="file"
          accept=".docx,.txt"
          hidden
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      {isStale && reading.run !== result && <Notice tone="warning" title={words.changed} />}
      {reading !== null && reading.text === text && (
        <>
          <Read read={reading.read} onCell={onCell} onShow={show} />
          {docx?.text === text && reading.read.reported.length > 0 && (
            <Button
              onClick={() =>
                void saveCommented(
                  docx.bytes,
                  commentsOf(reading.read.reported),
                  words.commentedName(docx.name),
                )
              }
            >
              {words.commented}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function commentsOf(reported: readonly Reported[]) {
  return reported.map(({ level, relation, place }) => ({
    offset: relation.offset,
    length: place.number.length,
    text: `${level === "contradiction" ? "矛盾" : "请核对"}：${relation.says}。`,
  }));
}

interface ReadProps {
  readonly read: ProofreadResult;
  readonly onCell: (cell: CellAddress) => void;
  readonly onShow: (relation: TextRelation) => void;
}

function Read({ read, onCell, onShow }: ReadProps) {
  const words = useTexts().proofread;
  const wrong = read.reported.filter(({ level }) => level === "contradiction");
  const doubtful = read.reported.filter(({ level }) => level === "check");
  if (read.numbers.length === 0) return <p role="status">{words.noNumbers}</p>;
  return (
    <>
      <p role="status">
        {words.summary(read.numbers.length, read.compared, read.unmatched.length)}
        {read.reported.length === 0 && read.compared * 2 >= read.numbers.length && ` ${words.nothingWrong}`}
      </p>
      {read.truncated && <Notice tone="warning" title={words.truncated} />}
      <Listed title={words.contradictions(wrong.length)} reported={wrong} onCell={onCell} onShow={onShow} />
      <Listed title={words.checks(doubtful.length)} reported={doubtful} onCell={onCell} onShow={onShow} />
      <Matches matches={read.matches} onCell={onCell} />
      <Unmatched numbers={read.unmatched} />
    </>
  );
}

function Listed({
  title,
  reported,
  onCell,
  onShow,
}: {
  readonly title: string;
  readonly reported: readonly Reported[];
  readonly onCell: (cell: CellAddress) => void;
  readonly onShow: (relation: TextRelation) => void;
}) {
  if (reported.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="finding-list">
        {reported.slice(0, AT_MOST).map((one, i) => (
          <li key={i}>
            <Contradiction reported={one} onCell={onCell} onShow={onShow} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Contradiction({
  reported,
  onCell,
  onShow,
}: {
  readonly reported: Reported;
  readonly onCell: (cell: CellAddress) => void;
  readonly onShow: (relation: TextRelation) => void;
}) {
  const texts = useTexts();
  const { level, relation, place } = reported;
  const { message, stated, computed, severity, cell } = relation;
  return (
    <div className={`finding finding-${severity}`}>
      <button type="button" className="finding-main" onClick={() => onShow(relation)}>
        <span className={`finding-head severity-${severity}`}>{texts.proofread.level[level]}</span>
        <span className="finding-message" lang="zh-CN">
          {message}
        </span>
        <span className="sentence quiet" lang="zh-CN">
          …{place.before}
          <mark>{place.number}</mark>
          {place.after}…（{placeText(place)}）
        </span>
        {!(message.includes(stated) && message.includes(computed)) && (
          <span className="compared">
            <Compared label={texts.findings.stated} value={stated} />
            <Compared label={texts.findings.computed} value={computed} strong />
          </span>
        )}
      </button>
      {cell !== null && (
        <p className="contradicting-cell">
          <CellLink cell={cell} onSelect={onCell} />
        </p>
      )}
    </div>
  );
}

function Matches({
  matches,
  onCell,
}: {
  readonly matches: readonly TextMatch[];
  readonly onCell: (cell: CellAddress) => void;
}) {
  const words = useTexts().proofread;
  if (matches.length === 0) return null;
  return (
    <details className="fold">
      <summary>{words.matches(matches.length)}</summary>
      <ul className="text-numbers" lang="zh-CN">
        {matches.slice(0, AT_MOST).map(({ number, name, cell, why }, i) => (
          <li key={i}>
            <span className="number strong">{number.text}</span> {name}{" "}
            <span className="quiet">（{why}）</span>
            <CellLink cell={cell} onSelect={onCell} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Unmatched({ numbers }: { readonly numbers: readonly TextNumber[] }) {
  const words = useTexts().proofread;
  if (numbers.length === 0) return null;
  return (
    <details className="fold">
      <summary>{words.unmatched(numbers.length)}</summary>
      <ul className="text-numbers" lang="zh-CN">
        {numbers.slice(0, AT_MOST).map(({ text, sentence }, i) => (
          <li key={i}>
            <span className="number strong">{text}</span> <span className="quiet">{sentence}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
