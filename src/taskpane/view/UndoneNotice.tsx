import { Button } from "@fluentui/react-components";
import type { CellAddress } from "../../expr/cell";
import type { UndoResult } from "../../model/run";
import { useTexts } from "../useTexts";
import { CellLink } from "./CellLink";
import { Notice } from "./Notice";

interface UndoneNoticeProps {
  readonly undone: UndoResult;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDismiss: () => void;
}

export function UndoneNotice({ undone, onCell, onDismiss }: UndoneNoticeProps) {
  const texts = useTexts();
  return (
    <Notice
      tone="success"
      title={texts.actions.undone(undone.restored)}
      actions={
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          {texts.common.close}
        </Button>
      }
    >
      {undone.kept.length > 0 && (
        <>
          <p>{texts.actions.undoKept(undone.kept.length)}</p>
          <ul>
            {undone.kept.map((cell, i) => (
              <li key={i}>
                <CellLink cell={cell} onSelect={onCell} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
