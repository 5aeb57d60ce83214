import { Button } from "@fluentui/react-components";
import type { CellAddress } from "../../expr/cell";
import { failureText } from "../failure-of";
import type { Attempt, Failure } from "../pane-state";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";
import { Notice } from "./Notice";

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry: (attempt: Attempt) => void;
  readonly onDismiss: () => void;
  readonly onCell: (cell: CellAddress) => void;
}

/** What went wrong, why, and what to do next. */
export function FailureNotice({ failure, onRetry, onDismiss, onCell }: FailureNoticeProps) {
  const texts = useTexts();
  const { what, why, next } = failureText(failure, texts);
  const ownDoing = failure.code === "cancelled" || failure.code === "nothing-to-undo";
  const mayHaveWritten =
    failure.code !== "nothing-to-undo" && (failure.attempt === "calculate" || failure.attempt === "undo");
  return (
    <Notice
      tone={ownDoing ? "info" : "error"}
      title={what}
      actions={
        <>
          {!ownDoing && failure.attempt !== "go" && (
            <Button size="small" onClick={() => onRetry(failure.attempt)}>
              {texts.common.retry}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={onDismiss}>
            {texts.common.close}
          </Button>
        </>
      }
    >
      {!ownDoing && (
        <>
          <p>{why}</p>
          <p>{next}</p>
        </>
      )}
      {failure.cell !== null && (
        <p>
          <CellLink cell={failure.cell} onSelect={onCell} />
        </p>
      )}
      {mayHaveWritten && (
        <p className={failure.restored ? "quiet" : "strong"}>
          {failure.restored ? texts.restored : texts.notRestored}
        </p>
      )}
    </Notice>
  );
}
