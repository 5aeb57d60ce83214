import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formIds } from "../../test/fixtures/forms/layout";
import { PUBLISHED_TABLES } from "../../test/fixtures/forms/published-table";
import { measureTable } from "./measure-table.js";
import { measureForm } from "./measure.js";
import { formsPage } from "./page.js";

// Usage: npx tsx scripts/forms-page/build.ts
writeFileSync(
  fileURLToPath(new URL("../../docs/forms.md", import.meta.url)),
  formsPage(formIds.map(measureForm), PUBLISHED_TABLES.map(measureTable)),
);
