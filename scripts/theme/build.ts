// npm run theme: writes src/taskpane/style/theme.ts anew, after a component or a colour was added to the pane.
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { themeSource } from "./theme-source";

writeFileSync(
  "src/taskpane/style/theme.ts",
  await format(await themeSource(), { parser: "typescript", printWidth: 110 }),
);
