/** Functions that Excel 2010, WPS and LibreOffice share (DESIGN.md §3). */
const SHARED = new Set(
  "SUM ROUND ROUNDUP ROUNDDOWN MIN MAX IF AND OR ABS IFERROR ISNUMBER SUBSTITUTE VALUE TRIM SUMPRODUCT LOOKUP INDEX MATCH COUNTIF TEXT".split(
    " ",
  ),
);

/** Function names of a formula that are not among the shared ones; texts in it are passed over. */
export function foreignFunctions(formula: string): string[] {
  const names = [...formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(
    ([, name = ""]) => name,
  );
  return names.filter((name) => !SHARED.has(name));
}
