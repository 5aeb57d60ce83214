import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{test,packages/*/test}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
