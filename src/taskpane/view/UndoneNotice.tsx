import { Button } from "@fluentui/react-components";
import type { CellAddress } from "../../expr/cell";
import type { UndoResult } from "../../model/run";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";
import { Notice } from "./Notice";

interface UndoneNoticeProps {
  readonly undone: UndoResult;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDismiss: () => void;
}

export function UndoneNotice({ undone, onCell, onDismiss }: UndoneNoticeProps) {
  const texts = useTexts();
  const isComplete = undone.kept.length + undone.inUse.length === 0;
  return (
    <Notice
      tone={isComplete ? "success" : "warning"}
      title={texts.actions.undone(undone.restored)}
      actions={
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          {texts.common.close}
        </Button>
      }
    >
      <Cells said={texts.actions.undoKept} cells={undone.kept} onCell={onCell} />
      <Cells said={texts.actions.undoInUse} cells={undone.inUse} onCell={onCell} />
    </Notice>
  );
}

interface CellsProps {
  readonly said: (cells: number) => string;
  readonly cells: readonly CellAddress[];
  readonly onCell: (cell: CellAddress) => void;
}

function Cells({ said, cells, onCell }: CellsProps) {
  if (cells.length === 0) return null;
  return (
    <>
      <p>{said(cells.length)}</p>
      <ul>
        {cells.map((cell, i) => (
          <li key={i}>
            <CellLink cell={cell} onSelect={onCell} />
          </li>
        ))}
      </ul>
    </>
  );
}
