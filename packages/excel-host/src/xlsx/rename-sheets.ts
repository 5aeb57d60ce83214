import { quoteSheet } from "../model/address";

// A string, a quoted sheet name, or a plain one: only names before `!` change.
const token =
  /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|(?<![\w.\]\u0080-\uffff])([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!/g;

/** A formula whose references follow renamed sheets. */
export function renameSheets(formula: string, renames: ReadonlyMap<string, string>): string {
  if (renames.size === 0) return formula;
  return formula.replace(token, (whole: string, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replace(/''/g, "'") ?? plain;
    const renamed = name === undefined ? undefined : renames.get(name);
    return renamed === undefined ? whole : `${quoteSheet(renamed)}!`;
  });
}
