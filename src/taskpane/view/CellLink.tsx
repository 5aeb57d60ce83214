import { cellLabel, cellName, type CellAddress } from "../../expr/cell";
import { useTexts } from "../use-texts";

interface CellLinkProps {
  readonly cell: CellAddress;
  readonly onSelect: (cell: CellAddress) => void;
  /** Shows `F9` instead of `绩效指标!F9`. */
  readonly short?: boolean;
}

/** The name of a cell; a click selects it in the grid. */
export function CellLink({ cell, onSelect, short = false }: CellLinkProps) {
  const texts = useTexts();
  return (
    <button
      type="button"
      className="link"
      title={texts.common.selectCell(cellLabel(cell))}
      onClick={() => onSelect(cell)}
    >
      {short ? cellName(cell) : cellLabel(cell)}
    </button>
  );
}
