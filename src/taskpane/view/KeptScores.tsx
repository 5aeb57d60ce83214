import { Button } from "@fluentui/react-components";
import type { CellAddress } from "../../expr/cell";
import type { KeptScore } from "../../model/run";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";
import { Compared } from "./Findings";

interface KeptScoresProps {
  readonly kept: readonly KeptScore[];
  readonly busy: boolean;
  readonly onAdopt: (cells: readonly CellAddress[]) => void;
  readonly onCell: (cell: CellAddress) => void;
}

/** Typed scores that were left alone although the rule gives another; adopting is the user's decision. */
export function KeptScores({ kept, busy, onAdopt, onCell }: KeptScoresProps) {
  const texts = useTexts();
  if (kept.length === 0) return null;
  return (
    <section className="kept">
      <h2>{texts.kept.heading(kept.length)}</h2>
      <p className="quiet">{texts.kept.explanation}</p>
      <ul className="kept-list">
        {kept.map((score, i) => (
          <li key={i}>
            <span className="kept-name" lang="zh-CN">
              {score.name} <CellLink cell={score.cell} onSelect={onCell} />
            </span>
            <span className="compared">
              <Compared label={texts.kept.entered} value={score.entered} />
              <Compared label={texts.kept.computed} value={score.computed} strong />
            </span>
            <Button
              size="small"
              disabledFocusable={busy}
              aria-label={texts.kept.adoptOf(score.name)}
              onClick={() => onAdopt([score.cell])}
            >
              {texts.kept.adopt}
            </Button>
          </li>
        ))}
      </ul>
      {kept.length > 1 && (
        <Button
          className="wide"
          disabledFocusable={busy}
          onClick={() => onAdopt(kept.map(({ cell }) => cell))}
        >
          {texts.kept.adoptAll}
        </Button>
      )}
    </section>
  );
}
