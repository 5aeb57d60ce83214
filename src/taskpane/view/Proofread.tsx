import { Suspense } from "react";
import type { CellAddress } from "../../expr/cell";
import type { RunResult } from "../../model/run";
import { lazyPart } from "../lazyPart";
import { useOpened } from "../use-opened";
import { useTexts } from "../use-texts";

const ProofreadPanel = lazyPart(() => import(/* webpackChunkName: "proofread" */ "./ProofreadPanel"));

interface ProofreadProps {
  readonly result: RunResult;
  readonly onCell: (cell: CellAddress) => void;
}

/** 校对报告文字, folded and loaded when opened. */
export function Proofread({ result, onCell }: ProofreadProps) {
  const texts = useTexts();
  const [opened, onToggle] = useOpened();
  return (
    <details className="fold proofread" {...onToggle}>
      <summary>
        <h2>{texts.proofread.heading}</h2>
      </summary>
      {opened && (
        <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
          <ProofreadPanel result={result} onCell={onCell} />
        </Suspense>
      )}
    </details>
  );
}
