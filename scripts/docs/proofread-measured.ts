// Writes docs/proofread-measured.md: what the proof-reader finds in texts that were labelled before it saw them.
import { writeFileSync } from "node:fs";
import { measuredPage } from "../../test/proofread/collection/page";

writeFileSync("docs/proofread-measured.md", measuredPage());
process.exit(0);
