/** Why a text cannot be the name of a sheet, for the user; null where it can. */
export function sheetNameFault(name: string): string | null {
  if (name === "") return "名称是空的";
  if (name.length > 31) return "超过 31 个字符";
  if (/[\\/?*[\]:]/.test(name)) return "含有 \\ / ? * [ ] : 之一";
  if (name.startsWith("'") || name.endsWith("'")) return "以单引号开头或结尾";
  // The engine keeps the sheets in an object by name: formulas that refer to this one would find none.
  return name === "__proto__" ? "计算引擎认不出这个名称" : null;
}
