import type { WorkbookModel } from "../../model/workbook-model";
import type { Baseline } from "../open";
import type { WorkbookPart } from "../read-workbook";
import { workbookOrder } from "./schema-order";
import type { Edits, Element } from "./xml-text";

/** A sheet that the file does not have yet. */
export interface NewSheet {
  /** Of the open workbook. */
  readonly id: string;
  readonly relationship: string;
}

/** A sheet in the list of the workbook part. */
export interface SheetPlace {
  /** Id in the open workbook; null for chart and macro sheets, which it does not know. */
  readonly id: string | null;
  /** Where it stood in the file; null for a new one. */
  readonly old: number | null;
  readonly xml: string;
}

export interface WorkbookSource {
  readonly model: WorkbookModel;
  readonly baseline: Baseline;
  readonly before: WorkbookPart;
  readonly added: readonly NewSheet[];
  /** Id of the sheet that a relationship of the workbook leads to; null for one that the open workbook does not know. */
  readonly sheetOf: (relationship: string) => string | null;
  /** Whether a relationship leads to a sheet that was deleted. */
  readonly isDeleted: (relationship: string) => boolean;
}

/** Puts in a child of the workbook where the schema wants it. */
export function insertInto(edits: Edits, root: Element, local: string, xml: string): void {
  const rank = workbookOrder.indexOf(local);
  const before = root.children
    .filter((one) => workbookOrder.indexOf(one.local) >= 0 && workbookOrder.indexOf(one.local) < rank)
    .at(-1);
  const at = before?.end ?? root.openEnd;
  edits.replace(at, at, xml);
}
