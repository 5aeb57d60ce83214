import { Button } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useEffect, useRef, useState } from "react";
import { keepIn } from "../keep-in";
import { useTexts } from "../use-texts";

interface UndoProps {
  readonly busy: boolean;
  readonly undoing: boolean;
  readonly onUndo: () => void;
}

/** 撤销 asks once, in place. */
export function Undo({ busy, undoing, onUndo }: UndoProps) {
  const texts = useTexts();
  const [asking, setAsking] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) confirm.current?.focus();
    else if (asked.current) start.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <Button
        ref={keepIn(start)}
        appearance="subtle"
        className="wide"
        icon={<ArrowUndoRegular />}
        disabledFocusable={busy}
        onClick={() => setAsking(true)}
      >
        {undoing ? texts.actions.undoing : texts.actions.undo}
      </Button>
    );
  }
  return (
    <div
      className="ask"
      role="group"
      aria-label={texts.actions.undoQuestion}
      onKeyDown={(event) => event.key === "Escape" && setAsking(false)}
    >
      <p>{texts.actions.undoQuestion}</p>
      <Button
        ref={keepIn(confirm)}
        size="small"
        appearance="primary"
        onClick={() => {
          setAsking(false);
          onUndo();
        }}
      >
        {texts.actions.undoConfirm}
      </Button>
      <Button size="small" onClick={() => setAsking(false)}>
        {texts.common.cancel}
      </Button>
    </div>
  );
}
