import type { CellAddress } from "../expr/cell";
import type { Quantity } from "./quantity";

/** A number on a sheet with all the words around it that may say what it is; nothing is interpreted yet. */
export interface NamedNumber {
  readonly cell: CellAddress;
  /** With the unit of its cell, its unit column, its name or its header; not that of the table. */
  readonly quantity: Quantity;
  readonly formula: string | null;
  /** Words to its left in the row, the nearest first. */
  readonly labels: readonly string[];
  /** Words above it in the table's header, the lowest first. */
  readonly headers: readonly string[];
  /** How the column of its nearest label is headed: 单位名称, 项目, 收入; empty without one. */
  readonly labelHeader: string;
  /** The rows with numbers of their own that it is a part of, by their numbering; the nearest first. */
  readonly parents: readonly string[];
  /** Numbered lines inside the table without numbers of their own, the nearest first: `一、基本支出`. */
  readonly sections: readonly string[];
  /** The lines above the table, the nearest first. */
  readonly titles: readonly string[];
  /** 单位：万元 of the table; null where none is stated. */
  readonly currency: string | null;
  /** Which table of the workbook it stands in. */
  readonly table: string;
  /** `其中` or a deeper numbering: a part of a row above. */
  readonly isPart: boolean;
}

/** A number with its name alone: no headers, sections or titles around it. */
export function plainNumber(name: string, quantity: Quantity, cell: CellAddress): NamedNumber {
  return {
    cell,
    quantity,
    formula: null,
    labels: [name],
    headers: [],
    labelHeader: "",
    parents: [],
    sections: [],
    titles: [],
    currency: null,
    table: cell.sheet,
    isPart: false,
  };
}
