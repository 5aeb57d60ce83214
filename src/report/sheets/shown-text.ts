import { toDecimal, toFixed, withThousands } from "../../expr/decimal";
import { evaluate } from "../../expr/evaluate";
import { HUNDRED, ONE, type Exact } from "../../expr/exact";
import { missingText } from "../../expr/missing";
import { evaluateText } from "../../expr/text";
import { FORMATS, type DraftCell } from "./draft";

/** What the cell shows on the sheet, for those who print it elsewhere: the pane, the written report. */
export function shownText(cell: DraftCell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case "source-guard":
      return "";
    case "text":
    case "copied-text":
    case "link":
      return cell.text.trim();
    case "count":
      return String(cell.value);
    case "live-text":
      return evaluateText(cell.of);
    case "number": {
      const value = evaluate(cell.of);
      return value === null ? (missingText(cell.of) ?? "") : shownNumber(value, cell.format ?? "General");
    }
  }
}

/** A number in one of the formats of generated sheets, rounded half-up as Excel shows it. */
export function shownNumber(value: Exact, format: string): string {
  switch (format) {
    case FORMATS.rate:
      return `${toFixed(value.mul(HUNDRED), 2)}%`;
    case FORMATS.amount:
      return withThousands(toFixed(value, 2));
    case FORMATS.score:
      return toFixed(value, 2);
    case FORMATS.count:
      return toFixed(value, 0);
    default:
      return general(value);
  }
}

/** General shows at most eleven characters, a point among them. */
const GENERAL_WIDTH = 11;

function general(value: Exact): string {
  const whole = toFixed(value.abs().floor(), 0).length;
  const places = value.abs().compare(ONE) < 0 ? 9 : GENERAL_WIDTH - 1 - whole;
  return toDecimal(value, Math.max(0, places));
}
