// Writes docs/rates-measured.md: the rates of the collected base data tables against their right values. Run by npm run docs.
import { writeFileSync } from "node:fs";
import { measuredPage } from "../../test/facts/measured-page";

writeFileSync("docs/rates-measured.md", measuredPage());
