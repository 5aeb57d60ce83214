/** Functions that the file format writes with a prefix. */
const newFunctions =
  /\b(XLOOKUP|XMATCH|CONCAT|TEXTJOIN|IFS|SWITCH|MAXIFS|MINIFS|UNIQUE|SORT|SORTBY|FILTER|SEQUENCE|LET|LAMBDA|RANDARRAY|STDEV\.S|STDEV\.P|RANK\.EQ|RANK\.AVG|PERCENTILE\.INC|IFNA|NUMBERVALUE|DAYS)\(/g;
const sheetFunctions = new Set(["FILTER", "SORT"]);

/** A formula as the file has it: without `=`, newer functions with their prefix. */
export const fileFormula = (formula: string): string =>
  formula
    .slice(1)
    .replace(newFunctions, (_, name: string) => `_xlfn.${sheetFunctions.has(name) ? "_xlws." : ""}${name}(`);
