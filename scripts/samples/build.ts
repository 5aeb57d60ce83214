import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSample, sampleIds, samplesFolder } from "./sample-data.js";
import { writeWorkbook } from "./write-workbook.js";

// Usage: npx tsx scripts/samples/build.ts [id…]   (all samples without arguments)
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !sampleIds.some((known) => known === id));
if (unknown.length > 0)
  throw new Error(`Unknown sample: ${unknown.join(", ")}; known: ${sampleIds.join(", ")}`);

for (const id of sampleIds) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const bytes = await writeWorkbook(readSample(id));
  writeFileSync(join(samplesFolder, `${id}.xlsx`), bytes);
  console.error(`assets/samples/${id}.xlsx  ${bytes.length} bytes`);
}
