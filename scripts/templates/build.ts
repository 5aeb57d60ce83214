import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { templates } from "./templates.js";
import { writeTemplate } from "./write-template.js";

// Usage: npx tsx scripts/templates/build.ts
const folder = fileURLToPath(new URL("../../assets/templates/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, template] of Object.entries(templates)) {
  const bytes = await writeTemplate(template);
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  console.error(`assets/templates/${name}.xlsx  ${bytes.length} bytes`);
}
