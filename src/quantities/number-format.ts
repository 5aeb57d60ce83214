// A text in quotes, a sign after `\`, the width of a sign (`_`), a sign that fills the cell (`*`), a note in brackets.
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu;

/** What of a format code stands for digits, dates and signs: without its literal texts, colours and conditions. */
export const literalsRemoved = (format: string): string => format.replace(LITERAL, "");

/** The parts of a format code between its semicolons. */
export function formatSections(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/gu) ?? [];
}

/** Excel keeps as text what is typed into a cell of such a format, a formula too: `@`, also with words around it. */
export const isTextFormat = (format: string): boolean =>
  format.includes("@") && literalsRemoved(formatSections(format)[0] ?? "").includes("@");

/** The section that a number other than zero is shown by. Where sections have conditions, all of them together. */
export function sectionFor(value: number, sections: readonly string[]): string {
  const [positive = "", negative = positive] = sections;
  if (sections.some((section) => /\[[<>=]/.test(section))) return sections.join("");
  return value < 0 ? negative : positive;
}
