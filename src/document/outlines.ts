import data from "./outlines.json";
import type { Family } from "../model/form";
import type { TableKind } from "../report/summary/report-tables";

/** What the product writes by itself in a section; every number of it comes from the facts of 绩效汇总. */
export type AutoText =
  "subject" | "funds" | "weights" | "scale" | "conclusion" | "dimensions" | "losses" | "survey";

/** A section of the written report. */
export interface OutlineSection {
  readonly title: string;
  readonly auto: readonly AutoText[];
  /** Words of the level-1 indicators that the section tells of. */
  readonly dimension: readonly string[];
  readonly tables: readonly TableKind[];
  /** What people must write; null where nothing is left to them. */
  readonly prompt: string | null;
  readonly sections: readonly OutlineSection[];
}

/** 提纲 of a written report. */
export interface Outline {
  readonly id: string;
  readonly name: string;
  /** Where its headings were read, and what of them was not. */
  readonly source: string;
  /** The families of evaluations that it is meant for. */
  readonly families: readonly Family[];
  /** False where only the beginning of the published outline was seen: the rest is for the user to add. */
  readonly complete: boolean;
  /** The end of the report's title: 绩效评价报告. */
  readonly ending: string;
  readonly chapters: readonly OutlineSection[];
}

type Raw<T> = Partial<Omit<T, "title" | "sections">> & { title: string; sections?: readonly unknown[] };

function sectionOf(raw: unknown): OutlineSection {
  const {
    title,
    auto = [],
    dimension = [],
    tables = [],
    prompt = null,
    sections = [],
  } = raw as Raw<OutlineSection>;
  return { title, auto, dimension, tables, prompt, sections: sections.map(sectionOf) };
}

/** All outlines (outlines.json), the national one first. */
export const OUTLINES: readonly Outline[] = data.outlines.map((outline) => ({
  ...outline,
  families: outline.families as Family[],
  chapters: outline.chapters.map(sectionOf),
}));

/** The outline of that name or id; null where there is none. */
export function outlineNamed(name: string): Outline | null {
  return OUTLINES.find((outline) => outline.id === name || outline.name === name) ?? null;
}

/** The usual outline of a family; the national one where none is meant for it. */
export function outlineOf(family: Family): Outline {
  const [national] = OUTLINES;
  const found = OUTLINES.find(({ families }) => families.includes(family)) ?? national;
  if (found === undefined) throw new RangeError("no outlines");
  return found;
}
