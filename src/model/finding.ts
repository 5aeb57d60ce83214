import type { CellAddress } from "../expr/cell";

/** `error`: numbers contradict; `warning`: probably wrong or unusual; `note`: a convention was applied. */
export type Severity = "error" | "warning" | "note";

/** A relation that does not hold, or a convention the reader should know of. */
export interface Finding {
  /** Stable, e.g. `sample-share`; the list stands in docs/report.md. */
  readonly code: string;
  readonly severity: Severity;
  /** The cell that should change; a table-level finding names the total or caption cell. */
  readonly cell: CellAddress | null;
  /** Chinese: what is wrong, with both numbers, and the next step. */
  readonly message: string;
  /** As the sheet speaks: `37.55%`. */
  readonly stated: string | null;
  readonly computed: string | null;
}
