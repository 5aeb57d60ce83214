// Stryker's test runner for this repository: Vitest's own runner and matchers over bundles of the quick tests, in one
// process. Vitest itself starts a worker and loads some hundred modules for every mutant, which takes a hundred times as long.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  chai,
  getState,
  setState,
} from "@vitest/expect";
import { beforeAll, describe, it, startTests, test } from "@vitest/runner";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { PluginKind, declareClassPlugin } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { Script } from "node:vm";

// Few draws of each property: a mutant that hundreds would kill dies at twenty, and one seed keeps the verdict the same.
createRequire(import.meta.url)("fast-check").configureGlobal({ seed: 20240506, numRuns: 20 });

const BUNDLES = ".cache/mutation";
const CONFIG = {
  root: ".",
  setupFiles: [],
  passWithNoTests: true,
  sequence: { shuffle: false, concurrent: false, hooks: "stack", setupFiles: "list" },
  maxConcurrency: 1,
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  tags: [],
};

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
  ...globalThis[ASYMMETRIC_MATCHERS_OBJECT],
});
const vitest = { beforeAll, describe, it, test, expect };

/** What the instrumented sources and their test runner share. */
const shared = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** One test file with its sources; each run loads all of them anew. */
class Bundle {
  #code;
  #load;

  constructor(path) {
    this.path = path;
    this.name = relative(BUNDLES, path).replace(/js$/, "ts");
    this.#code = readFileSync(path, "utf8");
    this.#load = new Script(`(function (require, module, exports) {${this.#code}\n})`, {
      filename: path,
    }).runInThisContext();
  }

  get size() {
    return this.#code.length;
  }

  load() {
    const ownRequire = createRequire(this.path);
    const module = { exports: {} };
    this.#load((name) => (name === "vitest" ? vitest : ownRequire(name)), module, module.exports);
  }

  /** Whether the mutant's source is in the bundle. */
  holds(mutant) {
    return this.#code.includes(`("${mutant.id}")`);
  }

  idOf(task) {
    const names = [];
    for (let at = task; at?.name !== undefined && at !== task.file; at = at.suite) names.unshift(at.name);
    return `${this.name}: ${names.join(" > ")}`;
  }

  /** Runs the tests that `isWanted` lets pass, up to the first that fails. */
  async run({ isWanted = () => true, onCollected = () => {} }) {
    let failed = false;
    const results = [];
    const [file] = await startTests([this.path], {
      config: CONFIG,
      pool: "threads",
      importFile: () => this.load(),
      onCollected,
      onBeforeRunTask: (task) => {
        if (failed || !isWanted(this.idOf(task))) task.mode = "skip";
      },
      onBeforeTryTask: (task) => {
        shared.currentTestId = this.idOf(task);
      },
      onAfterRunTask: (task) => {
        shared.currentTestId = undefined;
        if (task.mode === "skip") return;
        failed ||= task.result.state === "fail";
        results.push(this.#resultOf(this.idOf(task), task.result));
      },
    });
    return file.result?.errors === undefined
      ? results
      : [this.#resultOf(`${this.name}: `, file.result), ...results];
  }

  #resultOf(id, { state, duration = 0, errors }) {
    const test = { id, name: id, fileName: resolve(this.name), timeSpentMs: duration };
    return state === "fail"
      ? { ...test, status: TestStatus.Failed, failureMessage: String(errors?.[0]?.message) }
      : { ...test, status: TestStatus.Success };
  }
}

class BundleRunner {
  #bundles = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = readdirSync(BUNDLES, { recursive: true }).filter((name) => name.endsWith(".js"));
    this.#bundles = files.map((name) => new Bundle(resolve(BUNDLES, name)));
    this.#bundles.sort((a, b) => a.size - b.size);
  }

  async dryRun() {
    const coverage = (shared.mutantCoverage = { static: {}, perTest: {} });
    const tests = [];
    for (const bundle of this.#bundles) tests.push(...(await bundle.run({})));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const bundles = this.#bundles.filter((bundle) =>
      wanted === null
        ? bundle.holds(activeMutant)
        : testFilter.some((id) => id.startsWith(`${bundle.name}: `)),
    );
    const activate = () => {
      shared.activeMutant = activeMutant.id;
    };
    Object.assign(shared, { hitCount: 0, hitLimit });
    const tests = [];
    for (const bundle of bundles) {
      shared.activeMutant = undefined;
      if (mutantActivation === "static") activate();
      tests.push(...(await bundle.run({ isWanted: (id) => wanted?.has(id) ?? true, onCollected: activate })));
      if (tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    const outOfHand = determineHitLimitReached(shared.hitCount, hitLimit);
    return toMutantRunResult(outOfHand ?? { status: DryRunStatus.Complete, tests }, false);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "bundles", BundleRunner)];
