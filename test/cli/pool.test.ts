import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forkScorer, type ScorerLimits } from "../../src/cli/forked-scorer";
import { scoreInPool } from "../../src/cli/pool";
import type { Scorer, ScoredJob } from "../../src/cli/scorer";
import type { WorkbookJob } from "../../src/cli/job";

const jobsOf = (...names: string[]): WorkbookJob[] =>
  names.map((name) => ({ path: `/${name}`, name, output: null, document: null }));
const scoredOf = ({ name }: WorkbookJob): ScoredJob => ({
  report: { file: name, error: null, evaluations: [], findings: [], written: null, document: null },
  input: { size: 1, sha256: name },
  output: null,
  document: null,
});

/** A scorer that finishes when it is told to. */
class HeldScorer implements Scorer {
  spent = false;
  stopped = false;
  readonly taken: string[] = [];
  finish: () => void = () => undefined;

  score(job: WorkbookJob): Promise<ScoredJob> {
    this.taken.push(job.name);
    return new Promise((resolve) => (this.finish = () => resolve(scoredOf(job))));
  }
  stop(): void {
    this.stopped = true;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function held(names: string[], size: number) {
  const started: HeldScorer[] = [];
  const done: string[] = [];
  const interruption = new AbortController();
  const start = (): Scorer => {
    const scorer = new HeldScorer();
    started.push(scorer);
    return scorer;
  };
  const run = scoreInPool(jobsOf(...names), { size, start, signal: interruption.signal }, (job) =>
    done.push(job.name),
  );
  const finish = async (index: number): Promise<void> => {
    started[index]?.finish();
    await settled();
  };
  return { started, done, run, finish, interrupt: () => interruption.abort() };
}

describe("the pool", () => {
  test("hands out one workbook at a time, to whoever is free", async () => {
    const { started, done, run, finish } = held(["甲", "乙", "丙", "丁"], 2);
    await finish(1);
    await finish(1);
    expect(started.map(({ taken }) => taken)).toEqual([["甲"], ["乙", "丙", "丁"]]);
    expect(done).toEqual(["乙", "丙"]);
    await finish(0);
    await finish(1);
    await run;
    expect(done).toEqual(["乙", "丙", "甲", "丁"]);
    expect(started.every(({ stopped }) => stopped)).toBe(true);
  });

  test("lets a fresh scorer take over from a spent one", async () => {
    const { started, run, finish } = held(["甲", "乙"], 1);
    (started[0] as HeldScorer).spent = true;
    await finish(0);
    expect(started.map(({ taken }) => taken)).toEqual([["甲"], ["乙"]]);
    expect(started[0]?.stopped).toBe(true);
    await finish(1);
    await run;
  });

  test("starts no scorer where nothing waits", async () => {
    const { started, run } = held([], 2);
    await run;
    expect(started).toEqual([]);
  });

  test("broken off, it stops its scorers and reports nothing more", async () => {
    const { started, done, run, finish, interrupt } = held(["甲", "乙", "丙"], 1);
    await finish(0);
    interrupt();
    expect(started[0]?.stopped).toBe(true);
    await finish(0);
    await run;
    expect(done).toEqual(["甲"]);
    expect(started[0]?.taken).toEqual(["甲", "乙"]);
  });
});

describe("a scoring process", () => {
  let folder: string;
  let program: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "jiheng-process-"));
    program = path.join(folder, "program.mjs");
    // What a scoring process may do, named by the workbook.
    writeFileSync(
      program,
      `process.on("message", ({ job }) => {
        if (job === undefined) return;
        if (job.name === "hangs") for (;;);
        if (job.name === "aborts") process.abort();
        if (job.name === "throws") process.exit(1);
        const report = { file: job.name, error: null, evaluations: [], findings: [], written: null, document: null };
        const memory = job.name === "grows" ? 2e9 : 1e6;
        process.send({ scored: { report, input: { size: 1, sha256: "" }, output: null }, memory });
      });`,
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function scoredIn(names: string[], limits?: Partial<ScorerLimits>) {
    let processes = 0;
    const reports = new Map<string, ScoredJob["report"]>();
    const start = (): Scorer => {
      processes += 1;
      return forkScorer(
        program,
        { options: { values: false, adopt: false }, reportText: null, template: null, outline: null },
        { minutes: 10, memory: 1e9, ...limits },
      );
    };
    const signal = new AbortController().signal;
    await scoreInPool(jobsOf(...names), { size: 1, start, signal }, ({ name }, { report }) =>
      reports.set(name, report),
    );
    return { processes, reports };
  }

  test.each([
    ["hangs", "too-large", /没有完成.*请/, { minutes: 0.1 }],
    ["aborts", "too-large", /内存不足.*请/, {}],
    ["throws", "damaged", /意外中止.*请/, {}],
  ])("that %s costs its own workbook only", async (name, code, message, limits) => {
    const { processes, reports } = await scoredIn(["before", name, "after"], limits);
    expect([...reports].map(([file, { error }]) => [file, error?.code ?? null])).toEqual([
      ["before", null],
      [name, code],
      ["after", null],
    ]);
    expect(reports.get(name)?.error?.message).toMatch(message);
    expect(processes).toBe(2);
  });

  test("that has grown too large gives way to a fresh one", async () => {
    expect((await scoredIn(["grows", "grows", "after"])).processes).toBe(3);
    expect((await scoredIn(["before", "after"])).processes).toBe(1);
  });
});
