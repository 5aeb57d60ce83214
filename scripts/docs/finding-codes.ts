// Writes the table of codes in docs/report.md: those of the checks in their own words, the others from here.
import { readFileSync, writeFileSync } from "node:fs";
import { withCodes } from "./codes-table";

const PAGE = "docs/report.md";
writeFileSync(PAGE, withCodes(readFileSync(PAGE, "utf8")));
