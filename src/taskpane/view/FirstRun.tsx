import { Button } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useTexts } from "../useTexts";

interface FirstRunProps {
  readonly inserting: boolean;
  readonly onInsert: () => void;
  readonly onAgain: () => void;
}

/** For a workbook without an indicator table: what one looks like, and a sample to try. */
export function FirstRun({ inserting, onInsert, onAgain }: FirstRunProps) {
  const texts = useTexts();
  return (
    <section className="first-run">
      <TableRegular className="first-run-picture" aria-hidden="true" />
      <h2>{texts.firstRun.heading}</h2>
      <p>{texts.firstRun.explanation}</p>
      <p className="first-run-columns" lang="zh-CN">
        {texts.firstRun.columns}
      </p>
      <Button appearance="primary" className="wide" disabledFocusable={inserting} onClick={onInsert}>
        {inserting ? texts.firstRun.inserting : texts.firstRun.insertSample}
      </Button>
      <p className="quiet">{texts.firstRun.insertHint}</p>
      <Button appearance="subtle" className="wide" disabledFocusable={inserting} onClick={onAgain}>
        {texts.recognised.again}
      </Button>
    </section>
  );
}
