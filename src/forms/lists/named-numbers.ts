import type { NamedNumber } from "../../model/named-number";
import type { Quantity } from "../../model/quantity";
import { withUnit } from "../../quantities/target";
import { addressAt } from "../../model/grid";
import { fold } from "../../text/characters";
import { currencyIn } from "../../text/currency";
import { gridCellAt, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";
import { isDash, rowOf, type RowCell, type SheetRow } from "./row-kinds";
import { columnUses, headersOf, isUnitWord, type ColumnUse, type TableRows } from "./table-layout";

/** Lines that title what follows, and what they say of its currency. */
interface Heading {
  readonly titles: readonly string[];
  readonly currency: string | null;
}

/**
 * The numbers of a sheet with the words around them, whatever the layout: lists, pairs side by side, grids, rows of values
 * under their names, halves side by side. Rows in `taken` belong to an evaluation and are passed over.
 */
export function namedNumbers(view: SheetView, taken: ReadonlySet<number> = new Set()): NamedNumber[] {
  const found: NamedNumber[] = [];
  let heads: SheetRow[] = [];
  let body: SheetRow[] = [];
  let lines: SheetRow[] = [];
  let heading: Heading = { titles: [], currency: null };
  const close = (): void => {
    if (body.some(({ kind }) => kind === "numbers")) found.push(...numbersOf(view, { heads, body }, heading));
    body = [];
    heads = [];
  };
  /** Lines since the last table title the next one; without any, the title goes on. */
  const open = (): void => {
    if (lines.length > 0) heading = headingOf(lines, heading);
    lines = [];
  };
  for (let row = 0; row < view.rows; row += 1) {
    if (taken.has(row)) {
      close();
      lines = [];
      heading = { titles: [], currency: null };
      continue;
    }
    const read = rowOf(view, row);
    switch (read.kind) {
      case "blank":
        break;
      case "meta":
        close();
        lines.push(read);
        break;
      case "line":
        if (isHeadPart(view, read, heads, body)) heads.push(read);
        else if (heads.length + body.length > 0 && !isTitle(view, read, taken)) body.push(read);
        else {
          close();
          lines.push(read);
        }
        break;
      case "names":
        if (body.length > 0 && !headsNumbers(view, row, taken)) {
          body.push(read);
          break;
        }
        if (body.length > 0) close();
        open();
        heads.push(read);
        break;
      case "numbers":
        if (heads.length === 0 && body.length === 0) open();
        body.push(read);
    }
  }
  close();
  return found;
}

/** A line in the middle of a header: 其中： or a second row with one name only. */
function isHeadPart(
  view: SheetView,
  { row, cells }: SheetRow,
  heads: readonly SheetRow[],
  body: readonly SheetRow[],
): boolean {
  if (heads.length === 0 || body.length > 0 || (cells[0]?.column ?? 0) === 0) return false;
  return row < view.rows;
}

const SECTION_NUMBER = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[(（]?\d{1,2}[)）]?[、.．])/;

/** A line that titles a table below it: the next filled row is a header, a unit of money, or another title. */
function isTitle(view: SheetView, { row, cells }: SheetRow, taken: ReadonlySet<number>): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  const isNumbered = SECTION_NUMBER.test(fold(first.text));
  for (let below = row + 1; below < view.rows; below += 1) {
    if (taken.has(below)) return true;
    const next = rowOf(view, below);
    if (next.kind === "blank") continue;
    if (next.kind === "names" && headsNumbers(view, below, taken)) return true;
    if (next.kind === "meta") return true;
    if (next.kind === "line") return !isNumbered && isTitle(view, next, taken);
    return false;
  }
  return true;
}

/** Whether the names in this row head numbers: some row soon below holds one, with no title between. */
function headsNumbers(view: SheetView, row: number, taken: ReadonlySet<number>): boolean {
  for (let below = row + 1; below < Math.min(view.rows, row + 6); below += 1) {
    if (taken.has(below)) return false;
    const next = rowOf(view, below);
    if (next.kind === "numbers")
      return next.cells.every(({ number, column }) => number === null || column >= 0);
    if (next.kind === "line" && (next.cells[0]?.column ?? 0) === 0) return false;
    if (next.kind === "meta") return false;
  }
  return false;
}

function headingOf(lines: readonly SheetRow[], before: Heading): Heading {
  const texts = lines.flatMap(({ cells }) => cells.map(({ text }) => text));
  const currency =
    [...texts]
      .reverse()
      .map(statedCurrency)
      .find((found) => found !== null) ?? before.currency;
  const titles = texts.filter((text) => text.length <= 60).reverse();
  return { titles: titles.length > 0 ? titles : before.titles, currency };
}

/** `单位：万元`, `（万元）`, `（单位：万元、人）`. */
function statedCurrency(text: string): string | null {
  return (
    currencyIn(text) ??
    /[(（][^()（）]*?(亿元|千万元|百万元|万元|千元|元)(?:[、,，][^()（）]*)?[)）]/.exec(text)?.[1] ??
    null
  );
}

function numbersOf(view: SheetView, table: TableRows, heading: Heading): NamedNumber[] {
  const uses = columnUses(view, table);
  const headers = new Map([...uses.keys()].map((column) => [column, headersOf(view, table, column)]));
  const id = `${view.grid.name}!${table.heads[0]?.row ?? table.body[0]?.row ?? 0}`;
  const outline = new Outline();
  return table.body.flatMap((row) => {
    const first = row.cells.find(({ column, number }) => number === null && uses.get(column) !== "order");
    const { parents, sections, isPart } = outline.enter(first?.text ?? "", row.kind === "numbers");
    if (row.kind !== "numbers") return [];
    const pairs = isPairs(row, uses, headers);
    return row.cells.flatMap((cell): NamedNumber[] => {
      if (cell.number === null || uses.get(cell.column) === "order") return [];
      const own = pairs ? [] : (headers.get(cell.column) ?? []);
      const { labels, at } = labelsOf(view, row, cell, pairs ? null : uses);
      if (labels.length === 0 && own.length === 0) return [];
      return [
        {
          cell: addressAt(view.grid, row.row, cell.column),
          quantity: withOwnUnit(cell.number, unitBeside(view, row, cell, uses), labels, own),
          formula: gridCellAt(view, row.row, cell.column).formula,
          labels,
          headers: own,
          labelHeader: at === null || pairs ? "" : (headers.get(at)?.[0] ?? ""),
          parents,
          sections,
          titles: heading.titles,
          currency: heading.currency,
          table: id,
          isPart,
        },
      ];
    });
  });
}

/** 人员编制 | 21 | 实有人数 | 21: names that stand under no header, each before its number. */
function isPairs(
  { cells }: SheetRow,
  uses: ReadonlyMap<number, ColumnUse>,
  headers: ReadonlyMap<number, readonly string[]>,
): boolean {
  return cells.some(({ number, column, text }, index) => {
    const next = cells[index + 1];
    if (number !== null || isDash(text) || isUnitWord(text) || next?.number == null) return false;
    const isHeadless = (headers.get(column) ?? []).length === 0;
    return isHeadless && (index > 0 || ![...headers.values()].some((own) => own.length > 0));
  });
}

/** The names to the left of a number, the nearest first, up to the numbers before them. */
function labelsOf(
  view: SheetView,
  { row, cells }: SheetRow,
  { column }: RowCell,
  uses: ReadonlyMap<number, ColumnUse> | null,
): { labels: string[]; at: number | null } {
  const labels: string[] = [];
  let at: number | null = null;
  const numbers = new Set(cells.filter(({ number }) => number !== null).map((cell) => cell.column));
  for (let left = column - 1; left >= 0; left -= 1) {
    if (numbers.has(left) && uses?.get(left) !== "order") {
      if (labels.length > 0) break;
      continue;
    }
    if (uses !== null && uses.get(left) !== "name") continue;
    const text = shownAt(view, row, left);
    if (text === "" || isDash(text) || isUnitWord(text) || numbers.has(left)) continue;
    if (!labels.includes(text)) labels.push(text);
    at ??= left;
    if (uses === null) break;
  }
  return { labels, at };
}

function unitBeside(
  view: SheetView,
  { row, cells }: SheetRow,
  { column }: RowCell,
  uses: ReadonlyMap<number, ColumnUse>,
): string {
  for (const [at, use] of uses) if (use === "unit" && at > column) return shownAt(view, row, at);
  for (const [at, use] of uses) if (use === "unit") return shownAt(view, row, at);
  const next = cells.find((cell) => cell.column > column);
  return next?.column === column + 1 && isUnitWord(next.text) ? ownTextAt(view, row, next.column) : "";
}

const UNIT_IN_BRACKETS =
  /[(（](?:单位[:：]?)?((?:[百千万亿]*元|%|人次?|个|份|家|户|次|批次?|项|台|套|辆|名|张|平方米|㎡|亩|米|公里|吨|天|月))[)）]/;

function withOwnUnit(
  quantity: Quantity,
  beside: string,
  labels: readonly string[],
  headers: readonly string[],
): Quantity {
  const named = [labels[0] ?? "", ...headers].map((text) => UNIT_IN_BRACKETS.exec(text)?.[1] ?? "");
  const unit = beside || (named.find((found) => found !== "") ?? "");
  return withUnit(quantity, unit);
}

const DEPTHS: readonly (readonly [RegExp, number])[] = [
  [/^[一二三四五六七八九十]{1,3}[、.]/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
  [/^\d{1,2}(?:[、]|\.(?!\d))/, 3],
  [/^\(\d{1,2}\)/, 4],
  [/^[①-⑳]/, 5],
];
const UNNUMBERED = 9;

/** What a row is a part of, by the numbering of the names above it. */
class Outline {
  private readonly open: { text: string; depth: number; hasNumbers: boolean }[] = [];
  private partsSince: number | null = null;

  enter(text: string, hasNumbers: boolean): { parents: string[]; sections: string[]; isPart: boolean } {
    const plain = fold(text).replace(/\s/g, "");
    const bare = plain.replace(/^其中[:,]?/, "");
    const depth = DEPTHS.find(([pattern]) => pattern.test(bare))?.[1] ?? UNNUMBERED;
    if (plain !== bare) this.partsSince = depth;
    else if (this.partsSince !== null && depth < this.partsSince) this.partsSince = null;
    // 本年支出合计 closes what stood above it.
    if (depth === UNNUMBERED && /合计|总计/.test(bare)) {
      this.open.length = 0;
      this.partsSince = null;
    }
    while (this.open.length > 0 && (this.open.at(-1)?.depth ?? 0) >= depth) this.open.pop();
    const above = [...this.open].reverse();
    const parents = above.filter((each) => each.hasNumbers).map((each) => each.text);
    const sections = above.filter((each) => !each.hasNumbers).map((each) => each.text);
    const isPart = this.partsSince !== null || this.open.some((each) => each.hasNumbers);
    if (depth < UNNUMBERED) this.open.push({ text, depth, hasNumbers });
    return { parents, sections, isPart };
  }
}
