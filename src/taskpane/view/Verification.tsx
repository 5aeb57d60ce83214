import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { CellAddress } from "../../expr/cell";
import type { Written } from "../../model/run";
import type { Settings } from "../../model/settings";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";
import { Notice } from "./Notice";

interface VerificationProps {
  readonly written: Written;
  readonly settings: Settings;
  readonly onCell: (cell: CellAddress) => void;
}

/** Whether the written formulas, read back, give the exact values. */
export function Verification({ written, settings, onCell }: VerificationProps) {
  const texts = useTexts();
  return (
    <>
      {written.mismatches.length > 0 && (
        <Notice tone="error" title={texts.result.mismatches(written.mismatches.length)}>
          <ul>
            {written.mismatches.map((mismatch, i) => (
              <li key={i}>
                <CellLink cell={mismatch.cell} onSelect={onCell} />{" "}
                {texts.result.mismatch(mismatch.expected, mismatch.found)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ul className="verification quiet">
        {settings.output === "values" && <li>{texts.result.valuesOnly}</li>}
        {settings.output === "formulas" && written.mismatches.length === 0 && (
          <li className="verified">
            <CheckmarkCircleRegular aria-hidden="true" />
            {texts.result.verified(written.verified)}
          </li>
        )}
        {written.unchanged && <li>{texts.result.unchanged}</li>}
        {written.plain.length > 0 && <li>{texts.result.plain(written.plain)}</li>}
        {written.changedCells > 0 && <li>{texts.result.changedCells(written.changedCells)}</li>}
      </ul>
    </>
  );
}
