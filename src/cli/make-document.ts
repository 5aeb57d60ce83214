import { readFileSync } from "node:fs";
import { composeReport } from "../document/compose";
import { countOf } from "../document/content";
import { reportFacts } from "../document/facts";
import { fillTemplate, TemplateFailure } from "../document/fill-template";
import { outlineNamed } from "../document/outlines";
import { writeDocx } from "../document/write-docx";
import type { RunResult } from "../model/run";
import type { DocumentReport } from "./json-report";
import type { ScoringTask } from "./scorer";

/** The Word report of one workbook: after an outline, or in the bureau's own template. */
export async function makeDocument(
  result: RunResult,
  { template, outline }: ScoringTask,
): Promise<{ bytes: Uint8Array; report: DocumentReport } | { message: string }> {
  if (template === null) {
    const report = composeReport(result, (outline === null ? null : outlineNamed(outline)) ?? undefined);
    const { tables, gaps } = countOf(report);
    return { bytes: await writeDocx(report), report: { tables, gaps, unknownPlaceholders: [] } };
  }
  try {
    const { bytes, unknown, tables, gaps } = await fillTemplate(
      new Uint8Array(readFileSync(template)),
      reportFacts(result),
      today(new Date()),
    );
    const names = [...new Set(unknown.map(({ name }) => name))];
    return { bytes, report: { tables, gaps, unknownPlaceholders: names } };
  } catch (error) {
    if (error instanceof TemplateFailure) return { message: error.message };
    throw error;
  }
}

/** `2024年5月6日`. */
const today = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
