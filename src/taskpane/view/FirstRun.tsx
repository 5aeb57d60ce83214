import { Button } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { TEMPLATES, type InsertedAsset } from "../../model/assets";
import { useTexts } from "../use-texts";
import { Notice } from "./Notice";

interface FirstRunProps {
  /** What is being inserted just now. */
  readonly inserting: InsertedAsset | null;
  /** The sheet of a template that was inserted and has nothing to score yet. */
  readonly inserted: string | null;
  readonly busy: boolean;
  readonly onInsert: (asset: InsertedAsset) => void;
  readonly onAgain: () => void;
}

/** For a workbook without an indicator table: what one looks like, a sample to try, and forms to fill in. */
export default function FirstRun({ inserting, inserted, busy, onInsert, onAgain }: FirstRunProps) {
  const texts = useTexts();
  const { firstRun } = texts;
  if (inserted !== null) {
    return (
      <Notice
        tone="success"
        title={firstRun.templateInserted(inserted)}
        actions={
          <Button size="small" disabledFocusable={busy} onClick={onAgain}>
            {texts.recognised.again}
          </Button>
        }
      >
        <p>{firstRun.templateNext}</p>
      </Notice>
    );
  }
  return (
    <section className="first-run">
      <TableRegular className="first-run-picture" aria-hidden="true" />
      <h2>{firstRun.heading}</h2>
      <p>{firstRun.explanation}</p>
      <p className="first-run-columns" lang="zh-CN">
        {firstRun.columns}
      </p>
      <Button
        appearance="primary"
        className="wide"
        disabledFocusable={busy}
        onClick={() => onInsert("sample")}
      >
        {inserting === "sample" ? firstRun.inserting : firstRun.insertSample}
      </Button>
      <h3>{firstRun.templates}</h3>
      <ul className="templates">
        {TEMPLATES.map((template) => (
          <li key={template}>
            <Button className="wide" disabledFocusable={busy} onClick={() => onInsert(template)}>
              {inserting === template ? firstRun.inserting : firstRun.templateNames[template]}
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet">{firstRun.insertHint}</p>
      <Button appearance="subtle" className="wide" disabledFocusable={busy} onClick={onAgain}>
        {texts.recognised.again}
      </Button>
    </section>
  );
}
