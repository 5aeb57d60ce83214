import { escapeXml } from "../xml";

/** Text of an element: line breaks of Windows would be read as plain ones. */
export const encodedText = (text: string): string => escapeXml(text).replace(/\r/g, "&#13;");

/** Text of a cell: what XML does not take, and what would be read as an escape, is written as `_x000D_`. */
export const encodedString = (text: string): string =>
  escapeXml(
    text
      .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_")
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      ),
  );

/** The text of `<v>` by the type of its cell. */
export const encodedValue = (type: string, text: string): string =>
  type === "str" ? encodedString(text) : encodedText(text);
