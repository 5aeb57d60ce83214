import { defineConfig } from "vitest/config";

/** Rooms of functions from data to data: their test files share a worker and what it has loaded. */
const PURE = [
  "expr",
  "model",
  "text",
  "quantities",
  "printed",
  "kept",
  "forms",
  "facts",
  "rules",
  "scoring",
  "checks",
  "proofread",
  "house",
];
const pure = `test/{${PURE.join(",")}}/**/*.test.{ts,tsx}`;

const shared = {
  environment: "node",
  setupFiles: "test/setup.ts",
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
} as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "pure", include: [pure], isolate: false } },
      {
        test: {
          ...shared,
          name: "whole",
          include: ["{test,packages/*/test}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", pure],
        },
      },
    ],
    maxWorkers: 2,
  },
});
