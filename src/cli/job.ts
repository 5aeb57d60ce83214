/** A workbook to be scored. */
export interface WorkbookJob {
  readonly path: string;
  /** Its name in the report: the base name of a single file, or the path below the folder given. */
  readonly name: string;
  /** Where the result goes; null when nothing is written. */
  readonly output: string | null;
  /** Where its Word report goes; null when none is wanted. */
  readonly document: string | null;
}
