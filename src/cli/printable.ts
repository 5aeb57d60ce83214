/**
 * The text as a terminal may show it: control characters (ESC begins a command of the terminal, a line break forges a
 * line of progress) and those that turn the direction of writing are spelled out. The joiner of emoji stays.
 */
export const printable = (text: string): string =>
  text.replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, spelled);

const spelled = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
