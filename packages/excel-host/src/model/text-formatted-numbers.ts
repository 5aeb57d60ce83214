import type { ICellData } from "@univerjs/core";
import type { BaseReferenceObject } from "@univerjs/engine-formula";

type Reader = Pick<BaseReferenceObject, "getCellValueObject">;

const numberKind = 2;
const mended = new WeakSet<Reader>();

/**
 * Lets formulas read a number in a cell formatted as text for the number it is, as Excel does: the format only says
 * what becomes of the next entry. The engine takes it for text, so that a SUM over it is 0.
 */
export function readTextFormattedNumbers(references: { readonly prototype: Reader }): void {
  const reader = references.prototype;
  if (mended.has(reader)) return;
  mended.add(reader);
  const read = reader.getCellValueObject;
  reader.getCellValueObject = function (this: BaseReferenceObject, cell: ICellData) {
    const value = read.call(this, cell);
    return Number(cell.t) === numberKind && value.isString() ? read.call(this, withoutFormat(cell)) : value;
  };
}

const withoutFormat = ({ v }: ICellData): ICellData => ({ t: numberKind, ...(v !== undefined && { v }) });
