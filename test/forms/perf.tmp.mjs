// test/forms/grids.ts
import { readXlsx } from "hucre/xlsx";
import { format } from "numfmt";
function gridCell(typed) {
  if (typed === null || typed === "") return void 0;
  const { value, format: code = "General", formula } = typeof typed === "object" ? typed : { value: typed, format: "General" };
  return { value, text: shown(value, code), formula: formula === void 0 ? null : `=${formula.replace(/^=/, "")}`, format: code };
}
function shown(value, code) {
  if (typeof value === "number") return format(code, value);
  return value === null ? "" : String(value);
}
function sheet(rows, { name = "\u81EA\u8BC4\u8868", merges = [], hiddenRows = [], visible = true } = {}) {
  return {
    name,
    visible,
    protected: false,
    rows: rows.map((row) => row.map(gridCell)),
    merges: merges.map(area),
    hiddenRows: new Set(hiddenRows),
    hiddenColumns: /* @__PURE__ */ new Set()
  };
}
function area(range) {
  const [, c1 = "", r1 = "", c2 = "", r2 = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const column = (name) => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(r1) - 1, column: column(c1), rowCount: Number(r2) - Number(r1) + 1, columnCount: column(c2) - column(c1) + 1 };
}

// src/expr/rounding.ts
import Fraction from "fraction.js";
function powerOfTen(places) {
  return 10n ** BigInt(places);
}
function scaled(value, places) {
  const numerator = value.n * powerOfTen(places);
  return { whole: numerator / value.d, twiceRest: numerator % value.d * 2n, divisor: value.d };
}
function fromScaled(sign, whole, places) {
  return new Fraction(sign * whole, powerOfTen(places));
}
function roundHalfUp(value, places) {
  const { whole, twiceRest, divisor } = scaled(value, places);
  return fromScaled(value.s, twiceRest >= divisor ? whole + 1n : whole, places);
}

// src/expr/decimal.ts
function decimalPlaces(value) {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}
function toFixed(value, places) {
  const rounded = roundHalfUp(value, places);
  const units = rounded.n * 10n ** BigInt(places) / rounded.d;
  const digits = units.toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const sign = rounded.s < 0n && units !== 0n ? "-" : "";
  return sign + digits.slice(0, point) + (places > 0 ? `.${digits.slice(point)}` : "");
}
function toDecimal(value, atMost = 15) {
  const places = decimalPlaces(value);
  const text = toFixed(value, Math.min(places ?? atMost, atMost));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

// src/expr/exact.ts
import Fraction2 from "fraction.js";
var ZERO = new Fraction2(0);
var ONE = new Fraction2(1);
var HUNDRED = new Fraction2(100);
var DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
function parseDecimal(text) {
  return DECIMAL.test(text) ? new Fraction2(text.replace(/\.$/, "")) : null;
}
function exact(literal) {
  const value = parseDecimal(String(literal));
  if (value === null) throw new RangeError(`not a decimal: ${literal}`);
  return value;
}
function fromCellNumber(value) {
  if (!Number.isFinite(value)) return null;
  const shown2 = value.toPrecision(15);
  const [mantissa = "0", exponent] = shown2.split("e");
  const base = new Fraction2(mantissa);
  return exponent === void 0 ? base : base.mul(new Fraction2(10).pow(Number(exponent)) ?? ONE);
}

// src/model/sheetNames.ts
var OUTPUT_SHEETS = {
  workingPaper: "\u8BA1\u7B97\u5E95\u7A3F",
  summary: "\u7EE9\u6548\u6C47\u603B",
  findings: "\u6821\u9A8C\u7ED3\u679C",
  runLog: "\u8FD0\u884C\u8BB0\u5F55"
};
var SETTINGS_SHEET = "\u8BC4\u4EF7\u8BBE\u7F6E";

// src/model/grid.ts
var EMPTY_CELL = { value: null, text: "", formula: null, format: "General" };
function cellAt(grid, row, column) {
  return grid.rows[row]?.[column] ?? EMPTY_CELL;
}
function textAt(grid, row, column) {
  return cellAt(grid, row, column).text.trim();
}
function addressAt(grid, row, column) {
  return { sheet: grid.name, row, column };
}
function columnCount(grid) {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

// src/forms/characters.ts
var SAME = {
  "\u3000": " ",
  "\xA0": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u2009": " ",
  "	": " ",
  "\r": " ",
  "\n": " ",
  "\u2212": "-",
  "\u301C": "~",
  "\u223C": "~",
  "\u2267": "\u2265",
  "\u2A7E": "\u2265",
  "\u226E": "\u2265",
  "\u2266": "\u2264",
  "\u2A7D": "\u2264",
  "\u226F": "\u2264",
  "\u2550": "=",
  "\uFE66": "=",
  "\uFE65": ">",
  "\u3009": ">",
  "\uFE64": "<",
  "\u3008": "<",
  "\uFE6A": "%",
  "\uFE30": ":",
  "\uFE55": ":",
  "\uFE59": "(",
  "\uFE5A": ")"
};
var FOREIGN = /[\uff01-\uff5e\u3000\u00a0\u2002\u2003\u2009\t\r\n\u2212\u301c\u223c≧⩾≮≦⩽≯═﹦﹥〉﹤〈﹪︰﹕﹙﹚]/g;
function fold(text) {
  return text.replace(FOREIGN, (character) => SAME[character] ?? String.fromCharCode(character.charCodeAt(0) - 65248));
}
function compact(text) {
  return fold(text).replace(/ +/g, "");
}
function hasHan(text) {
  return /\p{Script=Han}/u.test(text);
}

// src/forms/labels.ts
var BRACKETS = /[([【〔《][^()[\]【】〔〕《》]*[)\]】〕》]/g;
var MARKS = /^[★☆*※▲△●◆√#]+|[★☆*※▲△:]+$|^[①-⑳]|[①-⑳]$|^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.]/g;
function labelOf(text) {
  const tight = compact(text);
  const bare = tight.replace(BRACKETS, "").replace(MARKS, "");
  return bare === "" ? tight.replace(/[()[\]【】〔〕]/g, "").replace(MARKS, "") : bare;
}

// src/forms/headers.ts
var WORDS = [
  ["ignored", "\u5E8F\u53F7 \u7F16\u53F7 \u6307\u6807\u7F16\u7801 \u6307\u6807\u4EE3\u7801 \u4E0A\u5E74\u5B8C\u6210\u503C \u4E0A\u5E74\u5B9E\u9645\u503C \u4E0A\u5E74\u5B9E\u9645\u5B8C\u6210\u503C \u6307\u6807\u503C\u8BBE\u7F6E\u4F9D\u636E \u6307\u6807\u8BBE\u7F6E\u4F9D\u636E \u8BBE\u7F6E\u4F9D\u636E \u4F50\u8BC1\u8D44\u6599 \u4F50\u8BC1\u6750\u6599 \u8BC1\u660E\u6750\u6599 \u6570\u636E\u6765\u6E90 \u8D44\u6599\u6765\u6E90 \u8BC4\u5206\u4F9D\u636E \u5F97\u5206\u4F9D\u636E \u6253\u5206\u4F9D\u636E \u8BC4\u4EF7\u4F9D\u636E \u6307\u6807\u503C\u6765\u6E90 \u5386\u53F2\u503C \u6307\u6807\u89E3\u91CA\u8BF4\u660E \u52A0\u51CF\u5206 \u52A0\u6743\u5F97\u5206\u7387 \u6743\u91CD\u7CFB\u6570"],
  ["level1", "\u4E00\u7EA7\u6307\u6807 \u4E00\u7EA7 \u4E00\u7EA7\u6307\u6807\u540D\u79F0 \u4E00\u7EA7\u6307\u6807\u53CA\u5206\u503C"],
  ["level2", "\u4E8C\u7EA7\u6307\u6807 \u4E8C\u7EA7 \u4E8C\u7EA7\u6307\u6807\u540D\u79F0"],
  ["level3", "\u4E09\u7EA7\u6307\u6807 \u4E09\u7EA7 \u4E09\u7EA7\u6307\u6807\u540D\u79F0 \u6307\u6807\u5185\u5BB9 \u5177\u4F53\u6307\u6807 \u4E09\u7EA7\u6307\u6807\u5185\u5BB9"],
  ["level4", "\u56DB\u7EA7\u6307\u6807 \u56DB\u7EA7 \u56DB\u7EA7\u6307\u6807\u540D\u79F0"],
  ["name", "\u6307\u6807\u540D\u79F0 \u8BC4\u4EF7\u6307\u6807 \u8003\u6838\u6307\u6807 \u6307\u6807 \u7EE9\u6548\u6307\u6807 \u7EE9\u6548\u6307\u6807\u540D\u79F0 \u8BC4\u4EF7\u5185\u5BB9 \u8003\u6838\u5185\u5BB9 \u8003\u6838\u9879\u76EE \u8BC4\u4EF7\u9879\u76EE \u8003\u8BC4\u5185\u5BB9 \u8003\u8BC4\u9879\u76EE \u8003\u8BC4\u6307\u6807 \u8BC4\u5206\u9879\u76EE \u8BC4\u4EF7\u6307\u6807\u540D\u79F0 \u6307\u6807\u9879 \u8003\u6838\u4E8B\u9879 \u8BC4\u4F30\u6307\u6807 \u9879\u76EE\u5185\u5BB9"],
  ["points", "\u5206\u503C \u6743\u91CD \u6307\u6807\u5206\u503C \u6807\u51C6\u5206\u503C \u6807\u51C6\u5206 \u6307\u6807\u6743\u91CD \u6743\u91CD\u5206\u503C \u5206\u503C\u6743\u91CD \u6743\u91CD\u5360\u6BD4 \u6EE1\u5206 \u6EE1\u5206\u503C \u5E94\u5F97\u5206 \u5206\u6570 \u6743\u91CD\u5206 \u603B\u5206\u503C \u8003\u6838\u5206\u503C \u8003\u6838\u5206 \u57FA\u51C6\u5206 \u57FA\u672C\u5206 \u914D\u5206 \u8BBE\u5B9A\u5206\u503C \u6307\u6807\u5206\u503C\u6743\u91CD \u8D4B\u5206 \u6307\u6807\u8D4B\u5206 \u8BC4\u5206\u5206\u503C \u6743\u91CD\u6216\u5206\u503C \u6743\u91CD\u6BD4\u4F8B \u89C4\u5B9A\u5206\u503C \u603B\u5206"],
  ["target", "\u5E74\u5EA6\u6307\u6807\u503C \u6307\u6807\u503C \u9884\u671F\u6307\u6807\u503C \u5E74\u521D\u76EE\u6807\u503C \u76EE\u6807\u503C \u5168\u5E74\u76EE\u6807\u503C \u5E74\u5EA6\u76EE\u6807\u503C \u9884\u671F\u76EE\u6807\u503C \u5E74\u521D\u6307\u6807\u503C \u5E74\u521D\u8BBE\u5B9A\u76EE\u6807\u503C \u9884\u671F\u503C \u8BA1\u5212\u503C \u8BA1\u5212\u6307\u6807\u503C \u5168\u5E74\u6307\u6807\u503C \u8BBE\u5B9A\u6307\u6807\u503C \u8BBE\u5B9A\u76EE\u6807\u503C \u9884\u671F\u76EE\u6807 \u7EE9\u6548\u76EE\u6807 \u5E74\u5EA6\u76EE\u6807 \u5E74\u521D\u8BBE\u5B9A\u76EE\u6807 \u76EE\u6807 \u8BA1\u5212\u5B8C\u6210\u503C \u7EE9\u6548\u76EE\u6807\u503C \u9884\u671F\u5F53\u5E74\u5B9E\u73B0\u503C \u8BA1\u5212\u76EE\u6807\u503C \u76EE\u6807\u4EFB\u52A1 \u5168\u5E74\u8BA1\u5212\u503C \u6279\u590D\u6307\u6807\u503C \u5E74\u5EA6\u7EE9\u6548\u6307\u6807\u503C \u6307\u6807\u76EE\u6807\u503C \u5E74\u521D\u9884\u671F\u503C \u9884\u671F\u7EE9\u6548\u6307\u6807 \u8BC4\u4EF7\u6807\u51C6\u503C"],
  ["actual", "\u5B9E\u9645\u5B8C\u6210\u503C \u5168\u5E74\u5B9E\u9645\u503C \u5B8C\u6210\u503C \u5168\u5E74\u5B8C\u6210\u503C \u5168\u5E74\u5B9E\u9645\u5B8C\u6210\u503C \u6307\u6807\u5B9E\u9645\u5B8C\u6210\u503C \u6307\u6807\u5B8C\u6210\u503C \u5B9E\u9645\u503C \u5E74\u5EA6\u5B8C\u6210\u503C \u5E74\u5EA6\u5B9E\u9645\u5B8C\u6210\u503C \u5168\u5E74\u5B9E\u73B0\u503C \u5B9E\u73B0\u503C \u5B9E\u9645\u5B8C\u6210\u60C5\u51B5 \u5168\u5E74\u5B8C\u6210\u60C5\u51B5 \u5168\u5E74\u5B9E\u9645\u5B8C\u6210\u60C5\u51B5 \u5B8C\u6210\u60C5\u51B5 \u76EE\u6807\u5B9E\u73B0\u60C5\u51B5 \u76EE\u6807\u5B8C\u6210\u60C5\u51B5 \u6307\u6807\u5B8C\u6210\u60C5\u51B5 \u5B9E\u9645\u5B8C\u6210 \u5B9E\u9645\u5B8C\u6210\u6570 \u5B8C\u6210\u6570 \u81EA\u8BC4\u5B8C\u6210\u503C \u5B9E\u9645\u5B9E\u73B0\u503C \u5E74\u5EA6\u5B9E\u9645\u503C \u5E74\u672B\u5B8C\u6210\u503C \u5B9E\u9645\u8FBE\u6210\u503C \u5B9E\u9645\u5B8C\u6210\u6307\u6807\u503C \u5B9E\u9645\u60C5\u51B5 \u5B8C\u6210\u7ED3\u679C \u5B9E\u9645\u5B8C\u6210\u7A0B\u5EA6 \u76EE\u6807\u503C\u5B8C\u6210\u60C5\u51B5"],
  ["rule", "\u8BC4\u5206\u6807\u51C6 \u8BA1\u5206\u6807\u51C6 \u8BC4\u5206\u7EC6\u5219 \u8BC4\u5206\u89C4\u5219 \u6307\u6807\u8D4B\u5206\u89C4\u5219 \u8D4B\u5206\u89C4\u5219 \u8BA1\u5206\u89C4\u5219 \u8BA1\u5206\u65B9\u6CD5 \u8BA1\u5206\u529E\u6CD5 \u8BC4\u5206\u529E\u6CD5 \u8BC4\u5206\u65B9\u6CD5 \u8003\u6838\u6807\u51C6 \u8BC4\u5206\u8BF4\u660E \u6263\u5206\u6807\u51C6 \u6253\u5206\u6807\u51C6 \u8003\u8BC4\u6807\u51C6 \u8BC4\u5206\u6807\u51C6\u53CA\u8BF4\u660E \u8003\u6838\u8BC4\u5206\u6807\u51C6 \u8003\u6838\u529E\u6CD5 \u8BC4\u4EF7\u6807\u51C6 \u8BC4\u4EF7\u8981\u70B9 \u8BC4\u5206\u8981\u70B9 \u6307\u6807\u8BF4\u660E\u53CA\u8BC4\u5206\u6807\u51C6 \u6307\u6807\u89E3\u91CA\u53CA\u8BC4\u5206\u6807\u51C6 \u6307\u6807\u89E3\u91CA\u548C\u8BC4\u5206\u6807\u51C6 \u8003\u6838\u7EC6\u5219 \u8003\u6838\u8981\u6C42 \u8BC4\u4EF7\u65B9\u6CD5 \u8BA1\u7B97\u516C\u5F0F \u6307\u6807\u8BF4\u660E \u6307\u6807\u89E3\u91CA \u6307\u6807\u5185\u6DB5 \u6307\u6807\u91CA\u4E49"],
  ["score", "\u5F97\u5206 \u81EA\u8BC4\u5F97\u5206 \u6307\u6807\u5F97\u5206 \u8BC4\u4EF7\u5F97\u5206 \u81EA\u8BC4\u5206 \u8BC4\u5206 \u81EA\u8BC4\u8BC4\u5206 \u81EA\u8BC4\u5206\u6570 \u81EA\u8BC4\u6253\u5206 \u8003\u6838\u5F97\u5206 \u5B9E\u9645\u5F97\u5206 \u5B9E\u5F97\u5206 \u8BC4\u5B9A\u5F97\u5206 \u6700\u7EC8\u5F97\u5206 \u7EFC\u5408\u5F97\u5206 \u7EE9\u6548\u5F97\u5206 \u6307\u6807\u81EA\u8BC4\u5F97\u5206 \u5355\u4F4D\u81EA\u8BC4\u5F97\u5206 \u90E8\u95E8\u81EA\u8BC4\u5F97\u5206 \u81EA\u6211\u8BC4\u5206 \u8BC4\u4EF7\u5206\u503C \u8BC4\u4EF7\u5206\u6570 \u5F97\u5206\u60C5\u51B5 \u5355\u9879\u6307\u6807\u5F97\u5206 \u5355\u9879\u5F97\u5206 \u53BF\u7EA7\u8BC4\u5206 \u533A\u7EA7\u8BC4\u5206 \u5E02\u7EA7\u8BC4\u5206 \u7701\u7EA7\u8BC4\u5206 \u53BF\u7EA7\u5F97\u5206 \u5E02\u7EA7\u5F97\u5206 \u7701\u7EA7\u5F97\u5206 \u8D22\u653F\u8BC4\u5206 \u8D22\u653F\u8BC4\u4EF7\u5F97\u5206 \u590D\u8BC4\u5F97\u5206 \u590D\u6838\u5F97\u5206 \u5BA1\u6838\u5F97\u5206 \u4E13\u5BB6\u8BC4\u5206 \u8003\u8BC4\u5F97\u5206 \u6253\u5206 \u8003\u6838\u8BC4\u5206 \u8BC4\u4F30\u5F97\u5206 \u9879\u76EE\u5F97\u5206 \u4E09\u7EA7\u6307\u6807\u5F97\u5206 \u7EE9\u6548\u81EA\u8BC4\u5F97\u5206"],
  ["convertedScore", "\u5355\u9879\u6307\u6807\u6298\u7B97\u5F97\u5206 \u6298\u7B97\u5F97\u5206 \u52A0\u6743\u5F97\u5206 \u6743\u91CD\u5F97\u5206 \u6298\u7B97\u540E\u5F97\u5206 \u767E\u5206\u5236\u5F97\u5206"],
  ["scoreRate", "\u5F97\u5206\u7387 \u6307\u6807\u5F97\u5206\u7387 \u5F97\u5206\u6BD4\u4F8B \u5F97\u5206\u5360\u6BD4"],
  ["completionRate", "\u5B8C\u6210\u7387 \u6307\u6807\u5B8C\u6210\u7387 \u5B8C\u6210\u6BD4\u4F8B \u5B8C\u6210\u7A0B\u5EA6 \u76EE\u6807\u5B8C\u6210\u7387 \u6307\u6807\u503C\u5B8C\u6210\u7387 \u5B9E\u9645\u5B8C\u6210\u7387 \u5B8C\u6210\u767E\u5206\u6BD4"],
  ["reason", "\u504F\u5DEE\u539F\u56E0\u5206\u6790\u53CA\u6539\u8FDB\u63AA\u65BD \u672A\u5B8C\u6210\u539F\u56E0\u53CA\u62DF\u91C7\u53D6\u7684\u6539\u8FDB\u63AA\u65BD \u672A\u5B8C\u6210\u539F\u56E0\u5206\u6790 \u672A\u5B8C\u6210\u539F\u56E0\u548C\u6539\u8FDB\u63AA\u65BD \u6263\u5206\u539F\u56E0 \u6263\u5206\u7406\u7531 \u5931\u5206\u539F\u56E0 \u672A\u5B8C\u6210\u539F\u56E0 \u504F\u5DEE\u539F\u56E0 \u504F\u5DEE\u539F\u56E0\u5206\u6790 \u539F\u56E0\u5206\u6790 \u6263\u5206\u8BF4\u660E \u6263\u5206\u4F9D\u636E \u6263\u5206\u60C5\u51B5 \u5F97\u5206\u8BF4\u660E \u5B58\u5728\u95EE\u9898 \u60C5\u51B5\u8BF4\u660E \u8BF4\u660E \u5907\u6CE8"],
  ["targetSign", "\u6307\u6807\u6027\u8D28 \u6027\u8D28 \u6307\u6807\u65B9\u5411 \u8BA1\u7B97\u7B26\u53F7 \u8FD0\u7B97\u7B26 \u8FD0\u7B97\u7B26\u53F7 \u6BD4\u8F83\u7B26 \u6BD4\u8F83\u7B26\u53F7 \u7B26\u53F7 \u76EE\u6807\u503C\u7B26\u53F7 \u6307\u6807\u503C\u7B26\u53F7 \u5173\u7CFB\u7B26 \u65B9\u5411 \u6307\u6807\u5C5E\u6027 \u6307\u6807\u7C7B\u578B"],
  ["targetUnit", "\u5EA6\u91CF\u5355\u4F4D \u8BA1\u91CF\u5355\u4F4D \u6307\u6807\u5355\u4F4D \u6307\u6807\u503C\u5355\u4F4D \u5355\u4F4D \u8BA1\u7B97\u5355\u4F4D \u91CF\u7EB2 \u76EE\u6807\u503C\u5355\u4F4D"],
  ["unit", "\u9884\u7B97\u5355\u4F4D \u88AB\u8BC4\u4EF7\u5355\u4F4D \u8BC4\u4EF7\u5BF9\u8C61 \u88AB\u8003\u6838\u5355\u4F4D \u8003\u6838\u5BF9\u8C61 \u8003\u6838\u5355\u4F4D \u5355\u4F4D\u540D\u79F0 \u90E8\u95E8\u540D\u79F0 \u5B9E\u65BD\u5355\u4F4D \u9879\u76EE\u5355\u4F4D \u9879\u76EE\u5B9E\u65BD\u5355\u4F4D \u6240\u5C5E\u5355\u4F4D \u8D44\u91D1\u4F7F\u7528\u5355\u4F4D \u53BF\u533A \u53BF\u5E02\u533A \u533A\u53BF \u5730\u533A \u5E02\u53BF \u4E61\u9547 \u4E61\u9547\u8857\u9053 \u81EA\u8BC4\u5355\u4F4D \u8D23\u4EFB\u5355\u4F4D\u540D\u79F0 \u57FA\u5C42\u5355\u4F4D \u4E3B\u7BA1\u5355\u4F4D \u4F7F\u7528\u5355\u4F4D \u90E8\u95E8 \u9884\u7B97\u90E8\u95E8 \u4E8C\u7EA7\u5355\u4F4D \u4E8C\u7EA7\u9884\u7B97\u5355\u4F4D"],
  ["grade", "\u7B49\u7EA7 \u8BC4\u4EF7\u7B49\u7EA7 \u7EE9\u6548\u7B49\u7EA7 \u81EA\u8BC4\u7B49\u7EA7 \u8003\u6838\u7B49\u7EA7 \u7B49\u6B21 \u8BC4\u4EF7\u7B49\u6B21 \u7EE9\u6548\u8BC4\u7EA7 \u8BC4\u7EA7 \u8BC4\u5B9A\u7B49\u7EA7"]
];
var PARTS = [
  ["ignored", /上年|历史|依据|佐证|证明材料|来源|责任(?:单位|部门|人)|联系/],
  ["convertedScore", /折算|加权得分/],
  ["scoreRate", /得分率/],
  ["completionRate", /完成(?:率|进度|比例)$/],
  ["reason", /原因|改进措施|扣分(?:理由|说明|项)|失分/],
  ["rule", /(?:评分|计分|评价|考核|赋分|打分|扣分|考评)(?:标准|细则|规则|办法|方法|要点|说明)|指标(?:说明|解释|内涵|释义)/],
  ["level4", /四级指标/],
  ["level3", /三级指标(?!得分|分值|权重)/],
  ["level2", /二级指标(?!得分|分值|权重)/],
  ["level1", /一级指标(?!得分|分值|权重)/],
  ["targetUnit", /(?:度量|计量)单位/],
  ["targetSign", /指标性质|符号$/],
  ["points", /分值|权重|标准分|满分/],
  ["score", /(?:得分|评分|打分|自评分)$/],
  ["actual", /(?:实际|完成|实现|达成).{0,6}(?:值|情况|数|结果)$/],
  ["target", /(?:目标|指标|计划|预期).{0,4}值$/],
  ["grade", /等级$|等次$/]
];
var LONGEST_LABEL = 26;
var known = /* @__PURE__ */ new Map();
for (const [role, list] of WORDS) list.split(" ").forEach((word, rank) => known.has(word) || known.set(word, { role, rank, exact: true }));
function headerOf(text) {
  if (text === "" || text.length > 60) return null;
  const label = labelOf(text);
  const match = known.get(label);
  if (match || label.length > LONGEST_LABEL || /\d{3}|[。;]/.test(label)) return match ?? null;
  const part = PARTS.findIndex(([, pattern]) => pattern.test(label));
  const [role] = PARTS[part] ?? [];
  return role === void 0 ? null : { role, rank: 100 + part, exact: false };
}

// src/forms/sheet-view.ts
var WIDEST = 16384;
var key = (row, column) => row * WIDEST + column;
function viewOf(grid) {
  const rows = grid.rows.length;
  const columns = columnCount(grid);
  const areas = /* @__PURE__ */ new Map();
  for (const area2 of grid.merges) {
    const lastRow = Math.min(area2.row + area2.rowCount, rows);
    const lastColumn = Math.min(area2.column + area2.columnCount, columns);
    for (let row = area2.row; row < lastRow; row += 1) {
      for (let column = area2.column; column < lastColumn; column += 1) areas.set(key(row, column), area2);
    }
  }
  return { grid, rows, columns, areas, headers: /* @__PURE__ */ new Map() };
}
function areaAt(view, row, column) {
  return view.areas.get(key(row, column)) ?? null;
}
function anchorOf(view, row, column) {
  const area2 = areaAt(view, row, column);
  return addressAt(view.grid, area2?.row ?? row, area2?.column ?? column);
}
function isOwn(view, row, column) {
  const area2 = areaAt(view, row, column);
  return area2 === null || area2.row === row && area2.column === column;
}
function shownAt(view, row, column) {
  const area2 = areaAt(view, row, column);
  return area2 ? textAt(view.grid, area2.row, area2.column) : textAt(view.grid, row, column);
}
function ownTextAt(view, row, column) {
  return isOwn(view, row, column) ? textAt(view.grid, row, column) : "";
}
function gridCellAt(view, row, column) {
  return cellAt(view.grid, row, column);
}
function headerAt(view, row, column) {
  const cell = cellAt(view.grid, row, column);
  if (typeof cell.value !== "string" || cell.value.length > 60) return null;
  const text = cell.text.trim();
  const seen = view.headers.get(text);
  if (seen !== void 0) return seen;
  const match = headerOf(text);
  view.headers.set(text, match);
  return match;
}
function filledColumns(view, row) {
  const columns = [];
  const cells = view.grid.rows[row] ?? [];
  for (let column = 0; column < cells.length; column += 1) {
    if ((cells[column]?.text ?? "").trim() !== "" && isOwn(view, row, column)) columns.push(column);
  }
  return columns;
}

// src/forms/currency.ts
var IN_BRACKETS = /[([【]\s*(?:人民币|金额|单位)?[:]?\s*(亿元|千万元|百万元|万元|千元|元)\s*[)\]】]/;
var STATED = /(?:金额)?单位[:]?(?:人民币)?[:]?(亿元|千万元|百万元|万元|千元|元)/;
function currencyIn(text) {
  const tight = compact(text);
  return STATED.exec(tight)?.[1] ?? IN_BRACKETS.exec(tight)?.[1] ?? null;
}
function currencyOfSheet(view, row) {
  for (let above = Math.min(row, view.rows - 1); above >= Math.max(0, row - 12); above -= 1) {
    for (const column of filledColumns(view, above)) {
      const currency = currencyIn(ownTextAt(view, above, column));
      if (currency !== null) return currency;
    }
  }
  return null;
}

// src/forms/list-table.ts
var ITEM = /^(?:项目|指标|数据项目?|名称|指标名称|数据名称|数字名称|内容|事项|科目|核对事项|数据|关键数据|基础数据|项目内容|数据指标|类别|资金项目)$/;
var STATED2 = /^报告(?:中)?(?:数字?|数据|列示数|披露数|所列数|值)$|^披露数$|^报告数字/;
var VALUE = /^(?:数值|金额|数量|数据|数|值|本年数|数额|结果|数字|实际数|本年金额|取值|决算数|统计数|年末数|期末数|人数)$/;
var UNIT_NAME = /(?:单位|部门|地区|县区|区县|市县|乡镇|街道|学校|医院|监狱)(?:名称)?$|^项目名称$|^子项目|^明细项目$/;
var AMOUNT = /预算|执行|支出|金额|资金|指标数|下达|拨付|到位|结余|结转|决算|数额|补助|安排|调整数|追加/;
var SURVEY_ITEM = /^(?:选项|答案|评价选项|满意程度|满意度选项|调查对象|对象|群体|调查群体|受访对象|服务对象|对象类别|问题|调查内容|类别|题目)$/;
var SURVEY_VALUE = /占比|比例|比重|满意率|满意度|人数|份数|票数|权重|问卷|百分比|选择数|频数/;
function listHeaderAt(view, row, aboutSurvey) {
  const filled = filledColumns(view, row);
  if (filled.length < 2 || filled.length > 40) return null;
  const columns = filled.map((column) => ({ column, text: ownTextAt(view, row, column), label: labelOf(ownTextAt(view, row, column)) }));
  if (columns.some(({ label, text }) => label.length > 24 || /^[\d.,%-]+$/.test(compact(text)))) return null;
  const first = (pattern) => columns.find(({ label }) => pattern.test(label));
  const item = first(ITEM);
  const of = (kind, name) => ({ kind, row, item: name, columns: columns.filter(({ column }) => column > name.column) });
  if (first(STATED2) && (item ?? columns[0])) return of("stated-numbers", item ?? columns[0]);
  const surveyItem = first(SURVEY_ITEM) ?? (aboutSurvey ? item : void 0);
  const surveyValues = columns.filter(({ label }) => SURVEY_VALUE.test(label) || aboutSurvey && VALUE.test(label));
  if (surveyItem && surveyValues.some((column) => column !== surveyItem) && (aboutSurvey || surveyValues.length > 1)) return of("survey", surveyItem);
  const unit = first(UNIT_NAME);
  const amounts = columns.filter((column) => column !== unit && column !== item && AMOUNT.test(column.label));
  if (unit && amounts.length > 0 && unit.column < (amounts[0]?.column ?? 0)) return of("budget", unit);
  const value = first(VALUE) ?? amounts[0];
  return item && value && value.column > item.column ? of("base-data", item) : null;
}
function* listRows(view, header, endRow) {
  for (let row = header.row + 1; row < endRow; row += 1) {
    if (filledColumns(view, row).length === 0) return;
    yield { row, name: isOwn(view, row, header.item.column) ? ownTextAt(view, row, header.item.column) : "" };
  }
}

// src/forms/live-reading.ts
function liveReading(cellText, [start, end], scale) {
  const pieces = [cellText.slice(0, start).trim(), cellText.slice(end).trim()];
  if (cellText.slice(start, end).includes(",")) pieces.push(",");
  const remove = [...new Set(pieces)].filter((piece) => piece !== "");
  const left = remove.reduce((text, piece) => text.replaceAll(piece, ""), cellText).replace(/^ +| +$/g, "");
  const value = parseDecimal(left);
  const expected = parseDecimal(cellText.slice(start, end).replaceAll(",", ""));
  return value !== null && expected !== null && value.equals(expected) ? { remove, scale } : null;
}
var PERCENT_SCALE = exact("0.01");

// src/forms/chinese-numerals.ts
var DIGITS = { "\u3007": 0, "\u25CB": 0, \u96F6: 0, \u4E00: 1, \u4E8C: 2, \u4E24: 2, \u4E09: 3, \u56DB: 4, \u4E94: 5, \u516D: 6, \u4E03: 7, \u516B: 8, \u4E5D: 9 };
var STEPS = { \u5341: 10, \u767E: 100, \u5343: 1e3 };
var NUMERAL = /^[〇○零一二两三四五六七八九十百千]+/;
var COUNTED = new Set(
  "\u4E2A \u4E2A\u6708 \u6B21 \u4EBA\u6B21 \u4EBA \u540D \u9879 \u4EF6 \u6279 \u6279\u6B21 \u5BB6 \u6237 \u53F0 \u5957 \u5929 \u65E5 \u5E74 \u671F \u573A \u7BC7 \u4EFD \u5EA7 \u6761 \u680B \u8F86 \u6240 \u500D \u8F6E \u5904 \u8D77 \u4F8B \u5B97 \u4EA9 \u5C0F\u65F6 \u5468 \u652F \u5757 \u672C \u518C \u90E8 \u573A\u6B21 \u5143 \u4E07\u5143 \u4EBF\u5143 \u4E07 \u4EBF \u516C\u91CC \u5343\u7C73 \u7C73 \u5428 \u4E07\u4EBA \u4E07\u4EBA\u6B21 \u4E2A\u5DE5\u4F5C\u65E5 \u5DE5\u4F5C\u65E5 \u4E2A\u767E\u5206\u70B9 \u5927\u9879".split(" ")
);
function readNumeral(text) {
  let total = 0;
  let pending = null;
  for (const character of text) {
    const digit = DIGITS[character];
    const step = STEPS[character];
    if (digit !== void 0) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else if (step !== void 0) {
      if (pending === 0 || pending === null && step !== 10) return null;
      total += (pending ?? 1) * step;
      pending = null;
    } else return null;
  }
  return text === "" ? null : total + (pending ?? 0);
}
function readCount(text) {
  const numeral = NUMERAL.exec(text)?.[0] ?? "";
  const unit = text.slice(numeral.length);
  if (numeral === "" || unit !== "" && !COUNTED.has(unit) || unit === "" && numeral !== "\u96F6") return null;
  const value = readNumeral(numeral);
  return value === null ? null : { value, unit };
}
function readPercentWords(text) {
  const rest = text.startsWith("\u767E\u5206\u4E4B") ? text.slice(3) : "";
  return rest === "\u767E" ? 100 : rest === "" ? null : readNumeral(rest);
}
function westernDate(text) {
  return text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((digit) => DIGITS[digit]).join("")).replace(
    /(?<![\d一二三四五六七八九十])(?:三十一|三十|二十[一二三四五六七八九]|二十|十[一二三四五六七八九]|十|[一二三四五六七八九])(?=月|日|号)/g,
    (numeral) => String(readNumeral(numeral))
  );
}

// src/forms/quantity-dates.ts
var ENDING = "(?:\u5B8C\u6210|\u7AE3\u5DE5|\u5B8C\u5DE5|\u9A8C\u6536|\u9A8C\u6536\u5408\u683C|\u5230\u4F4D|\u4EA4\u4ED8|\u6295\u5165\u4F7F\u7528|\u5EFA\u6210|\u7ED3\u675F|\u53D1\u653E|\u4E0B\u8FBE|\u62E8\u4ED8|\u5F00\u5DE5|\u4E0A\u62A5|\u62A5\u9001|\u5168\u90E8\u5B8C\u6210)?";
var BEFORE = "(\u4E4B\u524D|\u4EE5\u524D|\u524D|\u4EE5\u5185|\u5185)?";
var AT = "(\u622A\u81F3|\u622A\u6B62\u5230?|\u6700\u8FDF|\u4E0D\u665A\u4E8E|\u4E0D\u8FDF\u4E8E|\u65E9\u4E8E|\u4E8E|\u5728)?";
var WRITTEN = new RegExp(`^${AT}(?:((?:19|20)\\d{2})\u5E74\u5EA6?)?(\\d{1,2})\u6708\u4EFD?(?:(\\d{1,2})[\u65E5\u53F7])?(\u4E0A\u65EC|\u4E2D\u65EC|\u4E0B\u65EC|\u5E95|\u672B|\u521D)?${BEFORE}${ENDING}$`);
var YEAR_END = new RegExp(`^${AT}(?:((?:19|20)\\d{2})\u5E74|\u5F53\u5E74|\u672C\u5E74)?\u5E74?(\u5E95|\u672B)${BEFORE}${ENDING}$`);
var YEAR = new RegExp(`^${AT}((?:19|20)\\d{2})\u5E74${BEFORE}${ENDING}$`);
var NUMERIC = new RegExp(`^((?:19|20)\\d{2})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?${BEFORE}$`);
function readDate(folded, timely) {
  const text = westernDate(folded.replace(/ /g, ""));
  return written(text) ?? yearEnd(text) ?? wholeYear(text) ?? numeric(text, timely);
}
function written(text) {
  const match = WRITTEN.exec(text);
  if (!match?.[3]) return null;
  const [, at, year, month, day, part, before] = match;
  const atEnd = part === "\u5E95" || part === "\u672B";
  const last = atEnd ? daysIn(Number(year ?? 2023), Number(month)) : void 0;
  const date = iso(year, Number(month), day === void 0 ? last : Number(day));
  return date === null ? null : { date, deadline: before !== void 0 || atEnd || isLimit(at) };
}
function yearEnd(text) {
  const match = YEAR_END.exec(text);
  if (!match || !/年/.test(text)) return null;
  return { date: iso(match[2], 12, 31) ?? "--12-31", deadline: true };
}
function wholeYear(text) {
  const match = YEAR.exec(text);
  if (!match?.[2]) return null;
  const [, at, year, before] = match;
  if (before === "\u5185" || before === "\u4EE5\u5185") return { date: `${year}-12-31`, deadline: true };
  return before === void 0 ? { date: year, deadline: isLimit(at) } : null;
}
function numeric(text, timely) {
  const match = NUMERIC.exec(text);
  if (!match?.[3]) return null;
  const [, year, separator, month, day, before] = match;
  if (separator === "." && day === void 0 && !timely) return null;
  const date = iso(year, Number(month), day === void 0 ? void 0 : Number(day));
  return date === null ? null : { date, deadline: before !== void 0 };
}
var isLimit = (at) => at !== void 0 && /最迟|不晚于|不迟于|早于/.test(at);
function daysIn(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
function iso(year, month, day) {
  if (month < 1 || month > 12 || day !== void 0 && (day < 1 || day > daysIn(Number(year ?? 2024), month))) return null;
  const two = (number) => String(number).padStart(2, "0");
  return `${year ?? "-"}-${two(month)}${day === void 0 ? "" : `-${two(day)}`}`;
}
function dateParts(format2) {
  const codes = format2.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").split(";")[0]?.toLowerCase() ?? "";
  if (codes === "general" || /[0#?]/.test(codes)) return null;
  const parts = { year: /[ye]/.test(codes), month: /m/.test(codes) && !/[hs]/.test(codes.replace(/[yd]/g, "")), day: /d/.test(codes) };
  return parts.year || parts.month && parts.day ? { ...parts, month: parts.month || parts.day } : null;
}
function readDateSerial(value, format2) {
  const parts = dateParts(format2);
  if (parts === null || value < 61 || value > 2958465) return null;
  const [year = "", month = "", day = ""] = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 864e5).toISOString().slice(0, 10).split("-");
  const date = parts.month ? `${parts.year ? year : "-"}-${month}${parts.day ? `-${day}` : ""}` : year;
  return { date, deadline: false };
}

// src/forms/quantity-words.ts
var longestFirst = (table) => [...table].sort((a, b) => b[0].length - a[0].length);
var words = (sign, list) => list.split(" ").map((word) => [word, sign]);
var SIGN_MARKS = longestFirst([...words(">=", ">= => \u2265= \u2265"), ...words("<=", "<= =< \u2264= \u2264"), ...words(">", ">"), ...words("<", "<"), ...words("=", "== =")]);
var SIGN_WORDS = longestFirst([
  ...words(">=", "\u4E0D\u4F4E\u4E8E \u4E0D\u5F97\u4F4E\u4E8E \u4E0D\u80FD\u4F4E\u4E8E \u4E0D\u5C11\u4E8E \u4E0D\u5F97\u5C11\u4E8E \u4E0D\u80FD\u5C11\u4E8E \u4E0D\u5C0F\u4E8E \u4E0D\u5F97\u5C0F\u4E8E \u4E0D\u77ED\u4E8E \u8FBE\u5230 \u8FBE \u81F3\u5C11 \u6700\u5C11 \u6700\u4F4E \u5927\u4E8E\u7B49\u4E8E \u5927\u4E8E\u6216\u7B49\u4E8E \u5927\u4E8E\u6216\u8005\u7B49\u4E8E \u9AD8\u4E8E\u7B49\u4E8E \u9AD8\u4E8E\u6216\u7B49\u4E8E \u591A\u4E8E\u6216\u7B49\u4E8E"),
  ...words(
    "<=",
    "\u4E0D\u8D85\u8FC7 \u4E0D\u5F97\u8D85\u8FC7 \u4E0D\u80FD\u8D85\u8FC7 \u4E0D\u8D85 \u4E0D\u9AD8\u4E8E \u4E0D\u5F97\u9AD8\u4E8E \u4E0D\u5927\u4E8E \u4E0D\u5F97\u5927\u4E8E \u4E0D\u591A\u4E8E \u4E0D\u5F97\u591A\u4E8E \u4E0D\u665A\u4E8E \u63A7\u5236\u5728 \u4E25\u683C\u63A7\u5236\u5728 \u5C0F\u4E8E\u7B49\u4E8E \u5C0F\u4E8E\u6216\u7B49\u4E8E \u5C0F\u4E8E\u6216\u8005\u7B49\u4E8E \u4F4E\u4E8E\u7B49\u4E8E \u4F4E\u4E8E\u6216\u7B49\u4E8E \u5C11\u4E8E\u6216\u7B49\u4E8E \u6700\u591A \u81F3\u591A \u6700\u9AD8"
  ),
  ...words("<", "\u5C0F\u4E8E \u5C11\u4E8E \u4F4E\u4E8E"),
  ...words(">", "\u5927\u4E8E \u8D85\u8FC7 \u9AD8\u4E8E \u591A\u4E8E"),
  ...words("=", "\u7B49\u4E8E")
]);
var SIGN_SUFFIXES = longestFirst([
  ...words(">=", "\u4EE5\u4E0A \u53CA\u4EE5\u4E0A \u6216\u4EE5\u4E0A \u542B\u4EE5\u4E0A (\u542B)\u4EE5\u4E0A \u4EE5\u4E0A(\u542B) \u53CA\u5176\u4EE5\u4E0A"),
  ...words("<=", "\u4EE5\u5185 \u4E4B\u5185 \u4EE5\u5185(\u542B) \u4EE5\u4E0B \u53CA\u4EE5\u4E0B \u6216\u4EE5\u4E0B (\u542B)\u4EE5\u4E0B \u4EE5\u4E0B(\u542B) (\u542B)\u4EE5\u5185")
]);
var TIME_UNIT_WITHIN = /(?:天|日|月|年|小时|分钟|周)内$/;
var SIGN_COLUMN_WORDS = /* @__PURE__ */ new Map([
  ["\u6B63\u5411", ">="],
  ["\u6B63\u5411\u6307\u6807", ">="],
  ["\u53CD\u5411", "<="],
  ["\u53CD\u5411\u6307\u6807", "<="],
  ["\u8D1F\u5411", "<="],
  ["\u8D1F\u5411\u6307\u6807", "<="],
  ["\u9006\u5411", "<="],
  ["\u9006\u5411\u6307\u6807", "<="],
  ["\u5927\u4E8E", ">"],
  ["\u5C0F\u4E8E", "<"],
  ["\u7B49\u4E8E", "="],
  ["\u5B9A\u6027", null],
  ["\u5B9A\u6027\u6307\u6807", null],
  ["\u5B9A\u91CF", null],
  ["\u5B9A\u91CF\u6307\u6807", null],
  ["\u5176\u4ED6", null]
]);
var FILLERS = longestFirst(
  "\u5DF2\u5B8C\u6210 \u5B9E\u9645\u5B8C\u6210 \u5B8C\u6210 \u5B9E\u9645 \u5171\u8BA1 \u603B\u8BA1 \u5408\u8BA1 \u7D2F\u8BA1 \u5171 \u5168\u5E74 \u5E74\u5EA6 \u4E3A \u603B\u6570 \u6570\u91CF \u5747 \u5747\u4E3A \u4FDD\u6301\u5728 \u7EF4\u6301\u5728 \u8BA1\u5212 \u9884\u8BA1".split(" ").map((word) => [word])
);
var TRENDS = longestFirst([
  ...["\u589E\u957F", "\u589E\u52A0", "\u63D0\u9AD8", "\u63D0\u5347", "\u4E0A\u5347", "\u589E\u5E45", "\u540C\u6BD4\u589E\u957F", "\u540C\u6BD4\u63D0\u9AD8", "\u8F83\u4E0A\u5E74\u589E\u957F", "\u8F83\u4E0A\u5E74\u63D0\u9AD8", "\u6BD4\u4E0A\u5E74\u589E\u957F", "\u589E\u6536"].map((word) => [word, "up"]),
  ...["\u964D\u4F4E", "\u4E0B\u964D", "\u51CF\u5C11", "\u964D\u5E45", "\u540C\u6BD4\u4E0B\u964D", "\u8F83\u4E0A\u5E74\u4E0B\u964D", "\u6BD4\u4E0A\u5E74\u4E0B\u964D", "\u7F29\u77ED", "\u8282\u7EA6"].map((word) => [word, "down"])
]);
var UNIT_PREFIX = /^(?:每\p{Script=Han}{1,3}|(?:人|户|亩|生|年|月|日|床|次|单)均|平均每\p{Script=Han}{1,2}|平均)$/u;
var NEARLY_BEFORE = longestFirst("\u5927\u7EA6 \u7EA6\u4E3A \u7EA6 \u5C06\u8FD1 \u8FD1 \u63A5\u8FD1 \u5DE6\u53F3 \u4E0A\u4E0B \u5927\u6982 \u4F30\u8BA1".split(" ").map((word) => [word]));
var NEARLY_AFTER = /(?:左右|上下|[多余几](?=\p{Script=Han}{0,4}$))/u;
var PERCENT_UNITS = /* @__PURE__ */ new Set(["%", "\u767E\u5206\u6BD4", "%(\u767E\u5206\u6BD4)", "\u767E\u5206\u6BD4(%)", "\u767E\u5206\u6570", "\u767E\u5206\u53F7", "\u767E\u5206\u7387", "\u767E\u5206\u4E4B", "%\u767E\u5206\u6BD4"]);
var PER_MILLE = "\u2030";
var SCALES = [
  ["\u5343\u4EBF", exact(1e11)],
  ["\u767E\u4EBF", exact(1e10)],
  ["\u5341\u4EBF", exact(1e9)],
  ["\u4E07\u4EBF", exact(1e12)],
  ["\u4EBF", exact(1e8)],
  ["\u5343\u4E07", exact(1e7)],
  ["\u767E\u4E07", exact(1e6)],
  ["\u5341\u4E07", exact(1e5)],
  ["\u4E07", exact(1e4)],
  ["\u5343\u5143", exact(1e3)],
  ["\u5343\u4EBA", exact(1e3)],
  ["\u5343\u514B", exact(1e3)],
  ["\u5343\u7C73", exact(1e3)],
  ["\u5343\u74E6", exact(1e3)],
  ["\u767E\u5143", exact(100)],
  [PER_MILLE, exact("0.001")]
];
function factorOf(unit) {
  const scale = unit === null ? void 0 : SCALES.find(([start]) => unit.startsWith(start));
  return scale ? scale[1] : exact(1);
}
var UNDISCLOSED = /^\*+(?:\p{Script=Han}{0,4})$|不宜公开|不便公开|不予公开|^(?:涉密|保密|不公开|未公开|涉密不公开|涉密信息|涉密内容|秘密)$/u;
var NOT_APPLICABLE = /^(?:[/\\]+|N\/?A|n\/?a|(?:本项|此项|该项)?(?:不适用|不涉及|未涉及|不考核|无此项|无需考核)(?:此项|本项|该项|此项指标|本项指标|该项指标|该指标|此指标|本指标)?|(?:本年度?|我单位|我局|本单位|本部门|我部门)(?:不涉及|未涉及|不适用)\p{Script=Han}{0,6})$/u;
var LONE_DASH = /^[-–—─_]+$/;
var BARE_TARGET_REVERSE = /成本|事故|投诉|上访|信访|逾期|违规|违纪|差错|受害率|死亡率|发生率|流失率|辍学率|超支/;
var BARE_TARGET_FORWARD = /(?:处理|办结|化解|整改|回复|处置|解决|控制|节约|降低|下降|减少|查处|完成|达标)(?:率|度|数|量)?$|节约|降低|下降|减少|处理|办结|化解|整改/;
var SCORING_WORDS = /[得计扣加记]\s*\d+(?:\.\d+)?\s*分|扣完为止|不得分|得满分|计满分|记满分|按比例[得计扣]分|\d分;/;

// src/forms/quantity-units.ts
var BRACKETED = /^[([【]\s*([^()[\]【】]*?)\s*[)\]】]$/;
var WITH_DIGIT = /^(?:[kcdm]?m[23]|km\/h|CO2)/i;
var NO_UNIT = /[\d,。;:!?、≥≤=<>"“”*#]|\.$/;
var LONGEST = 12;
function readUnit(before, after) {
  const bare = after.replace(BRACKETED, "$1").trim();
  if (isPercent(bare)) return before === "" ? { text: "%", percent: true } : { text: `${before}%`, percent: true };
  if (/^%\s*\p{Script=Han}{1,6}$/u.test(bare)) return { text: "%", percent: true };
  const unit = `${before}${bare}`.replace(/ /g, "");
  if (unit === "") return { text: null, percent: false };
  if (unit.length > LONGEST || NO_UNIT.test(unit) && !WITH_DIGIT.test(unit) || unit.includes("%")) return null;
  return { text: unit, percent: false };
}
function isPercent(unit) {
  return PERCENT_UNITS.has(unit.replace(/[ （）]/g, (character) => character === "\uFF08" ? "(" : character === "\uFF09" ? ")" : ""));
}

// src/forms/quantity-grammar.ts
var WORDS2 = { kind: "words" };
var UNREADABLE = { kind: "unreadable" };
var NUMBER = /[-+]?(?:\d{1,3}(?: ?, ?\d{3})+(?!\d)|\d+)(?: ?\. ?\d+)?|[-+]?\.\d+/y;
var BETWEEN = /^\s*([^\d\s~–—至到-]{0,4}?)\s*(?:-|–|—|~|至|到)+\s*/;
var A_RATE_BEFORE = /^[\p{Script=Han}“”"]{0,14}?(?:率|度|比例)(?:达到?|为|:)?$/u;
function readText(text) {
  const folded = fold(text);
  const lead = readLead(folded);
  const number = digitsAt(folded, lead.at);
  if (number === null) return readWithoutDigits(folded.trim(), lead);
  const rest = folded.slice(number.end);
  const between = BETWEEN.exec(rest);
  const upperAt = between === null ? 0 : number.end + between[0].length;
  const upper = between === null ? null : digitsAt(folded, upperAt);
  if (between !== null && upper !== null) return readRange(lead, number.value, between[1] ?? "", upper.value, folded.slice(upper.end));
  const meaning = finish(lead, number.value, rest);
  if (meaning !== null) return { ...meaning, digits: [number.start, number.end] };
  return looksLikeNumber(folded, lead) ? UNREADABLE : WORDS2;
}
function digitsAt(folded, at) {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(folded);
  const value = match && parseDecimal(match[0].replace(/[ ,]/g, ""));
  return match && value ? { value, start: at, end: at + match[0].length } : null;
}
function readLead(folded) {
  let at = 0;
  const signs = [];
  let trend = null;
  let unitBefore = "";
  let nearly = false;
  for (; ; ) {
    while (folded[at] === " ") at += 1;
    const here = folded.slice(at);
    const sign = startOf(SIGN_MARKS, here) ?? startOf(SIGN_WORDS, here);
    const change = sign ? void 0 : startOf(TRENDS, here);
    const filler = sign || change ? void 0 : startOf(NEARLY_BEFORE, here) ?? startOf(FILLERS, here);
    if (sign) signs.push(sign[1]);
    else if (change) trend = change[1];
    else if (filler && startOf(NEARLY_BEFORE, here)) nearly = true;
    const taken = sign ?? change ?? filler;
    if (taken) {
      at += taken[0].length;
      continue;
    }
    const before = /^[^\d.+-]*/.exec(here)?.[0].trimEnd() ?? "";
    if (before !== "" && before.length < here.length) {
      if (UNIT_PREFIX.test(before) && unitBefore === "") unitBefore = before;
      else if (!A_RATE_BEFORE.test(before)) {
        const inner = signInside(before);
        if (inner === null) return { signs, trend, unitBefore, nearly, at: folded.length };
        signs.push(inner);
      }
      at += before.length;
      continue;
    }
    return { signs, trend, unitBefore, nearly, at };
  }
}
function signInside(before) {
  for (const [mark, sign] of [...SIGN_MARKS, ...SIGN_WORDS]) {
    if (before.endsWith(mark) && A_RATE_BEFORE.test(before.slice(0, -mark.length).trim())) return sign;
  }
  return null;
}
function startOf(table, text) {
  return table.find(([word]) => text.startsWith(word));
}
function finish(lead, value, rest) {
  let tail = rest.trim().replace(/[。;,、.]+$/, "").trim();
  if (lead.nearly || NEARLY_AFTER.test(tail) && !tail.includes("%\u4F59")) return null;
  const signs = [...lead.signs];
  const suffix = SIGN_SUFFIXES.find(([word]) => tail.endsWith(word));
  if (suffix) {
    signs.push(suffix[1]);
    tail = tail.slice(0, -suffix[0].length).trim();
  } else if (TIME_UNIT_WITHIN.test(tail)) {
    signs.push("<=");
    tail = tail.slice(0, -1);
  }
  const comparison = agree(signs);
  const unit = readUnit(lead.unitBefore, tail.replace(/\(含\)$/, "").trim());
  if (comparison === null || unit === null) return null;
  return { kind: "number", comparison, value: unit.percent ? value.div(HUNDRED) : value, value2: null, unit: unit.text, trend: lead.trend, digits: null };
}
function agree(signs) {
  const different = new Set(signs);
  return different.size > 1 ? null : signs[0] ?? "none";
}
function readRange(lead, low, unitBetween, high, rest) {
  const reading = lead.signs.length > 0 ? null : finish(lead, high, rest.replace(/(?:之间|间)\s*$/, ""));
  const first = readUnit(lead.unitBefore, unitBetween.replace(/\(含\)$/, ""));
  if (reading === null || first === null || reading.comparison !== "none") return UNREADABLE;
  if (first.text !== null && first.text !== reading.unit) return UNREADABLE;
  const lower = reading.unit === "%" ? low.div(HUNDRED) : low;
  const isPeriod = reading.unit === "\u5E74" ? lower.compare(exact(1900)) > 0 : reading.unit === "\u6708" || reading.unit === "\u6708\u4EFD";
  if (isPeriod) return WORDS2;
  if (lower.compare(reading.value) > 0) return UNREADABLE;
  return { ...reading, comparison: "range", value: lower, value2: reading.value };
}
function readWithoutDigits(text, lead) {
  if (/^#(?:DIV|N\/A|VALUE|REF|NAME|NUM|NULL)/.test(text)) return UNREADABLE;
  if (/\d/.test(text) && !hasHan(text)) return /^[A-Za-z]/.test(text) ? WORDS2 : UNREADABLE;
  if (lead.nearly && looksLikeNumber(text, lead)) return UNREADABLE;
  const [mark, sign] = startOf(SIGN_MARKS, text) ?? startOf(SIGN_WORDS, text) ?? ["", "none"];
  const rest = text.slice(mark.length).trim();
  const percent = readPercentWords(rest);
  const common = { kind: "number", comparison: sign, value2: null, trend: null, digits: null };
  if (percent !== null) return { ...common, value: exact(percent).div(HUNDRED), unit: "%" };
  const count = readCount(rest);
  return count === null ? WORDS2 : { ...common, value: exact(count.value), unit: count.unit === "" ? null : count.unit };
}
function looksLikeNumber(folded, lead) {
  const text = folded.trim();
  return text.length <= 15 && (lead.nearly || lead.signs.length > 0 || /^[-+.\d]/.test(text)) && /\d/.test(text);
}

// src/forms/quantity.ts
var NOTHING = {
  comparison: "none",
  value: null,
  value2: null,
  date: null,
  unit: null,
  factor: ONE,
  live: null,
  trend: null
};
function readCell(cell, at, timely = false) {
  const base = { ...NOTHING, text: cell.text.trim(), cell: at };
  if (cell.value === null) return { ...base, nature: "empty" };
  if (typeof cell.value === "boolean") return { ...base, nature: "words" };
  if (typeof cell.value === "number") return readNumberCell(cell.value, cell, base);
  return readTextCell(cell.value, base, timely);
}
function parseNumber(cell, at) {
  return withoutTrend(readCell(cell, at));
}
function withoutTrend({ trend: _, ...quantity }) {
  return quantity;
}
function textCell(text) {
  return { value: text === "" ? null : text, text, formula: null, format: "General" };
}
function readNumberCell(value, cell, base) {
  const date = readDateSerial(value, cell.format);
  if (date !== null) return dated(base, date);
  const number = fromCellNumber(value);
  if (number === null) return { ...base, nature: "unreadable" };
  const common = { ...base, nature: "number", value: number, live: "number" };
  if (isPercentFormat(cell.format)) return { ...common, unit: "%" };
  const unit = unitOfFormat(cell.text, number);
  return { ...common, unit, factor: factorOf(unit) };
}
function unitOfFormat(shown2, value) {
  const meaning = readText(shown2);
  if (meaning.kind !== "number" || meaning.unit === null || meaning.unit === "%") return null;
  const distance = meaning.value.sub(value).abs();
  return distance.compare(value.abs().div(HUNDRED).add(exact("0.5"))) <= 0 ? meaning.unit : null;
}
function isPercentFormat(format2) {
  return format2.replace(/"[^"]*"|\\./g, "").includes("%");
}
function readTextCell(text, base, timely) {
  const folded = fold(text).trim();
  const said = base.text === "" ? { ...base, text: text.trim() } : base;
  const tight = folded.replace(/ /g, "");
  if (tight === "" || LONE_DASH.test(tight)) return { ...said, nature: "empty" };
  if (NOT_APPLICABLE.test(tight)) return { ...said, nature: "not-applicable" };
  if (UNDISCLOSED.test(tight)) return { ...said, nature: "undisclosed" };
  const date = readDate(tight, timely);
  if (date !== null) return dated(said, date);
  const meaning = readText(text);
  return meaning.kind === "number" ? numbered(said, meaning, text) : { ...said, nature: meaning.kind };
}
function dated(base, { date, deadline }) {
  return { ...base, nature: "date", date, unit: "date", comparison: deadline ? "<=" : "none" };
}
function numbered(base, reading, cellText) {
  const { comparison, value, value2, unit, trend, digits } = reading;
  const scale = unit?.endsWith("%") ? PERCENT_SCALE : ONE;
  const live = digits === null || comparison === "range" ? null : liveReading(cellText, digits, scale);
  return { ...base, nature: comparison === "range" ? "range" : "number", comparison, value, value2, unit, factor: factorOf(unit), live, trend };
}

// src/forms/percentages.ts
var LARGEST_FRACTION = exact("1.5");
var SMALL_RATE = exact("0.015");
function asPercent(quantity, divide) {
  if (quantity.value === null) return quantity;
  const divided = divide(quantity.value);
  const over = (value) => divided ? value.div(HUNDRED) : value;
  return {
    ...quantity,
    value: over(quantity.value),
    value2: quantity.value2 && over(quantity.value2),
    unit: "%",
    live: divided ? null : quantity.live
  };
}
function percentByUnitColumn(target) {
  return target.unit === null ? asPercent(target, () => true) : target;
}
function percentBesideTarget(actual, target) {
  if (actual.nature !== "number" || actual.unit !== null || target.unit !== "%") return actual;
  const goal = (target.value2 ?? target.value)?.abs() ?? null;
  const isSmall = goal !== null && !goal.equals(0) && goal.compare(SMALL_RATE) <= 0;
  return { ...asPercent(actual, (value) => isSmall || value.abs().compare(LARGEST_FRACTION) > 0), unit: null };
}
function percentBesideActual(target, actual, name) {
  const isRate = /(?:率|度|比例|比重|占比|百分比|%\)?)$/.test(name.replace(/[）]$/, ")").replace(/\([^()%]*\)$/, ""));
  if (!isRate || actual.unit !== "%" || target.unit !== null || target.nature !== "number" && target.nature !== "range") return target;
  return { ...target, ...asPercent(target, (value) => value.abs().compare(LARGEST_FRACTION) > 0) };
}

// src/forms/target.ts
var ABOUT_TIME = /时间|时限|日期|期限|及时|按时|完成时|时效|工期|进度/;
function parseTarget(cell, at, context = {}) {
  const own = readCell(cell, at, isTimely(context));
  const base = own.nature === "empty" ? hiddenInName(own, context) : own;
  const reading = joined(withSign(withUnit(withoutTrend(base), context.unitText), context), context);
  return { ...reading, direction: directionOf(reading, context) };
}
function parseActual(cell, at, context = {}) {
  const own = readCell(cell, at, isTimely(context));
  if (own.nature === "number" && own.trend !== null && own.trend !== trendOf(context.target)) return { ...withoutTrend(own), nature: "unreadable", value: null, live: null };
  const quantity = withoutTrend(own);
  const beside = context.target ? percentBesideTarget(quantity, context.target) : quantity;
  if (context.unitText === void 0 || !isPercent(compact(context.unitText))) return context.target?.unit === "%" ? beside : withUnit(beside, context.unitText);
  const isBare = beside.nature === "number" && beside.unit === null;
  return isBare ? { ...context.target?.unit === "%" ? beside : withUnit(beside, context.unitText), unit: "%" } : beside;
}
function isTimely({ name = "", level2 = "" }) {
  return ABOUT_TIME.test(name) || (level2 ?? "").includes("\u65F6\u6548");
}
function trendOf(target) {
  return target ? readCell(textCell(target.text), null).trend : null;
}
function withUnit(quantity, unitText) {
  const unit = unitText === void 0 ? "" : compact(unitText);
  if (unit === "" || LONE_DASH.test(unit) || NOT_APPLICABLE.test(unit) || unit === "\u65E0") return quantity;
  if (quantity.unit !== null || quantity.nature !== "number" && quantity.nature !== "range") return quantity;
  if (isPercent(unit)) return percentByUnitColumn(quantity);
  const bare = unit.replace(/^\((.*)\)$/, "$1");
  return { ...quantity, unit: bare, factor: factorOf(bare) };
}
function withSign(quantity, context) {
  if (quantity.nature !== "number" || quantity.comparison !== "none") return quantity;
  const sign = (context.signText === void 0 ? null : signOf(context.signText)) ?? signInName(context.name ?? "", quantity);
  return sign === null ? quantity : { ...quantity, comparison: sign };
}
function signOf(text) {
  const bare = compact(text);
  const known2 = SIGN_COLUMN_WORDS.get(bare);
  if (known2 !== void 0) return known2;
  return [...SIGN_MARKS, ...SIGN_WORDS].find(([word]) => word === bare)?.[1] ?? null;
}
function signInName(name, quantity) {
  const bare = fold(name).replace(/[\s()]/g, "");
  const digits = /\d[\d.,]*/.exec(fold(quantity.text))?.[0];
  for (const [word, sign] of [...SIGN_MARKS, ...SIGN_WORDS]) {
    if (word === "\u8FBE" || word === "\u8FBE\u5230") continue;
    if (bare.endsWith(word) || digits !== void 0 && bare.includes(`${word}${digits}`)) return sign;
  }
  return null;
}
function hiddenInName(empty, { name = "" }) {
  const folded = fold(name).trim();
  const bare = folded.endsWith(")") ? folded.slice(0, -1) : folded;
  for (const [word] of [...SIGN_MARKS, ...SIGN_WORDS]) {
    const at = bare.lastIndexOf(word);
    if (at <= 0 || word === "\u8FBE" || word === "\u8FBE\u5230" || !/^\s*\d/.test(bare.slice(at + word.length))) continue;
    const reading = readCell(textCell(bare.slice(at)), empty.cell);
    if (reading.nature === "number" && reading.comparison !== "none") return { ...reading, text: bare.slice(at), live: null };
  }
  return empty;
}
function joined(quantity, { signText = "", unitText = "" }) {
  if (quantity.nature !== "number" || quantity.live === null && unitText === "") return quantity;
  const sign = signOf(signText) === null || fold(quantity.text).startsWith(fold(signText).trim()) ? "" : signText.trim();
  const unit = quantity.text.endsWith(unitText.trim()) || LONE_DASH.test(unitText.trim()) ? "" : unitText.trim();
  return { ...quantity, text: `${sign}${quantity.text}${unit}` };
}
function directionOf(quantity, { name = "", level2 }) {
  if (quantity.nature === "date") return "lower";
  if (quantity.nature !== "number" && quantity.nature !== "range") return null;
  switch (quantity.comparison) {
    case ">=":
    case ">":
      return "higher";
    case "<=":
    case "<":
      return "lower";
    case "=":
    case "range":
      return "exact";
    case "none":
      return isReverse(name, level2 ?? "") ? "lower" : "higher";
  }
}
function isReverse(name, level2) {
  if (BARE_TARGET_FORWARD.test(name) && !/成本控制/.test(name)) return false;
  return level2.includes("\u6210\u672C") || BARE_TARGET_REVERSE.test(name);
}

// src/forms/base-data.ts
var VALUE2 = /数值|金额|数量|数据|^数$|^值$|本年|数额|结果|数字|实际数|取值|决算|年末|期末|人数/;
var UNIT = /^(?:单位|计量单位|度量单位|数据单位)$/;
function readBaseData(view, header, endRow) {
  const value = valueColumn(header);
  const unit = header.columns.find(({ label }) => UNIT.test(label))?.column ?? null;
  if (value === null) return [];
  const found = [];
  for (const { row, name } of listRows(view, header, endRow)) {
    if (name === "") continue;
    found.push(datumAt(view, name, row, value.column, unit === null ? currencyIn(value.text) ?? "" : shownAt(view, row, unit)));
  }
  return found;
}
function valueColumn(header) {
  return header.columns.find(({ label }) => VALUE2.test(label)) ?? header.columns.find(({ label }) => !UNIT.test(label)) ?? null;
}
var UNIT_IN_NAME = /[（(]([^（）()\d]{1,6})[)）]\s*$/;
function datumAt(view, name, row, column, unitText) {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  const unit = unitText === "" ? UNIT_IN_NAME.exec(name)?.[1] ?? "" : unitText;
  return { name, cell: addressAt(view.grid, at.row, at.column), quantity: withUnit(parseNumber(cell, at), unit), formula: cell.formula };
}

// src/forms/form-head.ts
var TITLE = /自评表|评价表|评分表|评价指标|指标表|考核表|结论表|概要表|情况表|目标表|汇总表|核对表|绩效|自评|考核|评价/;
var NO_TITLE = /^(?:附件|附表|附|公开\d+表|表\d+|单位|金额单位|编号|报表编号|填报|评价单位|项目名称|部门名称|单位名称|主管部门|注)/;
var UNIT_LABELS = [
  /^被(?:评价|考核|评估)(?:单位|部门|对象)(?:名称)?$/,
  /^(?:评价|考核)对象(?:名称)?$/,
  /^(?:单位|部门|部门单位|预算单位|预算部门|单位部门|自评单位|自评部门)(?:名称|全称)$/,
  /^(?:项目)?(?:实施|承担|执行)(?:单位|部门)(?:名称)?$/,
  /^项目单位(?:名称)?$/,
  /^(?:填报|自评|评价|申报|编报|预算|用款|资金使用|报送)(?:单位|部门)(?:名称)?$/,
  /^(?:单位|部门|预算部门)$/,
  /^(?:主管|项目主管|业务主管|预算主管)(?:部门|单位)(?:名称)?(?:及代码)?$/
];
var YEAR_LABEL = /^(?:评价|预算|自评|考核|项目|所属)?年度$|^年份$|^评价时段$/;
function readFormHead(view, from, to) {
  const title = titleIn(view, from, to);
  return { title, unit: unitIn(view, from, to), year: yearOf(title?.text ?? "") ?? yearIn(view, from, to) };
}
function titleIn(view, from, to) {
  let fallback = null;
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (first === void 0 || filled.length > 2) continue;
    const text = ownTextAt(view, row, first);
    const tight = compact(text);
    if (NO_TITLE.test(tight) || tight.length < 4 || tight.length > 80 || /[:。]/.test(tight)) continue;
    const field = { text, cell: addressAt(view.grid, row, first) };
    if (TITLE.test(tight)) return field;
    if (filled.length === 1 && (areaAt(view, row, first)?.columnCount ?? 1) > 1 && !/^\(/.test(tight)) fallback ??= field;
  }
  return fallback;
}
function valueBeside(view, row, column) {
  const text = ownTextAt(view, row, column);
  const colon = /[:：]\s*(.+)$/s.exec(text);
  if (colon?.[1]) return { text: colon[1].trim(), column };
  const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
  const beside = next < view.columns ? ownTextAt(view, row, next) : "";
  return beside === "" ? null : { text: beside, column: next };
}
function unitIn(view, from, to) {
  let best = null;
  for (let row = from; row < to; row += 1) {
    for (const column of filledColumns(view, row)) {
      const text = ownTextAt(view, row, column);
      if (text.length > 80) continue;
      const label = labelOf(text.split(/[:：]/)[0] ?? "");
      const rank = UNIT_LABELS.findIndex((pattern) => pattern.test(label));
      if (rank < 0 || best && best.rank <= rank) continue;
      const value = valueBeside(view, row, column)?.text.replace(/[（(](?:盖章|公章|签章)[)）]/g, "").trim() ?? "";
      if (value === "" || /^(?:人民币)?(?:亿|千|百|万)*元$/.test(value) || UNIT_LABELS.some((pattern) => pattern.test(labelOf(value)))) continue;
      if (!/\p{L}/u.test(value) || /^(?:项目|资金|预算数|年初|全年)/.test(value)) continue;
      best = { rank, text: value };
    }
  }
  return best?.text ?? null;
}
function yearOf(text) {
  const tight = westernDate(compact(text));
  return /((?:19|20)\d{2})年度/.exec(tight)?.[1] ?? /((?:19|20)\d{2})年/.exec(tight)?.[1] ?? null;
}
function yearIn(view, from, to) {
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    for (const column of filled) {
      const text = ownTextAt(view, row, column);
      const label = labelOf(text.split(/[:：]/)[0] ?? "");
      if (YEAR_LABEL.test(label)) {
        const value = valueBeside(view, row, column)?.text ?? "";
        const year = yearOf(value) ?? /^((?:19|20)\d{2})$/.exec(compact(value))?.[1] ?? null;
        if (year !== null) return year;
      }
      if (filled.length <= 2 && compact(text).length <= 16 && !/月/.test(text)) {
        const year = yearOf(text) ?? /^\(?((?:19|20)\d{2})\)?$/.exec(compact(text))?.[1] ?? null;
        if (year !== null) return year;
      }
    }
  }
  return null;
}

// src/forms/grade-scale.ts
var GRADE = "\u4F18\u79C0|\u4F18|\u826F\u597D|\u826F|\u4E2D\u7B49|\u4E2D|\u5408\u683C|\u57FA\u672C\u5408\u683C|\u8F83\u4F4E|\u4F4E|\u8F83\u5DEE|\u5DEE|\u4E0D\u5408\u683C|[\u4E00\u4E8C\u4E09\u56DB\u4E94]\u7B49|[\u4E00\u4E8C\u4E09\u56DB\u4E94]\u7EA7";
var NUMBER2 = "(\\d{1,3}(?:\\.\\d+)?)";
var INCLUDED = "(?:\\(\u542B\\d*\u5206?\\))?";
var NUMBER_FIRST = new RegExp(`([\u2265>\u2264<]?)${NUMBER2}\u5206?${INCLUDED}(?:(?:-|\u2014|\u2013|~|\u81F3|\u5230)+${NUMBER2}\u5206?${INCLUDED})?(\u53CA?\u4EE5\u4E0A|\u53CA?\u4EE5\u4E0B|\u4EE5\u5185|\u4E0D\u8DB3)?(?:\\(\u4E0D?\u542B\\d*\u5206?\\))?(?:\u7684)?(?:\u5206)?[:,]?(?:\u8BC4\u5B9A|\u7B49\u7EA7|\u8BC4)?(?:\u4E3A|\u662F|\u5C5E\u4E8E|\u5F97)[\u201C"]?(${GRADE})`, "g");
var GRADE_FIRST = new RegExp(`(${GRADE})[\u201D"]?(?:\u7B49?\u7EA7)?[([:]?(?:\u5F97\u5206|\u603B\u5206|\u8BC4\u5206|\u5206\u6570|S|s)?([\u2265>\u2264<]?)${NUMBER2}\u5206?${INCLUDED}(?:(?:\u2264|<)(?:\u5F97\u5206|\u603B\u5206|\u8BC4\u5206|\u5206\u6570|S|s|X|x)(?:<|\u2264)${NUMBER2}|(?:-|\u2014|\u2013|~|\u81F3|\u5230)+${NUMBER2})?\u5206?${INCLUDED}(\u53CA?\u4EE5\u4E0A|\u53CA?\u4EE5\u4E0B|\u4EE5\u5185|\u4E0D\u8DB3)?`, "g");
function gradeScaleIn(text, cell) {
  if (text.length < 12 || text.length > 600 || !/优|[一]等|一级/.test(text) || !/\d/.test(text)) return null;
  const tight = compact(text).replace(/低于(\d+(?:\.\d+)?)分?/g, "$1\u5206\u4EE5\u4E0B").replace(/不足(\d+(?:\.\d+)?)分?/g, "$1\u5206\u4EE5\u4E0B");
  const bands = longest(numberFirst(tight), gradeFirst(tight));
  const sorted = [...new Map(bands.map((band2) => [band2.grade, band2])).values()].sort((a, b) => b.from.compare(a.from));
  const distinct = new Set(sorted.map(({ from }) => from.toFraction())).size;
  if (sorted.length < 3 || distinct !== sorted.length || (sorted[0]?.from.compare(exact(100)) ?? 0) > 0) return null;
  if ((sorted[0]?.from.compare(exact(50)) ?? 0) < 0) return null;
  const last = sorted.at(-1);
  return last ? { bands: [...sorted.slice(0, -1), { ...last, from: ZERO }], cell } : null;
}
var longest = (a, b) => b.length > a.length ? b : a;
function numberFirst(text) {
  return [...text.matchAll(NUMBER_FIRST)].flatMap(([, sign = "", low = "", high, side = "", grade = ""]) => band(grade, sign, low, high, side));
}
function gradeFirst(text) {
  return [...text.matchAll(GRADE_FIRST)].flatMap(([, grade = "", sign = "", low = "", upper, high, side = ""]) => band(grade, sign, low, upper ?? high, side));
}
function band(grade, sign, low, high, side) {
  const below = /下|内|不足/.test(side) || sign === "<" || sign === "\u2264";
  const numbers = [low, high].flatMap((number) => number === void 0 ? [] : parseDecimal(number) ?? []);
  const least = numbers.reduce((found, number) => found === null || number.compare(found) < 0 ? number : found, null);
  return least === null ? [] : [{ grade, from: below && high === void 0 ? ZERO : least }];
}

// src/forms/grade-scale-search.ts
function gradeScaleOfRows(view, rows, notes) {
  for (const row of rows) {
    for (const column of filledColumns(view, row)) {
      const scale = gradeScaleIn(ownTextAt(view, row, column), addressAt(view.grid, row, column));
      if (scale) return scale;
    }
  }
  for (const { text, cell } of notes) {
    const scale = gradeScaleIn(text, cell);
    if (scale) return scale;
  }
  return null;
}

// src/forms/result-cells.ts
function resultAt(view, row, column) {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  return { cell: at, entered: parseNumber(cell, at), formula: cell.formula };
}
function resultIn(view, row, column) {
  return column === null ? null : resultAt(view, row, column);
}
function rateAt(view, row, column) {
  const result = resultIn(view, row, column);
  if (result === null || result.entered.nature !== "number" || result.entered.unit !== null || result.entered.value === null) return result;
  const isPercentage = result.entered.value.abs().compare(1.5) > 0;
  const entered = isPercentage ? { ...result.entered, value: result.entered.value.div(HUNDRED), unit: "%", live: null } : result.entered;
  return { ...result, entered };
}
var NO_POINTS = { points: null, doubt: null };
function pointsAt(view, row, column) {
  if (column === null || !isOwn(view, row, column)) return NO_POINTS;
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  const read = parseNumber(cell, at);
  if (read.nature === "empty" || read.nature === "not-applicable" || read.nature === "words") return NO_POINTS;
  const isNumber = read.nature === "number" && read.value !== null && (read.unit === null || read.unit === "\u5206" || read.unit === "%");
  if (!isNumber || read.value === null) {
    return { points: null, doubt: { code: "unreadable-number", cell: at, message: `\u5206\u503C\u201C${read.text}\u201D\u4E0D\u80FD\u786E\u5B9A\u662F\u591A\u5C11\uFF0C\u8BF7\u6539\u6210\u6570\u5B57\uFF0C\u4F8B\u5982 10\u3002` } };
  }
  if (read.unit === "%") {
    const reading = read.live === "number" || read.live === null ? null : { remove: read.live.remove, scale: ONE };
    return { points: { value: read.value.mul(HUNDRED), cell: at, reading }, doubt: null };
  }
  return { points: { value: read.value, cell: at, ...read.live === "number" ? {} : { reading: read.live } }, doubt: null };
}
function pointsOfCaption(view, row, column, points) {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  if (typeof cell.value === "number") return { value: points, cell: at };
  const text = String(cell.value ?? "");
  const digits = [...text.matchAll(/\d+(?:\.\d+)?/g)].find(([number]) => points.equals(number));
  return { value: points, cell: at, reading: digits ? liveReading(text, [digits.index, digits.index + digits[0].length], ONE) : null };
}

// src/forms/stated-results.ts
var SCORE = /^(?:自评总分|自评总得分|自评得分|自评分|综合得分|综合评分|综合评价得分|评价得分|评价总分|总得分|最终得分|绩效得分|考核得分|总体得分|总评分)$/;
var GRADE2 = /^(?:自评|评价|绩效|绩效评价|综合|综合评价|考核|评定|评价结果)?(?:结果|结论)?(?:等级|等次|评级)$/;
function statedResults(view, rows) {
  let score = null;
  let grade = null;
  for (const row of rows) {
    for (const column of filledColumns(view, row)) {
      const text = ownTextAt(view, row, column);
      if (text.length > 24) continue;
      const label = labelOf(text);
      const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
      if (next >= view.columns) continue;
      if (SCORE.test(label)) score ??= valueOnly(resultAt(view, row, next), ["number", "empty"]);
      else if (GRADE2.test(label)) grade ??= valueOnly(resultAt(view, row, next), ["words", "empty"]);
    }
  }
  return { score, grade };
}
function valueOnly(result, natures) {
  return natures.includes(result.entered.nature) && !SCORE.test(labelOf(result.entered.text)) && !GRADE2.test(labelOf(result.entered.text)) ? result : null;
}

// src/forms/conclusion-form.ts
function readConclusionForm(view) {
  const head = readFormHead(view, 0, view.rows);
  const dimensions = dimensionsBelow(view);
  const rows = Array.from({ length: view.rows }, (_, row) => row);
  const stated = statedResults(view, rows);
  const isConclusion = /结论表|概要表/.test(head.title?.text ?? "") || dimensions.length > 1 && stated.score !== null;
  if (!isConclusion || stated.score === null && dimensions.length === 0) return null;
  const pairs = labelledNumbers(view);
  return {
    form: {
      sheet: view.grid.name,
      family: "conclusion",
      title: head.title,
      unit: head.unit,
      year: head.year,
      funds: fundsOf(view, pairs),
      indicators: [],
      captions: [],
      dimensions,
      totals: [],
      statedScore: stated.score,
      statedGrade: stated.grade,
      gradeScale: gradeScaleOfRows(view, rows, []),
      notes: [],
      columns: [],
      doubts: []
    },
    baseData: pairs.map(({ datum }) => datum)
  };
}
var RATE_ROW = /^(?:指标)?得分率$/;
function dimensionsBelow(view) {
  for (let row = 1; row < view.rows; row += 1) {
    const label = filledColumns(view, row).find((column) => RATE_ROW.test(labelOf(ownTextAt(view, row, column))));
    if (label === void 0) continue;
    const names = nameRow(view, row, label);
    if (names === null) continue;
    const beside = (pattern) => [row - 3, row - 2, row - 1, row + 1, row + 2].find((other) => other > names && pattern.test(labelOf(ownTextAt(view, other, label)))) ?? null;
    const [points, score, grade] = [beside(/^(?:权重|分值)$/), beside(/^(?:评价)?得分$/), beside(/等级$/)];
    const result = (at, column) => at === null ? null : resultAt(view, at, column);
    return filledColumns(view, names).filter((column) => column > label).map((column) => ({
      name: ownTextAt(view, names, column),
      cell: addressAt(view.grid, names, column),
      points: result(points, column),
      score: result(score, column),
      scoreRate: rateAt(view, row, column),
      grade: result(grade, column)
    }));
  }
  return [];
}
function nameRow(view, row, label) {
  for (let above = row - 1; above >= Math.max(0, row - 4); above -= 1) {
    if (/^(?:一级)?指标(?:名称)?$|^评价指标$|^维度$/.test(labelOf(ownTextAt(view, above, label)))) return above;
  }
  return null;
}
function labelledNumbers(view) {
  const pairs = [];
  for (let row = 0; row < view.rows; row += 1) {
    const currency = filledColumns(view, row).map((column) => currencyIn(ownTextAt(view, row, column))).find((found) => found !== null) ?? "";
    for (const column of filledColumns(view, row)) {
      const name = ownTextAt(view, row, column);
      const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
      if (name.length > 24 || /^[\d.,%-]+/.test(compact(name)) || next >= view.columns || ownTextAt(view, row, next) === "") continue;
      const datum = datumAt(view, name, row, next, currency);
      if (datum.quantity.nature === "number") pairs.push({ datum, label: labelOf(name.replace(/^其中[:：]?\s*/, "")), row, column });
    }
  }
  return pairs;
}
var BUDGET = /^(?:全年|年度|调整后?)?预算(?:安排)?(?:资金|数|金额|总额)?$|^资金总额$/;
var INITIAL = /^年初预算/;
var EXECUTED = /^(?:全年|实际|预算)?(?:支出|执行|使用)(?:资金|数|金额|总额)?$/;
var RATE = /执行率$/;
function fundsOf(view, pairs) {
  const budget = pairs.find(({ label }) => BUDGET.test(label));
  const executed = pairs.find(({ label }) => EXECUTED.test(label));
  if (!budget || !executed) return [];
  const rate = pairs.find(({ label }) => RATE.test(label));
  const currency = currencyNear(view, budget.row) ?? "\u4E07\u5143";
  const common = { currency, points: null, score: null, reason: null, initialBudget: null };
  const initial = pairs.find(({ label }) => INITIAL.test(label));
  const whole = {
    ...common,
    item: budget.datum.name,
    cell: addressAt(view.grid, budget.row, budget.column),
    counts: true,
    initialBudget: initial?.datum.quantity ?? null,
    adjustedBudget: budget.datum.quantity,
    executed: executed.datum.quantity,
    rate: rate ? resultAt(view, rate.datum.cell.row, rate.datum.cell.column) : null
  };
  const parts = pairs.filter(({ row, datum }) => row > budget.row && row < executed.row && datum.cell.column === budget.datum.cell.column);
  return [whole, ...parts.map(({ datum, row, column }) => ({ ...common, item: datum.name, cell: addressAt(view.grid, row, column), counts: false, adjustedBudget: datum.quantity, executed: null, rate: null }))];
}
function currencyNear(view, row) {
  for (let above = row; above >= Math.max(0, row - 4); above -= 1) {
    for (const column of filledColumns(view, above)) {
      const currency = currencyIn(ownTextAt(view, above, column));
      if (currency) return currency;
    }
  }
  return null;
}

// src/forms/names.ts
var STARS = /^[\s★☆*＊※▲△●◆■□√#]+/;
var NUMBERINGS = [
  /^指\s*标\s*[0-9一二三四五六七八九十]{1,2}\s*[:.、,)]?\s*/,
  /^[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]\s*[、.:]?\s*/,
  /^[一二三四五六七八九十]{1,3}\s*[、.:]\s*/,
  /^\d{1,2}\s*[、:)]\s*/,
  // `1.名称`, not `1290.3平方米…` or `1.5亩…`
  /^\d{1,2}\s*\.\s*(?!\d)/,
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?:\s+|[、.:])(?=\D)/,
  /^[①-⑳⑴-⒇⒈-⒛]\s*/,
  /^第[一二三四五六七八九十]{1,2}[部方]分\s*[、:]?\s*/
];
var POINTS_IN_BRACKETS = /\s*[([【〔]\s*(?:[^()[\]【】〔〕]*?\d+(?:\.\d+)?\s*分[^()[\]【】〔〕]*)[)\]】〕]\s*[:]?$/;
var BARE_NUMBER_IN_BRACKETS = /\s*[([【〔]\s*(?:权重|分值|占比)?[:]?\s*\d+(?:\.\d+)?\s*%?\s*[)\]】〕]\s*[:]?$/;
var POINTS_AT_END = /\s*[:,]?\s*(?:总分|分值|满分|权重|计|共)?[:为]?\s*\d+(?:\.\d+)?\s*分$/;
function cleanName(text, isGroup = false) {
  let name = text.replace(/[\r\n]+/g, "").trim();
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(STARS, "");
    for (const numbering of NUMBERINGS) name = cutFront(name, numbering);
  }
  name = cutBack(name, POINTS_IN_BRACKETS);
  if (isGroup) name = cutBack(cutBack(name, BARE_NUMBER_IN_BRACKETS), POINTS_AT_END);
  return name.replace(/[:：]\s*$/, "").trim();
}
function cutFront(name, pattern) {
  const match = pattern.exec(fold(name));
  return match ? name.slice(match[0].length) : name;
}
function cutBack(name, pattern) {
  const match = pattern.exec(fold(name));
  return match && match.index > 0 ? name.slice(0, match.index) : name;
}
var SCORE2 = /(?:总得分|实际得分|得分|实得|自评)[为:]?(\d+(?:\.\d+)?)分?/;
var POINTS = /(?:(?:总分值?|分值|满分|权重|共计?|计)[为:]?)?(\d+(?:\.\d+)?)(?:分|%)/;
function statedPoints(text) {
  const tight = compact(text);
  const score = SCORE2.exec(tight);
  const rest = score ? tight.slice(0, score.index) + tight.slice(score.index + score[0].length) : tight;
  const points = POINTS.exec(rest)?.[1] ?? /[([【〔](?:权重|分值)?:?(\d+(?:\.\d+)?)[)\]】〕]:?$/.exec(rest)?.[1];
  return { points: points === void 0 ? null : parseDecimal(points), score: score?.[1] === void 0 ? null : parseDecimal(score[1]) };
}
function isPlaceholder(text) {
  const bare = compact(cleanName(text)).replace(/[.…。·、/\\—-]+/g, "");
  return bare === "" || bare === "\u65E0" || /^(?:指标|三级指标|二级指标|一级指标|请填写|此处填写|可自行增加|根据需要增加|其他指标名称)$/.test(bare);
}
function isPartOfAbove(text) {
  return /^其中/.test(compact(cleanName(text)));
}

// src/forms/totals.ts
var WHOLE = /^(?:合计|总计|总分|总分数|总分值|总得分|总评分|总成绩|综合得分|综合评分|综合评价得分|自评总分|自评总得分|自评得分|评价总分|评价得分|最终得分|得分合计|合计得分|总分合计|合计总分|自评合计|得分总计|分值合计|汇总|总合计)$/;
var PART = /^(?:小计|本项小计|得分小计|小计得分|(.{1,14}?)(?:小计|合计|得分小计|得分合计))$/;
var GRADES = /^(?:优秀?|良好?|中等?|合格|低|较?差|不合格|[一二三四五]等|[A-D])$/;
var GRADE_LABEL = /等级|等次|评级/;
function totalLabel(view, row, leaf) {
  for (let column = 0; column <= leaf; column += 1) {
    const text = ownTextAt(view, row, column);
    if (text === "" || text.length > 24) continue;
    const label = labelOf(text);
    if (WHOLE.test(label)) return { column, kind: "whole", dimension: null };
    const part = PART.exec(label);
    if (part) return { column, kind: "part", dimension: part[1] === void 0 ? null : cleanName(part[1], true) };
  }
  return null;
}
function readTotal(view, row, label, header, scoreColumn, dimension) {
  const grade = gradeIn(view, row, label, header);
  const column = (wanted) => {
    if (wanted === null || !isOwn(view, row, wanted) || wanted === label.column || wanted === grade?.cell.column) return null;
    return resultAt(view, row, wanted);
  };
  const points = column(header.points);
  const score = column(scoreColumn);
  const stray = points || score?.entered.nature === "number" ? null : numbersBeside(view, row, label);
  return {
    cell: addressAt(view.grid, row, label.column),
    dimension,
    points,
    score: stray ?? score,
    scoreRate: column(header.scoreRate),
    grade
  };
}
function gradeIn(view, row, label, header) {
  if (header.grade !== null && isOwn(view, row, header.grade)) return resultAt(view, row, header.grade);
  const columns = filledColumns(view, row).filter((column) => column !== label.column);
  const named = columns.find((column) => GRADE_LABEL.test(labelOf(ownTextAt(view, row, column))));
  if (named !== void 0) return resultAt(view, row, named + (areaAt(view, row, named)?.columnCount ?? 1));
  const word = columns.find((column) => GRADES.test(labelOf(ownTextAt(view, row, column))));
  return word === void 0 ? null : resultAt(view, row, word);
}
function numbersBeside(view, row, label) {
  const next = label.column + (areaAt(view, row, label.column)?.columnCount ?? 1);
  if (next >= view.columns || GRADE_LABEL.test(shownAt(view, row, next)) || anchorOf(view, row, next).row !== row) return null;
  const beside = resultAt(view, row, next);
  return beside.entered.nature === "number" || beside.entered.nature === "empty" ? beside : null;
}

// src/forms/dimension-table.ts
var DIMENSION = /^(?:项目)?(?:决策|过程|产出|效益|效果|投入|管理|绩效|满意度|成本|预算执行率?|资金执行率?|产出及效率|产出与效益|履职|履职效能|履职效果|履职完成|管理效率|运行成本|社会效应|可持续性|可持续发展能力|可持续影响|服务对象满意度|预算管理|资金管理|基础工作|基础管理)(?:情况)?(?:类)?(?:指标)?$/;
var MOST_DIMENSIONS = 9;
function isDimensionTable(view, header, endRow) {
  if (!header.isFlat || header.target !== null || header.rule !== null || header.actuals.length > 0) return false;
  const names = dimensionRows(view, header, endRow).map((row) => labelOf(ownTextAt(view, row, header.leaf)));
  if (names.length === 0 || names.length > MOST_DIMENSIONS) return false;
  return header.grade !== null || names.every((name) => DIMENSION.test(cleanName(name, true)));
}
function dimensionRows(view, header, endRow) {
  const rows = [];
  for (let row = header.lastRow + 1; row < Math.min(endRow, header.lastRow + 40); row += 1) {
    const text = ownTextAt(view, row, header.leaf);
    if (text === "" || totalLabel(view, row, header.leaf)) break;
    rows.push(row);
  }
  return rows;
}
function readDimensionTable(view, header, endRow) {
  return dimensionRows(view, header, endRow).map((row) => ({
    name: cleanName(ownTextAt(view, row, header.leaf), true),
    cell: addressAt(view.grid, row, header.leaf),
    points: resultIn(view, row, header.points),
    score: resultIn(view, row, header.scores[0] ?? null),
    scoreRate: rateAt(view, row, header.scoreRate),
    grade: resultIn(view, row, header.grade)
  }));
}

// src/forms/fund-header.ts
var WORDS3 = [
  ["rate", /执行率$|支付率$|执行进度$|支出进度$|^完成率$/],
  ["points", /^(?:分值|权重|标准分|执行率权重|执行率分值|分值权重|满分)$/],
  ["score", /^(?:得分|自评得分|执行率得分|自评分|评分|指标得分)$/],
  ["reason", /原因|改进措施|^备注$|^说明$/],
  ["initialBudget", /^(?:年初|期初|初始)(?:预算|批复预算|安排|下达)?(?:预算)?(?:安排|批复)?(?:数|资金|金额|额)?$/],
  ["executed", /(?:执行|支出|支付|使用|决算)(?:数|资金|金额|额)$|^(?:全年|实际|本年|预算)?(?:执行|支出)(?:数|金额|资金)?$|^全年执行$/],
  ["adjustedBudget", /^(?:全年|调整后?|调整预算后|本年|年度|最终)?(?:的)?(?:调整后?)?预算(?:安排)?(?:调整)?(?:数|资金|金额|额|总额)?(?:调整后)?$|^调整后?(?:全年)?预算数?$|^(?:预算|资金)安排(?:数|资金|金额)?$/]
];
var UNIT_TABLE = /单位|部门|地区|县|乡镇/;
function fundHeaderAt(view, row) {
  const filled = filledColumns(view, row);
  if (filled.length < 2 || filled.length > 20) return null;
  if (filled.filter((column) => ABOUT_MONEY.test(labelText(view, row, column))).length < 2) return null;
  const columns = /* @__PURE__ */ new Map();
  for (const column of filled) {
    const role = fundRole(ownTextAt(view, row, column));
    if (role && !columns.has(role)) columns.set(role, column);
  }
  const amounts = ["initialBudget", "adjustedBudget", "executed"].flatMap((role) => columns.get(role) ?? []);
  if (!columns.has("executed") || amounts.length < 2) return null;
  if (amounts.some((column) => typeof view.grid.rows[row]?.[column + 1]?.value === "number")) return null;
  const firstAmount = Math.min(...amounts);
  const before = filled.filter((column) => column < firstAmount);
  const isUnits = before.some((column) => headerAt(view, row, column)?.role === "unit" && UNIT_TABLE.test(labelOf(ownTextAt(view, row, column))));
  if (isUnits || before.some((column) => /^序号$|^项目名称$/.test(labelOf(ownTextAt(view, row, column))))) return null;
  const [side] = before;
  return {
    row,
    columns,
    firstAmount,
    caption: side === void 0 ? "" : ownTextAt(view, row, side),
    captionPoints: columns.has("points") ? null : captionPoints(view, row, filled)
  };
}
var ABOUT_MONEY = /预算|执行|支出|支付|资金|年初/;
function labelText(view, row, column) {
  const value = view.grid.rows[row]?.[column]?.value;
  return typeof value === "string" && value.length <= 30 ? value : "";
}
function fundRole(text) {
  if (text === "" || text.length > 30) return null;
  const label = labelOf(text);
  return WORDS3.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}
function captionPoints(view, row, filled) {
  for (const column of filled) {
    const { points } = statedPoints(ownTextAt(view, row, column));
    if (points && points.compare(exact(100)) <= 0) return pointsOfCaption(view, row, column, points);
  }
  return null;
}

// src/forms/indicator-header.ts
var LEVELS = /* @__PURE__ */ new Set(["level1", "level2", "level3", "level4"]);
var MEASURES = /* @__PURE__ */ new Set(["points", "target", "actual", "score", "rule"]);
function indicatorHeaderAt(view, row) {
  const first = headerColumns(view, row);
  if (first.length < 2) return null;
  const below = continuation(view, row);
  const found = below === null ? first : joinRows(view, first, below);
  if (!isHeader(found)) return null;
  return arrange(view, row, below === null ? row : row + 1, found);
}
function headerColumns(view, row) {
  const columns = [];
  for (const column of filledColumns(view, row)) {
    const match = headerAt(view, row, column);
    if (match) columns.push({ ...match, column, row, span: areaAt(view, row, column)?.columnCount ?? 1 });
  }
  return columns;
}
function continuation(view, row) {
  const columns = filledColumns(view, row + 1);
  if (columns.length === 0 || columns.length > 12) return null;
  const below = headerColumns(view, row + 1);
  const labels = columns.filter((column) => typeof view.grid.rows[row + 1]?.[column]?.value === "string");
  const isLabels = below.length > 0 && labels.length === columns.length && below.length * 2 >= columns.length;
  const hasSpan = filledColumns(view, row).some((column) => (areaAt(view, row, column)?.rowCount ?? 1) > 1 || (areaAt(view, row, column)?.columnCount ?? 1) > 1);
  const repeats = below.filter(({ column }) => headerAt(view, row, column) !== null && shownAt(view, row, column) === shownAt(view, row + 1, column));
  const crowded = columns.filter((column) => ownTextAt(view, row, column) !== "" && !isMergedAcross(view, row, column));
  return isLabels && hasSpan && repeats.length === 0 && crowded.length === 0 ? below : null;
}
var isMergedAcross = (view, row, column) => (areaAt(view, row, column)?.columnCount ?? 1) > 1;
function joinRows(view, upper, lower) {
  const covered = (header) => lower.filter(({ column }) => column >= header.column && column < header.column + header.span);
  const kept = upper.filter((header) => covered(header).length === 0);
  const split = lower.map((header) => {
    const parent = upper.find(({ column, span }) => header.column >= column && header.column < column + span);
    return header.role === "ignored" && parent ? { ...header, role: parent.role } : header;
  });
  return [...kept, ...split].sort((a, b) => a.column - b.column);
}
function isHeader(found) {
  const roles = new Set(found.map(({ role }) => role));
  const measures = [...roles].filter((role) => MEASURES.has(role)).length;
  const levels = [...roles].filter((role) => LEVELS.has(role)).length;
  if (levels >= 2) return measures >= 1;
  return (levels === 1 || roles.has("name")) && measures >= 2;
}
function arrange(view, firstRow, lastRow, found) {
  const names = nameColumns(found);
  const others = found.filter(({ role }) => !LEVELS.has(role) && role !== "name");
  const of = (role) => others.filter((header) => header.role === role);
  const best = (role) => [...of(role)].sort((a, b) => a.rank - b.rank || a.column - b.column)[0];
  const pointsAfter = of("points").filter(({ column }) => column > names.leaf);
  const points = pointsAfter[0] ?? of("points").at(-1);
  const target = best("target");
  const scores = of("score").length > 0 ? of("score") : of("convertedScore");
  const used = /* @__PURE__ */ new Map([
    ["points", points],
    ["targetSign", best("targetSign")],
    ["target", target],
    ["targetUnit", target === void 0 ? void 0 : best("targetUnit")],
    ["rule", best("rule")],
    ["completionRate", best("completionRate")],
    ["scoreRate", best("scoreRate")],
    ["reason", best("reason")],
    ["unit", best("unit")]
  ]);
  const at = (role) => used.get(role)?.column ?? null;
  const field = ({ row, column }) => ({ text: textAt(view.grid, row, column), cell: addressAt(view.grid, row, column) });
  const listed = [
    ...names.listed.map(([role, header]) => ({ role, header: field(header) })),
    ...[...used].flatMap(([role, header]) => header ? [{ role, header: field(header) }] : []),
    ...of("actual").map((header) => ({ role: "actual", header: field(header) })),
    ...scores.map((header) => ({ role: "score", header: field(header) }))
  ];
  return {
    firstRow,
    lastRow,
    level1: names.level1,
    level2: names.level2,
    level3: names.level3,
    leaf: names.leaf,
    hasLevel4: names.hasLevel4,
    isFlat: names.isFlat,
    points: at("points"),
    levelPoints: of("points").flatMap(({ column }) => column === points?.column || column > names.leaf ? [] : [column]),
    target: at("target"),
    targetSpan: at("targetSign") === null && at("targetUnit") === null ? target?.span ?? 1 : 1,
    targetSign: at("targetSign"),
    targetUnit: at("targetUnit"),
    actuals: [...of("actual")].sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    rule: at("rule"),
    completionRate: at("completionRate"),
    scores: scores.map(({ column }) => column),
    scoreRate: at("scoreRate"),
    reason: at("reason"),
    unit: at("unit"),
    grade: best("grade")?.column ?? null,
    columns: listed.sort((a, b) => a.header.cell.column - b.header.cell.column),
    allExact: found.every(({ exact: exact2 }) => exact2)
  };
}
function nameColumns(found) {
  const level = (role2) => found.filter((header) => header.role === role2).sort((a, b) => a.rank - b.rank)[0];
  const [l1, l2, l3, l4] = [level("level1"), level("level2"), level("level3"), level("level4")];
  const generic = found.filter(({ role: role2 }) => role2 === "name");
  const after = (l2 ?? l1)?.column ?? -1;
  const named = l1 || l2 || l3 || l4 ? l3 ?? generic.find(({ column }) => column > after) : void 0;
  const chain = [l1, l2, named, l4].filter((header) => header !== void 0);
  const explicit = chain.length > 0;
  const spread = generic.length === 1 && generic[0] ? spreadOver(generic[0]) : generic;
  const columns = explicit ? chain : spread;
  const leaf = columns.at(-1);
  if (!leaf) throw new RangeError("a header without a name column");
  const hasLevel4 = explicit ? l4 !== void 0 && leaf === l4 : columns.length > 3;
  const role = (header) => {
    if (header === leaf) return hasLevel4 ? "level4" : "level3";
    if (explicit) return header === l1 ? "level1" : header === l2 ? "level2" : "level3";
    return ["level1", "level2", "level3"][columns.indexOf(header)] ?? "level3";
  };
  const listed = columns.map((header) => [role(header), header]);
  const at = (wanted) => listed.find(([name, header]) => name === wanted && header !== leaf)?.[1].column ?? null;
  return { level1: at("level1"), level2: at("level2"), level3: at("level3"), leaf: leaf.column, hasLevel4, isFlat: columns.length === 1, listed };
}
function spreadOver(header) {
  return Array.from({ length: Math.min(header.span, 4) }, (_, offset) => ({ ...header, column: header.column + offset, span: 1 }));
}

// src/forms/blocks.ts
function scanBlocks(view) {
  const starts = [];
  for (let row = 0; row < view.rows; row += 1) {
    const indicators = indicatorHeaderAt(view, row);
    if (indicators) {
      starts.push({ kind: "indicators", row, header: indicators });
      row = indicators.lastRow;
      continue;
    }
    const funds = fundHeaderAt(view, row);
    if (funds) starts.push({ kind: "funds", row, header: funds });
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next?.row ?? view.rows;
    const title = titleRow(view, start.row + 1, end);
    const before = index === 0 ? null : titleRow(view, (starts[index - 1]?.row ?? 0) + 1, start.row);
    const endRow = title ?? end;
    return { block: blockOf(view, start, endRow), titleBefore: before === null ? null : titleText(view, before) };
  });
}
function blockOf(view, start, endRow) {
  if (start.kind === "funds") return { ...start, endRow };
  return { kind: isDimensionTable(view, start.header, endRow) ? "dimensions" : "indicators", row: start.row, endRow, header: start.header };
}
var TITLE_END = /(?:自评表|评价表|评分表|考核表|打分表|情况表|指标表|结论表|概要表|目标表|体系表|汇总表|明细表|指标体系|得分情况|完成情况|评价报告|自评报告)(?:\(.*\))?$|^表\d+/;
function titleRow(view, from, to) {
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (filled.length !== 1 || first === void 0 || first > 2) continue;
    const text = compact(ownTextAt(view, row, first));
    const isWide = (areaAt(view, row, first)?.columnCount ?? 1) >= 3 || areaAt(view, row, first) === null;
    const isTall = (areaAt(view, row, first)?.rowCount ?? 1) > 2;
    if (isWide && !isTall && text.length >= 5 && text.length <= 60 && TITLE_END.test(text) && !/^[一二三四五六七八九十]{1,3}、/.test(text)) return row;
  }
  return null;
}
function titleText(view, row) {
  return ownTextAt(view, row, filledColumns(view, row)[0] ?? 0);
}
var OF_A_DIMENSION = /(决策|过程|产出|效益|效果|投入|管理|满意度|履职效能|社会效应|可持续性)(?:类)?(?:指标)?(?:评价)?(?:得分|评分|完成|分析|打分)?情况/;
function dimensionOfTitle(title) {
  return OF_A_DIMENSION.exec(compact(title))?.[1] ?? null;
}

// src/forms/caption-share.ts
function captionPointsForSingles(view, indicators, captions) {
  const covered = /* @__PURE__ */ new Map();
  const count = (key2) => void covered.set(key2, (covered.get(key2) ?? 0) + 1);
  for (const { level1, level2 } of indicators) {
    count(`1${level1}`);
    count(`2${level2}`);
  }
  const captionOf = new Map(captions.filter(({ points }) => points !== null).map((caption2) => [`${caption2.level}${caption2.name}`, caption2]));
  return indicators.map((entry) => {
    if (entry.points !== null || entry.sharesScoreWith !== null) return entry;
    const key2 = captionOf.has(`2${entry.level2}`) ? `2${entry.level2}` : `1${entry.level1}`;
    const covering = captionOf.get(key2);
    if (!covering?.points || covered.get(key2) !== 1) return entry;
    const { cell, points } = covering;
    return { ...entry, points: pointsOfCaption(view, cell.row, cell.column, points) };
  });
}

// src/forms/family.ts
function familyOf(title, headers, indicators, hasFunds) {
  const words2 = compact(title);
  if (/结论表|概要表/.test(words2)) return "conclusion";
  if (/考核/.test(words2) && /管理|工作/.test(words2) && !/自评表/.test(words2)) return "management-appraisal";
  const ofDepartment = /部门整体|单位整体|整体支出|整体绩效|部门\(单位\)整体|部门支出|单位支出|部门预算(?!项目)/.test(words2) && !/项目支出/.test(words2);
  return ofDepartment ? isSelf(words2, headers, indicators, hasFunds) ? "department-self" : "department-evaluation" : isSelf(words2, headers, indicators, hasFunds) ? "project-self" : "project-evaluation";
}
function isSelf(title, headers, indicators, hasFunds) {
  const groups = new Set(indicators.map(({ level1 }) => level1?.slice(0, 2)));
  const isEvaluationFrame = groups.has("\u51B3\u7B56") && groups.has("\u8FC7\u7A0B");
  if (/绩效评价/.test(title) && isEvaluationFrame) return false;
  if (/自评|自我评价/.test(title) || headers.some((header) => /自评/.test(header))) return true;
  if (isEvaluationFrame || /绩效评价|评价指标|评价表|评分表/.test(title)) return false;
  return hasFunds || !/评价/.test(title);
}

// src/forms/fund-block.ts
var OTHER_BLOCK = /^(?:年度|总体|绩效|预期|年初设定)?(?:总体|年度)?(?:目标|绩效目标|绩效指标|指标)|^一级指标|^指标名称|^评价结论|^存在问题|^二、|^三、|^注[:：]/;
var TOTAL_ITEM = /总额|合计|总计|^总金额|^资金总量|^小计$|^总数|^金额$/;
function readFundBlock(view, header, endRow) {
  const funds = [];
  const doubts = [];
  const currency = currencyIn(header.caption) ?? columnCurrency(view, header) ?? currencyOfSheet(view, header.row);
  let row = header.row + 1;
  for (; row < endRow; row += 1) {
    const item = itemOf(view, header, row);
    if (item === null) break;
    funds.push(fundOf(view, header, row, item, currency ?? "\u4E07\u5143", doubts));
  }
  const counting = countingRow(funds);
  const [first] = funds;
  if (currency === null && first) {
    doubts.push({ code: "unknown-currency", cell: first.cell, message: "\u8D44\u91D1\u8868\u6CA1\u6709\u5199\u660E\u91D1\u989D\u5355\u4F4D\uFF0C\u6309\u4E07\u5143\u8BFB\u53D6\uFF1B\u5982\u4E3A\u5143\uFF0C\u8BF7\u5728\u8868\u5934\u6CE8\u660E\u201C\uFF08\u5143\uFF09\u201D\u3002" });
  }
  return { funds: funds.map((fund, index) => ({ ...fund, counts: index === counting, points: fund.points ?? (index === counting ? header.captionPoints : null) })), doubts, endRow: row };
}
function countingRow(funds) {
  const isPart = ({ item }) => /^其中/.test(compact(item));
  const total = funds.findIndex((fund) => !isPart(fund) && TOTAL_ITEM.test(labelOf(fund.item)));
  return total >= 0 ? total : funds.findIndex((fund) => !isPart(fund));
}
function itemOf(view, header, row) {
  const texts = [];
  for (let column = 0; column < header.firstAmount; column += 1) {
    const text = ownTextAt(view, row, column);
    if (text !== "") texts.push({ text, column });
  }
  const [first] = texts;
  if (!first || headerAt(view, row, first.column)?.role === "level1" || OTHER_BLOCK.test(compact(first.text))) return null;
  if ((areaAt(view, row, first.column)?.columnCount ?? 1) > header.firstAmount - first.column) return null;
  const last = texts.at(-1) ?? first;
  const isSplitPart = texts.length > 1 && /^其中[:：]?$/.test(compact(first.text));
  return isSplitPart ? { text: `${first.text}${last.text}`, column: last.column } : last;
}
function fundOf(view, header, row, item, currency, doubts) {
  const column = (role) => header.columns.get(role) ?? null;
  const amount = (role) => {
    const at = column(role);
    if (at === null) return null;
    const anchor = anchorOf(view, row, at);
    const quantity = parseNumber(gridCellAt(view, anchor.row, anchor.column), anchor);
    if (quantity.nature === "unreadable") {
      doubts.push({ code: "unreadable-number", cell: anchor, message: `\u91D1\u989D\u201C${quantity.text}\u201D\u4E0D\u80FD\u786E\u5B9A\u662F\u591A\u5C11\uFF0C\u8BF7\u6539\u6210\u6570\u5B57\u3002` });
    }
    return quantity;
  };
  const points = pointsAt(view, row, column("points"));
  if (points.doubt) doubts.push(points.doubt);
  const reason = column("reason");
  return {
    item: item.text.replace(/[:：]\s*$/, ""),
    cell: addressAt(view.grid, row, item.column),
    counts: false,
    currency,
    initialBudget: amount("initialBudget"),
    adjustedBudget: amount("adjustedBudget"),
    executed: amount("executed"),
    rate: rateAt(view, row, column("rate")),
    points: points.points,
    score: resultIn(view, row, column("score")),
    reason: reason === null ? null : { text: shownAt(view, row, reason), cell: anchorOf(view, row, reason) }
  };
}
function columnCurrency(view, header) {
  for (const column of header.columns.values()) {
    const currency = currencyIn(ownTextAt(view, header.row, column));
    if (currency !== null) return currency;
  }
  return null;
}

// src/forms/level-names.ts
var NO_LEVELS = { level1: null, level2: null, level3: null };
function levelsOf(view, row, header, above, captions) {
  const level1 = open(view, row, header, header.level1, 1, above.level1, captions);
  const level2 = open(view, row, header, header.level2, 2, level1 === above.level1 ? above.level2 : null, captions);
  const level3 = open(view, row, header, header.level3, null, level2 === above.level2 && level1 === above.level1 ? above.level3 : null, captions);
  return { level1: level1 ?? above.level1, level2, level3 };
}
function open(view, row, header, column, level, above, captions) {
  if (column === null) return above;
  const at = anchorOf(view, row, column);
  const text = shownAt(view, row, column);
  if (text === "" || at.column !== column) return above;
  if (above && above.row === at.row && above.column === at.column) return above;
  const name = cleanName(text, true) || text.trim();
  if (above && above.name === name) return above;
  const stated = statedPoints(text);
  const beside = stated.points === null && level !== null ? pointsBeside(view, at.row, column, header) : null;
  const points = stated.points === null ? beside : pointsOfCaption(view, at.row, column, stated.points);
  if (level !== null && (points !== null || stated.score !== null)) {
    captions.push(caption(level, name, at, points?.value ?? null, stated.score));
  }
  return { name, row: at.row, column: at.column, points };
}
function pointsBeside(view, row, column, header) {
  const beside = header.levelPoints.includes(column + 1) ? column + 1 : null;
  return pointsAt(view, row, beside).points;
}
function caption(level, name, cell, points, statedScore) {
  return { level, name, cell, points, statedScore };
}
function ownLevelName(view, row, header) {
  for (const [level, column] of [[3, header.level3], [2, header.level2], [1, header.level1]]) {
    const text = column === null ? "" : ownTextAt(view, row, column);
    if (column !== null && text !== "") return { level, column, text };
  }
  return null;
}

// src/forms/caption-rows.ts
var CHAPTER = /^[一二三四五六七八九十]{1,3}\s*[、.．]|^第[一二三四五六七八九十]+部分/;
function isCaptionRow({ view, header, groups }, row, filled) {
  if (groups?.has(row)) return true;
  const [first] = filled;
  if (filled.length !== 1 || first === void 0 || first > header.leaf) return false;
  const text = ownTextAt(view, row, first);
  if (isPlaceholder(text)) return false;
  const isAcross = (areaAt(view, row, first)?.columnCount ?? 1) > header.leaf - first + 1;
  const says = statedPoints(text);
  if (first === header.leaf) return says.points !== null && /分|%/.test(text) && (header.isFlat || isAcross);
  return isAcross || first === nameStart(header) && CHAPTER.test(text) && coversLeaf(areaAt(view, row, first), header);
}
function coversLeaf(area2, header) {
  return area2 !== null && area2.column + area2.columnCount > header.leaf;
}
function nameStart(header) {
  return header.level1 ?? header.level2 ?? header.leaf;
}
function readCaptionRow({ view, header, groups, scoreColumn }, row, filled, state) {
  const column = groups?.has(row) ? header.leaf : filled[0] ?? header.leaf;
  const text = ownTextAt(view, row, column);
  const name = cleanName(text, true);
  const level = groups?.get(row) ?? 1;
  const stated = statedPoints(text);
  const { points: beside } = pointsAt(view, row, header.points);
  const points = stated.points === null ? beside : pointsOfCaption(view, row, column, stated.points);
  const score = stated.score ?? resultIn(view, row, scoreColumn)?.entered.value ?? null;
  const open2 = { name, row, column, points };
  state.levels = level === 1 ? { ...NO_LEVELS, level1: open2 } : { ...state.levels, level2: open2, level3: null };
  state.captions.push(caption(level, name, addressAt(view.grid, row, column), points?.value ?? null, score));
}

// src/forms/flat-groups.ts
var TIERS = [/^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]+部分)/, /^\([一二三四五六七八九十]{1,3}\)/, /^\d{1,2}(?:[、.)](?!\d))/, /^\(\d{1,2}\)/, /^[①-⑳]/];
function groupsOfFlatList(view, header, endRow) {
  const rows = [];
  for (let row = header.lastRow + 1; row < endRow; row += 1) {
    const text = ownTextAt(view, row, header.leaf);
    if (text === "") continue;
    const tier = TIERS.findIndex((pattern) => pattern.test(compact(text)));
    rows.push({ row, tier: tier === -1 ? TIERS.length : tier, points: pointsAt(view, row, header.points).points?.value ?? null });
  }
  const groups = /* @__PURE__ */ new Map();
  const open2 = [];
  const close = (tier) => {
    for (let top = open2.at(-1); top && top.row.tier >= tier; top = open2.at(-1)) {
      open2.pop();
      const isGroup = top.members > 0 && (top.row.points === null || top.row.points.equals(top.sum));
      if (isGroup && open2.length < 2) groups.set(top.row.row, open2.length === 0 ? 1 : 2);
      const parent = open2.at(-1);
      if (parent) {
        parent.members += 1;
        parent.sum = parent.sum.add(isGroup ? top.sum : top.row.points ?? ZERO);
      }
    }
  };
  for (const row of rows) {
    close(row.tier);
    open2.push({ row, sum: ZERO, members: 0 });
  }
  close(0);
  return groups;
}

// src/forms/measures.ts
function readTargetIn(reader, row, context) {
  const cells = targetCells(reader, row);
  if (cells === null) return null;
  const { at, signText, unitText } = cells;
  return parseTarget(gridCellAt(reader.view, at.row, at.column), at, { ...context, signText, unitText });
}
function readActualIn(reader, row, context) {
  if (reader.actualColumn === null) return null;
  const at = anchorOf(reader.view, row, reader.actualColumn);
  const unitText = targetCells(reader, row)?.unitText ?? "";
  return parseActual(gridCellAt(reader.view, at.row, at.column), at, { ...context, unitText });
}
function targetCells({ view, header }, row) {
  if (header.target === null) return null;
  const at = anchorOf(view, row, header.target);
  const text = (column) => column === null ? "" : shownAt(view, row, column);
  if (header.targetSpan === 1) return { at, signText: text(header.targetSign), unitText: text(header.targetUnit) };
  return splitUnderOneHeader(view, row, header.target, header.targetSpan) ?? { at, signText: "", unitText: "" };
}
function splitUnderOneHeader(view, row, column, span) {
  const parts = Array.from({ length: span }, (_, offset) => column + offset).filter((part) => anchorOf(view, row, part).column === part && shownAt(view, row, part) !== "");
  const value = parts.find((part) => /\d/.test(shownAt(view, row, part)));
  if (parts.length < 2 || value === void 0) return null;
  const sign = parts.find((part) => part < value && signOf(shownAt(view, row, part)) !== null);
  const unit = parts.find((part) => part > value && (hasHan(shownAt(view, row, part)) || /^[%％A-Za-z]/.test(shownAt(view, row, part))));
  return { at: anchorOf(view, row, value), signText: sign === void 0 ? "" : shownAt(view, row, sign), unitText: unit === void 0 ? "" : shownAt(view, row, unit) };
}

// src/forms/indicator-row.ts
function readIndicator(reader, row, state) {
  const { view, header, scoreColumn } = reader;
  const { points, doubt } = pointsAt(view, row, header.points);
  const leaf = leafOf(reader, row);
  const score = scoreOf(reader, row, state);
  const hasOwnScore = score.result !== null && score.result.entered.nature !== "empty";
  if (leaf === null) {
    if (points || hasOwnScore) warnNameless(reader, row, state, points);
    return null;
  }
  if (leaf.continued && !points && !hasOwnScore) return null;
  if (isPartOfAbove(leaf.name) && !points && !hasOwnScore) return null;
  const name = cleanName(leaf.name) || leaf.name.trim();
  const level2 = leaf.borrowed === 2 || leaf.borrowed === 1 ? null : state.levels.level2?.name ?? null;
  const context = { name, level2 };
  const ruleText = ruleOf(reader, row);
  const read = readTargetIn(reader, row, context);
  const targetIsRule = ruleText === null && read !== null && read.nature === "words" && SCORING_WORDS.test(read.text) && read.cell !== null;
  const target = targetIsRule ? null : read;
  const rule = targetIsRule && read.cell ? { text: read.text, cell: read.cell } : ruleText;
  const actual = readActualIn(reader, row, { ...context, target });
  const carries = points !== null || hasOwnScore || score.sharedWith !== null || isFilled(target) || isFilled(actual) || targetIsRule;
  if (!carries) return null;
  if (isPlaceholder(leaf.name) && !isFilled(target) && !isFilled(actual)) {
    if (points) warnNameless(reader, row, state, points);
    return null;
  }
  const doubts = [doubt, unreadable(target, "\u5E74\u5EA6\u6307\u6807\u503C"), unreadable(actual, "\u5B9E\u9645\u5B8C\u6210\u503C"), unreadableScore(score.result)].filter((one) => one !== null);
  state.doubts.push(...doubts);
  if (score.result && scoreColumn !== null) state.scoreOwners.set(score.result.cell.row, leaf.cell);
  const named = target !== null && actual !== null ? percentBesideActual(target, actual, name) : target;
  const confidence = doubts.length > 0 ? "uncertain" : header.allExact && leaf.borrowed === null ? "certain" : "likely";
  return {
    level1: leaf.borrowed === 1 ? null : state.levels.level1?.name ?? null,
    level2,
    ...leafNames(reader, state, leaf, name),
    cell: leaf.cell,
    points,
    target: named,
    actual,
    rule,
    score: score.result,
    scoreRate: ownRate(reader, row, header.scoreRate),
    completionRate: ownRate(reader, row, header.completionRate),
    reason: header.reason === null ? null : reasonOf(reader, row, header.reason),
    sharesScoreWith: score.sharedWith,
    confidence
  };
}
function leafNames({ header }, state, leaf, name) {
  const isFourth = header.hasLevel4 && leaf.borrowed === null;
  return isFourth ? { level3: state.levels.level3?.name ?? null, level4: name } : { level3: name, level4: null };
}
function leafOf({ view, header }, row) {
  const at = anchorOf(view, row, header.leaf);
  const text = shownAt(view, row, header.leaf);
  if (text !== "" && at.column === header.leaf) return { name: text, cell: at, borrowed: null, continued: at.row !== row };
  if (text !== "" && at.row === row) {
    const area2 = areaAt(view, row, header.leaf);
    if (area2 && area2.column + area2.columnCount - 1 > header.leaf) return null;
    return { name: text, cell: at, borrowed: at.column === header.level1 ? 1 : at.column === header.level2 ? 2 : 3, continued: false };
  }
  const above = text === "" ? ownLevelName(view, row, header) : null;
  return above && { name: above.text, cell: addressAt(view.grid, row, above.column), borrowed: above.level, continued: false };
}
function scoreOf({ view, header, scoreColumn }, row, state) {
  if (scoreColumn === null) return { result: null, sharedWith: null };
  const at = anchorOf(view, row, scoreColumn);
  const owner = at.row < row && at.row > header.lastRow ? state.scoreOwners.get(at.row) ?? null : null;
  return owner ? { result: null, sharedWith: owner } : { result: resultAt(view, row, scoreColumn), sharedWith: null };
}
function ruleOf({ view, header }, row) {
  const text = header.rule === null ? "" : shownAt(view, row, header.rule);
  return header.rule === null || text === "" ? null : { text, cell: anchorOf(view, row, header.rule) };
}
function reasonOf({ view }, row, column) {
  return { text: shownAt(view, row, column), cell: anchorOf(view, row, column) };
}
function ownRate({ view }, row, column) {
  return column === null || !isOwn(view, row, column) ? null : rateAt(view, row, column);
}
var isFilled = (quantity) => quantity !== null && quantity.nature !== "empty";
function unreadable(quantity, column) {
  if (quantity?.nature !== "unreadable" || quantity.cell === null) return null;
  return { code: "unreadable-number", cell: quantity.cell, message: `${column}\u201C${quantity.text}\u201D\u50CF\u662F\u6570\u5B57\uFF0C\u4F46\u4E0D\u80FD\u786E\u5B9A\u662F\u591A\u5C11\uFF0C\u8BF7\u6539\u6210\u786E\u5207\u7684\u6570\uFF0C\u4F8B\u5982 \u226550 \u6216 50\u3002` };
}
function unreadableScore(score) {
  if (score === null || !["words", "unreadable", "range", "date", "undisclosed"].includes(score.entered.nature)) return null;
  return { code: "unreadable-score", cell: score.cell, message: `\u5F97\u5206\u201C${score.entered.text}\u201D\u4E0D\u662F\u6570\u5B57\uFF0C\u672A\u8BA1\u5165\uFF1B\u8BF7\u6539\u6210\u6570\u5B57\u3002` };
}
function warnNameless({ view, header }, row, state, points) {
  const cell = points?.cell ?? addressAt(view.grid, row, header.leaf);
  const text = ownTextAt(view, row, header.leaf);
  state.doubts.push({ code: "nameless-row", cell, message: `\u8FD9\u4E00\u884C\u6709\u5206\u503C\u6216\u5F97\u5206\uFF0C\u4F46\u6307\u6807\u540D\u79F0${text === "" ? "\u4E3A\u7A7A" : `\u662F\u201C${text}\u201D`}\uFF0C\u672A\u8BA1\u5165\uFF1B\u8BF7\u586B\u5199\u540D\u79F0\uFF0C\u6216\u6E05\u9664\u5206\u503C\u3002` });
}

// src/forms/notes.ts
var NOTE = /^(?:[（(【]?(?:注|备注|说明|填表说明|填报说明|附注|※|\*注)[）)】]?\s*(?:[:：.、\d①]|$))|^(?:※|注[:：])/;
var CLOSING = /^(?:评价结论|自评结论|存在问题|存在的问题|问题及原因|改进措施|改进建议|整改措施|下一步|有关建议|其他需要说明|需要说明|偏差大或|偏差原因分析|改进措施及|结果应用|填表人|填报人|联系人|联系电话|负责人|单位负责人|项目负责人|财务负责人|审核人|经办人|评价人员|评价组|专家签|填表日期|填报日期|评价日期|评价时间|签字|盖章|项目主管部门意见|主管部门意见|财政部门意见|自评等级|评价等级|绩效等级|绩效评价等级)/;
var LONG = 40;
function noteIn(view, row, filled) {
  const [first] = filled;
  if (first === void 0 || filled.length > 4) return null;
  const text = ownTextAt(view, row, first);
  const isAlone = filled.length === 1 && text.length > LONG && (areaAt(view, row, first)?.columnCount ?? 1) > 2;
  if (!NOTE.test(text.trim()) && !isAlone && !CLOSING.test(labelOf(text)) && !CLOSING.test(compact(text))) return null;
  return { text: filled.map((column) => ownTextAt(view, row, column)).join(" "), cell: addressAt(view.grid, row, first) };
}

// src/forms/indicator-table.ts
function readIndicatorTable(view, header, endRow, dimension) {
  const scoreColumn = firstFilled(view, header.scores, header.lastRow + 1, endRow);
  const groups = header.isFlat ? groupsOfFlatList(view, header, endRow) : null;
  const reader = { view, header, scoreColumn, actualColumn: firstFilled(view, header.actuals, header.lastRow + 1, endRow), groups };
  const above = dimension === null ? null : { name: dimension, row: -1, column: -1, points: null };
  const state = { levels: { ...NO_LEVELS, level1: above }, unit: null, captions: [], doubts: [], scoreOwners: /* @__PURE__ */ new Map() };
  const indicators = [];
  const totals = [];
  const notes = [];
  let hidden = null;
  for (let row = header.lastRow + 1; row < endRow; row += 1) {
    const filled = filledColumns(view, row);
    if (filled.length === 0 && !isInsideMerge(view, row, header)) continue;
    const total = totalLabel(view, row, header.leaf);
    if (total) {
      const scope = total.dimension ?? (total.kind === "part" ? state.levels.level1?.name ?? null : null);
      totals.push({ entry: readTotal(view, row, total, header, scoreColumn, scope), kind: total.kind, after: indicators.length });
      continue;
    }
    const note = noteIn(view, row, filled);
    if (note) {
      notes.push(note);
      continue;
    }
    if (header.unit !== null && shownAt(view, row, header.unit) !== "") state.unit = shownAt(view, row, header.unit);
    if (isCaptionRow(reader, row, filled)) {
      readCaptionRow(reader, row, filled, state);
      continue;
    }
    state.levels = levelsOf(view, row, header, state.levels, state.captions);
    const entry = readIndicator(reader, row, state);
    if (entry === null) continue;
    indicators.push({ unit: state.unit, entry });
    if (view.grid.hiddenRows.has(row)) hidden ??= entry.cell;
  }
  if (hidden) state.doubts.push({ code: "hidden-rows", cell: hidden, message: "\u8868\u4E2D\u6709\u9690\u85CF\u7684\u884C\uFF0C\u5176\u4E2D\u7684\u6307\u6807\u7167\u5E38\u8BA1\u7B97\uFF1B\u5982\u4E0D\u5E94\u8BA1\u5165\uFF0C\u8BF7\u5220\u9664\u8FD9\u4E9B\u884C\u3002" });
  return { header, indicators, captions: state.captions, totals: scoped(totals, indicators), notes, doubts: state.doubts, scoreColumn };
}
function firstFilled(view, columns, from, to) {
  for (const column of columns) {
    for (let row = from; row < to; row += 1) {
      if ((view.grid.rows[row]?.[column]?.value ?? null) !== null) return column;
    }
  }
  return columns[0] ?? null;
}
function isInsideMerge(view, row, header) {
  return !isOwn(view, row, header.leaf) && shownAt(view, row, header.leaf) !== "";
}
function scoped(totals, indicators) {
  return totals.map(({ entry, kind, after }) => {
    if (kind === "part" || after >= indicators.length || entry.dimension !== null) return entry;
    const last = indicators[after - 1]?.entry.level1 ?? null;
    const next = indicators[after]?.entry.level1 ?? null;
    return last !== null && last !== next ? { ...entry, dimension: last } : entry;
  });
}

// src/forms/unit-split.ts
function splitByUnit(form, rows) {
  const units = [...new Set(rows.map(({ unit: unit2 }) => unit2))];
  if (units.length === 1 && units[0] !== null && units[0] !== void 0) return [{ ...form, unit: units[0] }];
  if (units.length <= 1) return [form];
  const unitOfRow = new Map(rows.map(({ unit: unit2, entry }) => [entry.cell.row, unit2]));
  const byUnit = new Map(units.map((unit2) => [unit2, { ...form, unit: unit2 ?? form.unit, indicators: [], totals: [] }]));
  for (const entry of form.indicators) byUnit.get(unitOfRow.get(entry.cell.row) ?? null)?.indicators.push(entry);
  let at = 0;
  let unit = null;
  for (const total of [...form.totals].sort((a, b) => a.cell.row - b.cell.row)) {
    for (let entry = rows[at]; entry && entry.entry.cell.row < total.cell.row; entry = rows[at]) {
      unit = entry.unit;
      at += 1;
    }
    byUnit.get(unit)?.totals.push(total);
  }
  return [...byUnit.values()].filter(({ indicators }) => indicators.length > 0);
}

// src/forms/evaluations.ts
function readEvaluations(view) {
  const drafts = [];
  for (const { block, titleBefore } of scanBlocks(view)) {
    const open2 = drafts.at(-1);
    if (open2 && !beginsAnew(open2, block, titleBefore)) addBlock(view, open2, block, titleBefore);
    else {
      const draft = { headFrom: open2?.endRow ?? 0, headTo: block.row, endRow: block.row, funds: [], tables: [], dimensions: [], doubts: [] };
      drafts.push(draft);
      addBlock(view, draft, block, titleBefore);
    }
  }
  return drafts.filter(({ tables, dimensions }) => tables.length + dimensions.length > 0).flatMap((one, index, all) => finish2(view, one, all[index + 1]?.headFrom ?? view.rows));
}
function beginsAnew(draft, block, titleBefore) {
  const done = draft.tables.length > 0;
  if (block.kind === "dimensions" || !done) return false;
  if (titleBefore !== null) return dimensionOfTitle(titleBefore) === null;
  if (block.kind === "funds") return draft.funds.length > 0;
  const isClosed = draft.tables.some(({ totals }) => totals.some(({ dimension }) => dimension === null));
  return isClosed && block.header.level1 !== null;
}
function addBlock(view, draft, block, titleBefore) {
  draft.endRow = block.endRow;
  if (block.kind === "funds") {
    const { funds, doubts } = readFundBlock(view, block.header, block.endRow);
    draft.funds.push(...funds);
    draft.doubts.push(...doubts);
    return;
  }
  if (block.kind === "dimensions") {
    draft.dimensions.push(...readDimensionTable(view, block.header, block.endRow));
    return;
  }
  const dimension = block.header.level1 === null ? dimensionAbove(view, block.row, titleBefore) : null;
  const table = readIndicatorTable(view, block.header, block.endRow, dimension);
  const totals = dimension === null ? table.totals : table.totals.map((total) => ({ ...total, dimension: total.dimension ?? dimension }));
  draft.tables.push({ ...table, totals });
}
function dimensionAbove(view, row, titleBefore) {
  if (titleBefore !== null) return dimensionOfTitle(titleBefore);
  for (let above = row - 1; above >= Math.max(0, row - 3); above -= 1) {
    const dimension = dimensionOfTitle(shownAt(view, above, 0));
    if (dimension !== null) return dimension;
  }
  return null;
}
function finish2(view, draft, endRow) {
  const head = readFormHead(view, draft.headFrom, draft.headTo);
  const indicators = draft.tables.flatMap((table) => table.indicators);
  if (indicators.length === 0 && draft.dimensions.length === 0) return [];
  const captions = draft.tables.flatMap((table) => table.captions);
  const form = assemble(view, draft, head, endRow);
  const hasPoints = draft.tables.some(({ header }) => header.points !== null);
  const shared = hasPoints ? form.indicators : captionPointsForSingles(view, form.indicators, captions);
  return splitByUnit({ ...form, indicators: shared }, indicators);
}
function assemble(view, draft, head, endRow) {
  const indicators = draft.tables.flatMap((table) => table.indicators.map(({ entry }) => entry));
  const columns = draft.tables.flatMap(({ header }) => header.columns);
  const lastRow = Math.max(draft.headTo, ...draft.tables.map(lastIndicatorRow));
  const totalRows = new Set(draft.tables.flatMap(({ totals }) => totals.map(({ cell }) => cell.row)));
  const outside = [...rowsBetween(draft.headFrom, draft.headTo), ...rowsBetween(lastRow + 1, endRow)].filter((row) => !totalRows.has(row));
  const stated = statedResults(view, outside);
  const notes = draft.tables.flatMap((table) => table.notes);
  return {
    sheet: view.grid.name,
    family: familyOf(head.title?.text ?? view.grid.name, columns.map(({ header }) => header.text), indicators, draft.funds.length > 0),
    title: head.title,
    unit: head.unit,
    year: head.year,
    funds: draft.funds,
    indicators,
    captions: draft.tables.flatMap((table) => table.captions),
    dimensions: draft.dimensions,
    totals: draft.tables.flatMap((table) => table.totals),
    statedScore: stated.score,
    statedGrade: stated.grade,
    gradeScale: gradeScaleOfRows(view, outside, notes),
    notes,
    columns,
    doubts: [...draft.doubts, ...draft.tables.flatMap((table) => table.doubts), ...missingColumns(draft.tables)]
  };
}
function* rowsBetween(from, to) {
  for (let row = from; row < to; row += 1) yield row;
}
function lastIndicatorRow({ indicators, header }) {
  return indicators.at(-1)?.entry.cell.row ?? header.lastRow;
}
function missingColumns(tables) {
  return tables.flatMap(({ header, indicators }) => {
    const cell = header.columns.find(({ role }) => role === "level3" || role === "level4")?.header.cell;
    if (!cell || indicators.length === 0) return [];
    const doubts = [];
    if (header.points === null) doubts.push({ code: "missing-points-column", cell, message: "\u6CA1\u6709\u627E\u5230\u201C\u5206\u503C\u201D\uFF08\u6216\u201C\u6743\u91CD\u201D\uFF09\u5217\uFF0C\u4E0D\u80FD\u8BA1\u7B97\u5F97\u5206\uFF1B\u8BF7\u5728\u8868\u4E2D\u52A0\u4E00\u5217\u201C\u5206\u503C\u201D\u3002" });
    if (header.scores.length === 0) doubts.push({ code: "missing-score-column", cell, message: "\u6CA1\u6709\u627E\u5230\u201C\u5F97\u5206\u201D\u5217\uFF1B\u5F97\u5206\u53EA\u5199\u5728\u8BA1\u7B97\u5E95\u7A3F\u548C\u7EE9\u6548\u6C47\u603B\u4E2D\u3002" });
    for (const { role, header: field } of header.columns) {
      const twice = header.columns.filter((other) => other.role === role && role !== "actual" && role !== "score");
      if (twice.length > 1 && twice[0]?.header === field) doubts.push({ code: "uncertain-column", cell: field.cell, message: `\u201C${field.text}\u201D\u4E0E\u53E6\u4E00\u5217\u542B\u4E49\u76F8\u540C\uFF0C\u4E0D\u80FD\u786E\u5B9A\u7528\u54EA\u4E00\u5217\uFF1B\u8BF7\u6539\u4E00\u5217\u7684\u540D\u79F0\u3002` });
    }
    return doubts;
  });
}

// src/forms/budget-table.ts
var SAMPLE = /抽样|抽查|样本|是否抽|现场/;
var MARKED = /^(?:√|✓|✔|☑|是|抽样|已抽|1|Y|y|有)$/;
var NO_AMOUNT = /^(?:序号|备注|说明|等级|编码|代码|联系人|联系电话|文号|文件)|比例|占比|执行率|进度|%/;
var TOTAL = /^(?:合计|总计|共计|总额|小计)$/;
function readBudgetTable(view, header, endRow, titleFrom) {
  const sample = header.columns.find(({ label }) => SAMPLE.test(label)) ?? null;
  const columns = header.columns.filter((column) => column !== sample && !NO_AMOUNT.test(column.label));
  const amounts = (row) => columns.map(({ column }) => {
    const at = anchorOf(view, row, column);
    const quantity = parseNumber(gridCellAt(view, at.row, at.column), at);
    return quantity.nature === "empty" ? null : quantity;
  });
  const rows = [];
  let total = null;
  for (const { row, name } of listRows(view, header, endRow)) {
    const label = totalLabelOf(view, row, header);
    if (label) {
      if (!/小计/.test(label.text)) total = { name: label, amounts: amounts(row) };
      continue;
    }
    if (name === "") continue;
    rows.push({
      name: { text: name, cell: addressAt(view.grid, row, header.item.column) },
      amounts: amounts(row),
      sampled: sample !== null && MARKED.test(compact(shownAt(view, row, sample.column)))
    });
  }
  const [first, last] = [rows[0]?.name.cell, rows.at(-1)?.name.cell];
  if (!first || !last) return null;
  const currency = columns.map(({ text }) => currencyIn(text)).find((found) => found !== null) ?? currencyOfSheet(view, header.row) ?? "\u4E07\u5143";
  return {
    sheet: view.grid.name,
    title: titleIn(view, titleFrom, header.row),
    currency,
    amountColumns: columns.map(({ text, column }) => ({ text, cell: addressAt(view.grid, header.row, column) })),
    rows,
    total,
    unitArea: { ...first, rowCount: last.row - first.row + 1, columnCount: 1 },
    hasSampleMarks: sample !== null
  };
}
function totalLabelOf(view, row, header) {
  for (let column = 0; column <= header.item.column; column += 1) {
    const text = ownTextAt(view, row, column);
    if (TOTAL.test(labelOf(text))) return { text, cell: addressAt(view.grid, row, column) };
  }
  return null;
}

// src/forms/stated-numbers.ts
var STATED3 = /报告|披露/;
var COMPUTED = /计算数?|复核|核实|核对数|重算|应为|实际数|正确/;
function readStatedNumbers(view, header, endRow) {
  const stated = header.columns.find(({ label }) => STATED3.test(label) && !/出处|页|位置|章节/.test(label))?.column;
  const computed = header.columns.find(({ label }) => COMPUTED.test(label))?.column ?? null;
  if (stated === void 0) return [];
  const found = [];
  for (const { row, name } of listRows(view, header, endRow)) {
    const at = anchorOf(view, row, stated);
    const quantity = parseNumber(gridCellAt(view, at.row, at.column), at);
    if (name === "" || quantity.nature === "empty") continue;
    const other = computed === null ? null : anchorOf(view, row, computed);
    const cell = other && gridCellAt(view, other.row, other.column);
    found.push({
      item: { text: name, cell: addressAt(view.grid, row, header.item.column) },
      stated: quantity,
      computed: other && cell && cell.value !== null ? parseNumber(cell, other) : null,
      computedFormula: cell?.formula ?? null
    });
  }
  return found;
}

// src/forms/survey.ts
var ISSUED = /^(?:共)?发放|发出问卷|问卷发放|^样本总?量/;
var RETURNED = /有效|回收|收回/;
var OVERALL = /^(?:整体|总体|综合|平均|加权|总)?(?:满意率|满意度)(?:得分)?$|^合计$|^总计$|综合满意|总体满意|整体满意|加权满意/;
var SHARE = /占比|比例|比重|满意率|满意度|百分比/;
var COUNT = /人数|份数|票数|问卷数|选择数|频数|^有效(?:问卷|份数)|^数量$/;
var WEIGHT = /权重|权数/;
function readSurvey(view, header, endRow) {
  const column = (pattern) => header.columns.find(({ label }) => pattern.test(label))?.column ?? null;
  const [share, count, weight] = [column(SHARE), column(COUNT), column(WEIGHT)];
  const plain = share === null && count === null ? valueColumn(header)?.column ?? null : null;
  const valued = plain ?? share ?? count;
  let issued = null;
  let returned = null;
  let overall = null;
  const entries = [];
  const quantity = (row, at) => {
    if (at === null) return null;
    const anchor = anchorOf(view, row, at);
    const read = parseNumber(gridCellAt(view, anchor.row, anchor.column), anchor);
    return read.nature === "empty" ? null : read;
  };
  for (const { row, name } of listRows(view, header, endRow)) {
    if (name === "" || valued === null) continue;
    const label = compact(name);
    if (ISSUED.test(label) && !RETURNED.test(label)) issued = datumAt(view, name, row, valued, "");
    else if (RETURNED.test(label)) returned = datumAt(view, name, row, valued, "");
    else if (OVERALL.test(label.replace(/\(.*\)$/, ""))) overall = datumAt(view, name, row, valued, "");
    else {
      const value = quantity(row, plain);
      const isShare = value?.unit === "%";
      entries.push({
        name: { text: shownAt(view, row, header.item.column), cell: addressAt(view.grid, row, header.item.column) },
        share: plain === null ? quantity(row, share) : isShare ? value : null,
        count: plain === null ? quantity(row, count) : isShare ? null : value,
        weight: quantity(row, weight)
      });
    }
  }
  return { sheet: view.grid.name, issued, returned, entries, overall };
}

// src/forms/lists.ts
function readLists(view) {
  const title = `${view.grid.name}${titleIn(view, 0, Math.min(view.rows, 4))?.text ?? ""}`;
  const headers = [];
  for (let row = 0; row < view.rows; row += 1) {
    const header = listHeaderAt(view, row, /满意|问卷|调查/.test(title));
    if (header) headers.push(header);
  }
  const lists = { budgets: [], surveys: [], baseData: [], stated: [], remark: "" };
  headers.forEach((header, index) => readList(view, header, headers[index + 1]?.row ?? view.rows, index === 0 ? 0 : (headers[index - 1]?.row ?? 0) + 1, lists));
  return { ...lists, remark: remarkOf(lists) };
}
function readList(view, header, endRow, titleFrom, lists) {
  switch (header.kind) {
    case "budget": {
      const table = readBudgetTable(view, header, endRow, titleFrom);
      if (table) lists.budgets.push(table);
      return;
    }
    case "survey":
      lists.surveys.push(readSurvey(view, header, endRow));
      return;
    case "stated-numbers":
      lists.stated.push(...readStatedNumbers(view, header, endRow));
      return;
    case "base-data":
      lists.baseData.push(...readBaseData(view, header, endRow));
  }
}
function remarkOf({ budgets, surveys, baseData, stated }) {
  const parts = [
    budgets.length > 0 ? `${budgets.reduce((sum, { rows }) => sum + rows.length, 0)} \u4E2A\u5355\u4F4D\u7684\u9884\u7B97` : "",
    surveys.length > 0 ? `${surveys.reduce((sum, { entries }) => sum + entries.length, 0)} \u9879\u6EE1\u610F\u5EA6` : "",
    baseData.length > 0 ? `${baseData.length} \u4E2A\u57FA\u7840\u6570\u636E` : "",
    stated.length > 0 ? `${stated.length} \u4E2A\u62A5\u544A\u6570\u5B57` : ""
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("\uFF0C") : "\u6CA1\u6709\u8BA4\u51FA\u8BC4\u4EF7\u8868\uFF0C\u672A\u4F7F\u7528";
}

// src/forms/target-rows.ts
function isTargetTable(form, besideScored) {
  const roles = new Set(form.columns.map(({ role }) => role));
  if (!roles.has("target") || roles.has("actual") || roles.has("score")) return false;
  return !roles.has("points") || besideScored && /目标/.test(`${form.title?.text ?? ""}${form.sheet}`);
}
function targetRowsOf(form) {
  return form.indicators.flatMap(({ level1, level2, level3, level4, cell, target }) => {
    const name = level4 ?? level3;
    return name === null || target === null ? [] : [{ level1, level2, level3: name, cell, target }];
  });
}

// src/forms/recognise.ts
function recogniseWorkbook(sheets) {
  const read = sheets.map(readSheet);
  const forms = read.flatMap((sheet2) => sheet2.forms);
  const hasScored = forms.some((form) => !isTargetTable(form, false) && form.columns.some(({ role }) => role === "score" || role === "actual"));
  const isTargets = (form) => isTargetTable(form, hasScored);
  const evaluations = withSummaries(forms.filter((form) => !isTargets(form)));
  return {
    sheets: read.map((sheet2) => describe(sheet2, isTargets)),
    evaluations,
    budgets: read.flatMap(({ budgets }) => budgets ?? []),
    targets: forms.filter(isTargets).flatMap(targetRowsOf),
    surveys: read.flatMap(({ surveys }) => surveys ?? []),
    baseData: read.flatMap(({ baseData }) => baseData ?? []),
    stated: read.flatMap(({ stated }) => stated ?? []),
    gradeScale: evaluations.find(({ gradeScale }) => gradeScale !== null)?.gradeScale ?? scaleOfOtherSheets(read),
    doubts: read.flatMap(hiddenSheetDoubt)
  };
}
var OUTPUTS = new Set(Object.values(OUTPUT_SHEETS));
function readSheet(grid) {
  const base = { name: grid.name, forms: [], view: null, remark: "" };
  if (OUTPUTS.has(grid.name)) return { ...base, role: "output", remark: "\u7EE9\u8861\u5199\u5165\u7684\u7ED3\u679C" };
  if (grid.name === SETTINGS_SHEET) return { ...base, role: "settings" };
  if (!grid.visible) return { ...base, role: "ignored", remark: "\u9690\u85CF\u7684\u5DE5\u4F5C\u8868\uFF0C\u672A\u8BFB\u53D6" };
  const view = viewOf(grid);
  const forms = readEvaluations(view);
  if (forms.length > 0) return { ...base, role: "evaluation", forms, view };
  const conclusion = readConclusionForm(view);
  if (conclusion) return { ...base, role: "evaluation", forms: [conclusion.form], view, baseData: [...conclusion.baseData] };
  const lists = readLists(view);
  return { ...base, ...lists, role: roleOf(lists), view, remark: lists.remark };
}
function roleOf({ budgets, surveys, stated, baseData }) {
  if (stated.length > 0) return "stated-numbers";
  if (surveys.length > 0) return "survey";
  if (budgets.length > 0) return "budget";
  return baseData.length > 0 ? "base-data" : "ignored";
}
function withSummaries(forms) {
  const scored = forms.filter(({ indicators }) => indicators.length > 0);
  const [only] = scored;
  if (scored.length !== 1 || !only || only.dimensions.length > 0) return [...forms];
  const summaries = forms.filter(({ indicators, family }) => indicators.length === 0 && family !== "conclusion");
  const dimensions = summaries.flatMap((summary) => summary.dimensions);
  return forms.filter((form) => !summaries.includes(form)).map((form) => form === only ? { ...form, dimensions } : form);
}
function describe({ name, role, remark, forms }, isTargets) {
  if (forms.length === 0) return { name, role, remark };
  const [first] = forms;
  if (first && forms.every(isTargets)) return { name, role: "targets", remark: `${targetRowsOf(first).length} \u4E2A\u7EE9\u6548\u76EE\u6807` };
  const indicators = forms.flatMap((form) => form.indicators);
  const points = indicators.reduce((sum, { points: own }) => sum.add(own?.value ?? ZERO), ZERO);
  const count = `${indicators.length} \u4E2A\u6307\u6807`;
  const text = first?.family === "conclusion" ? "\u8BC4\u4EF7\u7ED3\u8BBA\u8868" : indicators.length === 0 ? "\u8BC4\u4EF7\u5F97\u5206\u8868" : points.equals(0) ? count : `${count}\uFF0C\u5408\u8BA1 ${toDecimal(points)} \u5206`;
  return { name, role, remark: forms.length > 1 ? `${forms.length} \u4E2A\u8BC4\u4EF7\uFF0C${text}` : text };
}
function scaleOfOtherSheets(read) {
  for (const { view, forms } of read) {
    const scale = view === null || forms.length > 0 ? null : gradeScaleOfRows(view, Array.from({ length: view.rows }, (_, row) => row), []);
    if (scale) return scale;
  }
  return null;
}
function hiddenSheetDoubt({ name, role, remark }) {
  if (role !== "ignored" || !remark.startsWith("\u9690\u85CF")) return [];
  return [{ code: "hidden-sheet", cell: { sheet: name, row: 0, column: 0 }, message: `\u5DE5\u4F5C\u8868\u201C${name}\u201D\u5DF2\u9690\u85CF\uFF0C\u6CA1\u6709\u8BFB\u53D6\uFF1B\u5982\u9700\u8BA1\u7B97\uFF0C\u8BF7\u5148\u53D6\u6D88\u9690\u85CF\u3002` }];
}

// test/forms/perf.tmp.mts
var HEADER = ["\u4E00\u7EA7\u6307\u6807", "\u4E8C\u7EA7\u6307\u6807", "\u4E09\u7EA7\u6307\u6807", "\u5E74\u5EA6\u6307\u6807\u503C", "\u5B9E\u9645\u5B8C\u6210\u503C", "\u5206\u503C", "\u5F97\u5206", "\u504F\u5DEE\u539F\u56E0\u5206\u6790\u53CA\u6539\u8FDB\u63AA\u65BD"];
for (const n of [5e3, 2e4, 4e4]) {
  const g = sheet([HEADER, ...Array.from({ length: n }, (_, i) => [i % 50 === 0 ? `\u4E00\u7EA7${i}` : "", i % 10 === 0 ? `\u4E8C\u7EA7${i}` : "", `\u6307\u6807${i}\u540D\u79F0`, `\u2265${i}\u4E2A`, `${i}\u4E2A`, 1, 1])]);
  const t = performance.now();
  const r = recogniseWorkbook([g]);
  console.log(n, r.evaluations[0]?.indicators.length, Math.round(performance.now() - t), "ms");
}
