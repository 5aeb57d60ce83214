// Writes the table of rooms in docs/architecture.md from scripts/house/rooms.mjs. Run by npm run docs.
import { readFileSync, writeFileSync } from "node:fs";
import { withRooms } from "./rooms-table";

const PAGE = "docs/architecture.md";
writeFileSync(PAGE, withRooms(readFileSync(PAGE, "utf8")));
