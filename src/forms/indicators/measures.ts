import type { CellAddress } from "../../expr/cell";
import type { Quantity, Target } from "../../model/quantity";
import type { TableReader } from "./table-reader";
import { hasHan } from "../../text/characters";
import { anchorOf, gridCellAt, shownAt } from "../sheet/sheet-view";
import { parseActual, parseTarget, signOf, type QuantityContext } from "../../quantities/target";

interface TargetCells {
  readonly at: CellAddress;
  readonly signText: string;
  readonly unitText: string;
}

/** 年度指标值 of a row, with sign and unit from the columns beside it; null without such a column. */
export function readTargetIn(reader: TableReader, row: number, context: QuantityContext): Target | null {
  const cells = targetCells(reader, row);
  if (cells === null) return null;
  const { at, signText, unitText } = cells;
  const { name = "", level2 = null } = context;
  return parseTarget(gridCellAt(reader.view, at.row, at.column), at, { name, level2, signText, unitText });
}

/** 实际完成值 of a row; null without such a column. */
export function readActualIn(
  reader: TableReader,
  row: number,
  context: QuantityContext & { target: Target | null },
): Quantity | null {
  if (reader.actualColumn === null) return null;
  const at = anchorOf(reader.view, row, reader.actualColumn);
  const { targetUnit, targetSpan, targetHeadUnit } = reader.header;
  const needsUnit = targetUnit !== null || targetSpan > 1 || targetHeadUnit !== "";
  const unitText = needsUnit ? (targetCells(reader, row)?.unitText ?? "") : "";
  const { name = "", level2 = null, target } = context;
  return parseActual(gridCellAt(reader.view, at.row, at.column), at, { name, level2, target, unitText });
}

const isBlank = (text: string): boolean => /^[\s/—–－-]*$/.test(text);

function targetCells({ view, header }: TableReader, row: number): TargetCells | null {
  if (header.target === null) return null;
  const adjusted = header.adjustedTarget;
  const isAdjusted = adjusted !== null && !isBlank(shownAt(view, row, adjusted));
  const at = anchorOf(view, row, isAdjusted ? adjusted : header.target);
  const text = (column: number | null): string => (column === null ? "" : shownAt(view, row, column));
  if (header.targetSpan === 1)
    return {
      at,
      signText: text(header.targetSign),
      unitText: header.targetUnit === null ? header.targetHeadUnit : text(header.targetUnit),
    };
  return (
    splitUnderOneHeader(view, row, header.target, header.targetSpan) ?? { at, signText: "", unitText: "" }
  );
}

/** 年度指标值 merged over `≧ | 735 | 人次` without a second header row. */
function splitUnderOneHeader(
  view: TableReader["view"],
  row: number,
  column: number,
  span: number,
): TargetCells | null {
  const parts = Array.from({ length: span }, (_, offset) => column + offset).filter(
    (part) => anchorOf(view, row, part).column === part && shownAt(view, row, part) !== "",
  );
  const value = parts.find((part) => /\d/.test(shownAt(view, row, part)));
  if (parts.length < 2 || value === undefined) return null;
  const sign = parts.find((part) => part < value && signOf(shownAt(view, row, part)) !== null);
  const unit = parts.find(
    (part) =>
      part > value && (hasHan(shownAt(view, row, part)) || /^[%％A-Za-z]/.test(shownAt(view, row, part))),
  );
  return {
    at: anchorOf(view, row, value),
    signText: sign === undefined ? "" : shownAt(view, row, sign),
    unitText: unit === undefined ? "" : shownAt(view, row, unit),
  };
}
