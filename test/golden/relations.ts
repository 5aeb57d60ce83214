import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Finding } from "../../src/model/finding";
import { openSample } from "../excel/sample";

/** One arithmetic relation of a published report, with what the product should say of it (relations.csv). */
export interface ReportRelation {
  readonly id: string;
  readonly report: string;
  readonly relation: string;
  readonly printed: string;
  readonly recomputed: string;
  readonly verdict: "fails" | "holds" | "within-rounding" | "not-reproducible";
  /** `either` where the report does not print enough to tell. */
  readonly expected: "raised" | "silent" | "either";
  /** The codes under which it may be raised, and what its finding states. */
  readonly codes: string;
  readonly stated: string;
  /** Why it is not raised although it fails. */
  readonly missed: string;
}

export interface JudgedRelation extends ReportRelation {
  readonly got: "raised" | "silent";
}

const TEXTS: Readonly<Record<string, string>> = {
  guizhou: "0-guizhou-project-evaluation",
  anning: "1-anning-department-self-evaluation",
  longhua: "2-longhua-management-appraisal",
  baojing: "3-baojing-department-evaluation",
  zhangye: "4-zhangye-conclusion-form",
};

export const REPORTS: readonly string[] = Object.keys(TEXTS);

export function readRelations(): ReportRelation[] {
  return parse(readFileSync("test/golden/relations.csv", "utf8"), { columns: true });
}

/** Scores the sample with its report's text and holds every relation against the findings. */
export async function judgeRelations(report: string): Promise<JudgedRelation[]> {
  const { session } = await openSample(report);
  const reportText = readFileSync(`test/proofread/texts/${TEXTS[report] ?? ""}.txt`, "utf8");
  const { findings } = await session.calculate({ reportText, writes: false });
  return readRelations()
    .filter((relation) => relation.report === report)
    .map((relation) => ({ ...relation, got: isRaised(relation, findings) ? "raised" : "silent" }));
}

function isRaised(relation: ReportRelation, findings: readonly Finding[]): boolean {
  if (relation.expected === "raised") {
    const codes = relation.codes.split(" ");
    return findings.some(
      ({ code, stated }) =>
        codes.includes(code) &&
        (relation.stated === "" || plain(stated ?? "").startsWith(plain(relation.stated))),
    );
  }
  // A relation that holds must not be contradicted: no error may be raised on its printed number.
  const printed = plain(relation.printed);
  return (
    /^-?\d+(?:\.\d+)?%?$/.test(printed) &&
    findings.some(
      ({ severity, stated }) => severity === "error" && stated !== null && plain(stated) === printed,
    )
  );
}

function plain(text: string): string {
  return text.replace(/[,，\s]/g, "");
}
