import { proofread } from "../../src/proofread/proofread";
import type { ProofreadSubject } from "../../src/proofread/reading";
import type { ProofreadResult, RelationKind } from "../../src/proofread/text-model";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { readSheets } from "../forms/grids";

export const NO_WORKBOOK: ProofreadSubject = {
  recognition: recogniseWorkbook([]),
  evaluations: [],
};

export async function sampleSubject(id: string): Promise<ProofreadSubject> {
  const recognition = recogniseWorkbook(await readSheets(`assets/samples/${id}.xlsx`));
  return { recognition, evaluations: scoreWorkbook(recognition, DEFAULT_SETTINGS) };
}

export function read(text: string, subject: ProofreadSubject = NO_WORKBOOK): ProofreadResult {
  return proofread(text, subject);
}

/** What is found wrong, as `kind: stated → computed`. */
export function wrong(text: string, subject: ProofreadSubject = NO_WORKBOOK): string[] {
  return read(text, subject)
    .relations.filter(({ verdict }) => verdict === "fails")
    .map(({ kind, stated, computed }) => `${kind}: ${stated} → ${computed}`);
}

/** What is verified, as `kind: stated`. */
export function right(text: string, kind?: RelationKind, subject: ProofreadSubject = NO_WORKBOOK): string[] {
  return read(text, subject)
    .relations.filter(
      (relation) => relation.verdict !== "fails" && (kind === undefined || relation.kind === kind),
    )
    .map(({ kind: of, stated }) => `${of}: ${stated}`);
}
