import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, it } from "vitest";
import { themeSource } from "../../scripts/theme/theme-source";

it("holds every colour and size that the pane's styles and components refer to (npm run theme)", async () => {
  const current = await format(await themeSource(), { parser: "typescript", printWidth: 110 });
  expect(readFileSync("src/taskpane/style/theme.ts", "utf8")).toBe(current);
});
