/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: ["src/{expr,rules,scoring,checks}/**/*.ts"],
  testRunner: "bundles",
  plugins: ["./test/mutation/runner.mjs", "./test/mutation/wording.mjs"],
  ignorers: ["wording"],
  buildCommand: "node test/mutation/bundle.mjs",
  coverageAnalysis: "perTest",
  ignorePatterns: ["dist", "bench", "assets/templates"],
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: ".cache/mutation.json" },
  incremental: true,
  incrementalFile: ".cache/mutation.incremental.json",
  tempDirName: ".cache/stryker",
  concurrency: 2,
  timeoutMS: 20_000,
};
