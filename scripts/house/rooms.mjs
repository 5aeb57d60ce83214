/**
 * The house: every room of src, what is in it, and what it may import. Lint enforces the table (eslint.config.mjs),
 * docs/architecture.md is generated from it (npm run docs). A new room or a new neighbour is entered here first.
 *
 * @typedef {object} Room
 * @property {string} holds What is in it.
 * @property {readonly string[]} rooms The other rooms of src that it may import.
 * @property {readonly string[]} packages Packages that it may import; a name that ends in / stands for all below it.
 * @property {boolean} [pure] A pure room is functions from data to data: no Office, page, process or file system.
 */

const GROUND = ["expr", "model", "text"];
const CELLS = [...GROUND, "quantities"];

/** @type {Readonly<Record<string, Room>>} In the order of the flow: a room stands below those that it imports. */
export const ROOMS = {
  expr: {
    holds:
      "exact numbers; one expression tree with three readings: value, Excel formula, Chinese explanation; cell addresses",
    rooms: [],
    packages: ["fraction.js"],
    pure: true,
  },
  model: {
    holds: "the terms of the field as types: quantity, form, evaluation, finding, settings, choices, run",
    rooms: ["expr"],
    packages: [],
    pure: true,
  },
  text: {
    holds: "characters folded to one form, names and their one key, likeness, labels, currency words",
    rooms: ["expr"],
    packages: [],
    pure: true,
  },
  quantities: {
    holds: "what a cell says: numbers, units, dates, numerals, targets, what is masked",
    rooms: GROUND,
    packages: [],
    pure: true,
  },
  printed: {
    holds: "numbers as printed: precision, likely causes of a difference, arithmetic written in words",
    rooms: GROUND,
    packages: [],
    pure: true,
  },
  kept: {
    holds: "what the add-in keeps in the workbook: run log, its own cells, the user's choices and settings",
    rooms: CELLS,
    packages: [],
    pure: true,
  },
  forms: {
    holds: "recognise: from grids to evaluation forms; indicators, funds, lists, head, sheet",
    rooms: CELLS,
    packages: [],
    pure: true,
  },
  facts: {
    holds:
      "base data, budgets, surveys and forms as facts: item, stage, year, body, quantity, cell; choosing among them",
    rooms: [...CELLS, "forms"],
    packages: [],
    pure: true,
  },
  rules: {
    holds: "the reader of scoring rules, what a rule computes, the standard rates",
    rooms: [...CELLS, "printed", "facts"],
    packages: [],
    pure: true,
  },
  scoring: {
    holds: "indicators and rules to scores, dimensions, total and grade, as trees",
    rooms: [...CELLS, "facts", "rules"],
    packages: [],
    pure: true,
  },
  checks: {
    holds: "one file per relation that must hold (勾稽关系); shared/ holds what several look at",
    rooms: [...CELLS, "printed", "facts"],
    packages: [],
    pure: true,
  },
  proofread: {
    holds: "the numbers of a report's text against the workbook and each other",
    rooms: [...CELLS, "printed", "facts"],
    packages: ["fflate"],
    pure: true,
  },
  report: {
    holds: "the generated sheets as data, and the plan of what to write",
    rooms: [...CELLS, "printed", "kept", "facts", "rules", "scoring"],
    packages: [],
    pure: true,
  },
  run: {
    holds: "the pure flow: sheets and options to recognition, evaluations, findings and plan",
    rooms: [...CELLS, "kept", "forms", "facts", "rules", "scoring", "checks", "report"],
    packages: [],
    pure: true,
  },
  document: {
    holds: "the Word report: outline as data, facts to text and tables",
    rooms: [...CELLS, "facts", "scoring", "report"],
    packages: ["docx", "easy-template-x", "fflate"],
    pure: true,
  },
  collect: {
    holds: "many workbooks into one: rows, keys, review opinions, comparison of years",
    rooms: [...CELLS, "kept", "forms", "facts", "scoring", "checks", "report", "run"],
    packages: [],
    pure: true,
  },
  excel: {
    holds: "the only code that calls Office.js: read, write, verify, restore, undo, watch",
    rooms: [
      ...CELLS,
      "kept",
      "forms",
      "facts",
      "scoring",
      "report",
      "run",
      "proofread",
      "document",
      "collect",
    ],
    packages: ["@microsoft/office-js-helpers"],
  },
  strings: { holds: "zh-CN and en-US texts of the pane", rooms: ["model"], packages: [] },
  taskpane: {
    holds: "the React pane; never calls Office.js itself",
    rooms: [
      ...GROUND,
      "strings",
      "kept",
      "rules",
      "scoring",
      "run",
      "report",
      "proofread",
      "document",
      "collect",
      "excel",
    ],
    packages: ["react", "react-dom/", "@fluentui/"],
  },
  commands: { holds: "the ribbon's command", rooms: ["model", "strings", "excel"], packages: [] },
  workbench: {
    holds: "the browser page: grid and pane",
    rooms: ["model"],
    packages: ["@jiheng/excel-host/"],
  },
  cli: {
    holds: "the command line",
    rooms: [...GROUND, "strings", "run", "report", "proofread", "document", "collect", "excel"],
    packages: ["@jiheng/excel-host/", "node:", "fflate"],
  },
};

/** Names that only a page, a process or Excel knows. */
export const FOREIGN_NAMES = [
  "window",
  "document",
  "Office",
  "Excel",
  "OfficeExtension",
  "process",
  "fetch",
  "localStorage",
  "sessionStorage",
  "navigator",
];
