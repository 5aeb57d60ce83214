import { cellLabel } from "../expr/cell";
import { placeText, quoteOf } from "../proofread/places";
import type { ProofreadResult } from "../proofread/text-model";
import type { WorkbookReport } from "./json-report";

/** What `--text` adds to the report of a workbook. */
export function textReport({
  reported,
  numbers,
  compared,
  agreeing,
}: ProofreadResult): Required<Pick<WorkbookReport, "textFindings" | "textCoverage">> {
  return {
    textFindings: reported.map(({ level, place, relation }) => ({
      level,
      quote: quoteOf(place),
      place: placeText(place),
      stated: relation.stated,
      computed: relation.computed,
      cell: relation.cell === null ? null : cellLabel(relation.cell),
      message: relation.message,
    })),
    textCoverage: { numbers: numbers.length, compared, agreeing },
  };
}
