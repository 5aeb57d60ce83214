/** Beyond these a file is refused before it fills the memory. Ordinary workbooks are far below. */
export interface OpenLimits {
  /** Files inside the package. */
  entries: number;
  /** Bytes of all parts together, unpacked. */
  expandedBytes: number;
  /** Rows of a sheet that have content. */
  rows: number;
  /** Below this row, blank cells, heights and hidden rows are passed over: they stay in the file as they are. */
  blankRows: number;
  /** Cells of a sheet, each row counted up to its last one: whoever writes the file fills the gaps. */
  cells: number;
  /** Merged areas of a sheet. */
  merges: number;
  /** Cells that the merged areas of a sheet cover. */
  mergedCells: number;
  /** Hyperlinks of a sheet; Excel's own limit. */
  links: number;
}

export const defaultLimits: OpenLimits = {
  entries: 5_000,
  expandedBytes: 256 * 1024 * 1024,
  rows: 200_000,
  blankRows: 20_000,
  cells: 3_000_000,
  merges: 50_000,
  mergedCells: 1_000_000,
  links: 65_530,
};
