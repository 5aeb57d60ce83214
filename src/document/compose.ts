import type { RunResult } from "../model/run";
import type { PaperEvaluation } from "../report/paper/working-paper";
import { gap, words, type Block, type Inline, type ReportDocument } from "./content";
import { documentTable } from "./document-table";
import { evaluated, reportFacts, type FactTable, type ReportFacts } from "./facts";
import { outlineOf, type Outline, type OutlineSection } from "./outlines";
import { AUTO_TEXTS, dimensionSentence } from "./sentences";

const NUMERALS = "一二三四五六七八九十";

/** Writes the report after an outline: what follows from the workbook in words and tables, the rest as marked gaps. */
export function composeReport(
  result: Pick<RunResult, "recognition" | "evaluations">,
  outline?: Outline,
): ReportDocument {
  const facts = reportFacts(result);
  const [first] = facts.papers;
  const used = outline ?? outlineOf(first?.evaluation.form.family ?? "project-evaluation");
  return new Composer(facts, used).compose();
}

class Composer {
  readonly #blocks: Block[] = [];
  readonly #placed = new Set<FactTable>();
  readonly #told = new Set<string>();
  #order = 0;

  constructor(
    private readonly facts: ReportFacts,
    private readonly outline: Outline,
  ) {}

  compose(): ReportDocument {
    const { papers } = this.facts;
    const form = papers[0]?.evaluation.form;
    const subject = form === undefined || papers.length > 1 ? "" : evaluated(form);
    const title =
      subject === "" ? this.outline.name.replace(/（.*）$/, "") : `${subject}${this.outline.ending}`;
    this.#blocks.push({ kind: "title", text: title });
    const unit = papers.length > 1 ? null : (form?.unit ?? null);
    if (unit !== null && !title.includes(unit)) this.#blocks.push({ kind: "subtitle", text: unit });
    for (const chapter of this.outline.chapters) this.#write(chapter, 1);
    if (!this.outline.complete) this.#paragraph([gap("提纲的其余章节，见本地规定的完整提纲")]);
    this.#attach();
    this.#blocks.push(
      { kind: "signature", of: [unit === null ? gap("报告单位") : words(unit)] },
      { kind: "signature", of: [gap("报告日期")] },
    );
    return { title, blocks: this.#blocks };
  }

  #write(section: OutlineSection, level: 1 | 2): void {
    this.#blocks.push({ kind: "heading", level, text: section.title });
    for (const auto of section.auto)
      for (const paper of this.facts.papers) this.#sentences(AUTO_TEXTS[auto](paper), paper);
    this.#tellDimensions(section.dimension);
    const tables = this.#tablesOf(section);
    if (tables.length > 0) {
      const orders = tables.map((_, index) => `表${this.#order + index + 1}`).join("、");
      this.#paragraph([words(`详见${orders}。`)]);
      tables.forEach((table) => this.#table(table));
    }
    if (section.prompt !== null) this.#paragraph([gap(section.prompt)]);
    section.sections.forEach((inner) => this.#write(inner, 2));
    this.#restOfDimensions(section);
  }

  /** Sentences of the level-1 indicators that the section is for. */
  #tellDimensions(asked: readonly string[]): void {
    if (asked.length === 0) return;
    for (const paper of this.facts.papers)
      for (const dimension of paper.evaluation.dimensions) {
        if (!asked.some((word) => dimension.name.includes(word)) || this.#told.has(dimension.name)) continue;
        this.#sentences([[words(dimensionSentence(dimension, paper.evaluation))]], paper);
      }
    for (const name of this.#dimensions())
      if (asked.some((word) => name.includes(word))) this.#told.add(name);
  }

  /** Level-1 indicators that no section of the outline is for get one each, after the others. */
  #restOfDimensions({ sections }: OutlineSection): void {
    if (sections.every(({ dimension }) => dimension.length === 0)) return;
    const rest = this.#dimensions().filter((name) => !this.#told.has(name));
    rest.forEach((name, index) => {
      const order = NUMERALS[sections.length + index] ?? String(sections.length + index + 1);
      this.#write(
        {
          title: `（${order}）${name}情况`,
          auto: [],
          dimension: [name],
          tables: ["scores"],
          prompt: `${name}的分析`,
          sections: [],
        },
        2,
      );
    });
  }

  #dimensions(): string[] {
    return [
      ...new Set(
        this.facts.papers.flatMap(({ evaluation }) => evaluation.dimensions.map(({ name }) => name)),
      ),
    ];
  }

  #sentences(sentences: readonly (readonly Inline[])[], paper: PaperEvaluation): void {
    const { unit, sheet } = paper.evaluation.form;
    sentences.forEach((sentence, index) =>
      this.#paragraph(
        index === 0 && this.facts.papers.length > 1 ? [words(`${unit ?? sheet}：`), ...sentence] : sentence,
      ),
    );
  }

  #paragraph(of: readonly Inline[]): void {
    this.#blocks.push({ kind: "paragraph", of });
  }

  /** Tables of a kind that the section asks for and that stand nowhere yet. */
  #tablesOf({ tables, dimension }: OutlineSection): FactTable[] {
    return this.facts.tables.filter(
      (table) =>
        tables.includes(table.kind) &&
        !this.#placed.has(table) &&
        (table.kind !== "scores" || dimension.length === 0 || fits(table.dimension, dimension)),
    );
  }

  #table(table: FactTable): void {
    this.#placed.add(table);
    this.#order += 1;
    const unit = this.facts.papers.length > 1 ? (table.paper?.evaluation.form.unit ?? "") : "";
    this.#blocks.push({
      kind: "table",
      table: documentTable(table.table, this.#order, `${unit}${table.table.caption}`),
    });
  }

  /** Tables that the outline has no place for. */
  #attach(): void {
    const rest = this.facts.tables.filter((table) => !this.#placed.has(table));
    if (rest.length === 0) return;
    this.#blocks.push({ kind: "heading", level: 1, text: "附表" });
    rest.forEach((table) => this.#table(table));
  }
}

const fits = (name: string | null, asked: readonly string[]): boolean =>
  name !== null && asked.some((word) => name.includes(word));
