import type { MergedArea } from "../../model/grid";
import { WorkbookFailure } from "../failure";
import { MOST_COLUMNS } from "./read-cells";

/** Rows and columns count from 0. */
export type Area = MergedArea;

/** A larger area may be empty but for a stray cell far below, and is looked at in halves. */
const CELLS_UNDIVIDED = 500_000;
/** Some five hundred answers. */
const MOST_CELLS = 10_000_000;

/**
 * The parts of the range in use that hold content, from top to bottom, so that the emptiness around a stray cell is not
 * read: one request for each time that a large part was cut in two.
 * @throws WorkbookFailure too-large
 */
export async function filledAreas(
  context: Excel.RequestContext,
  name: string,
  used: Area,
): Promise<readonly Area[]> {
  const within = { ...used, columnCount: Math.min(used.columnCount, MOST_COLUMNS - used.column) };
  if (within.columnCount <= 0) return [];
  const found: Area[] = [];
  let open = within.columnCount < used.columnCount ? await usedParts(context, name, [within]) : [used];
  while (open.length > 0) {
    found.push(...open.filter((area) => !isLarge(area)));
    open = await usedParts(context, name, open.filter(isLarge).flatMap(halves));
  }
  if (found.reduce((cells, area) => cells + cellsOf(area), 0) > MOST_CELLS)
    throw new WorkbookFailure("too-large");
  return found.sort((a, b) => a.row - b.row);
}

const cellsOf = ({ rowCount, columnCount }: Area): number => rowCount * columnCount;
const isLarge = (area: Area): boolean => cellsOf(area) > CELLS_UNDIVIDED;

function halves(area: Area): Area[] {
  const rowCount = Math.ceil(area.rowCount / 2);
  return [
    { ...area, rowCount },
    { ...area, row: area.row + rowCount, rowCount: area.rowCount - rowCount },
  ];
}

async function usedParts(
  context: Excel.RequestContext,
  name: string,
  areas: readonly Area[],
): Promise<Area[]> {
  if (areas.length === 0) return [];
  const sheet = context.workbook.worksheets.getItem(name);
  const parts = areas.map(({ row, column, rowCount, columnCount }) =>
    sheet
      .getRangeByIndexes(row, column, rowCount, columnCount)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  await context.sync();
  return parts.flatMap((part) =>
    part.isNullObject
      ? []
      : [
          {
            row: part.rowIndex,
            column: part.columnIndex,
            rowCount: part.rowCount,
            columnCount: part.columnCount,
          },
        ],
  );
}
