import type { FailureText, FailureTextOf, Texts } from "./texts";

const fixed =
  (what: string, why: string, next: string): FailureTextOf =>
  (): FailureText => ({ what, why, next });

const at = (cell: string): string => (cell === "" ? "" : ` (${cell})`);
const sheet = (detail: string, cell: string): string => {
  const name = detail !== "" ? detail : cell.slice(0, Math.max(0, cell.lastIndexOf("!")));
  return name === "" ? "The sheet" : `Sheet “${name}”`;
};
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const enUS: Texts = {
  locale: "en-US",
  productName: "Jiheng",
  common: {
    settings: "Settings",
    close: "Close",
    cancel: "Cancel",
    retry: "Try again",
    showAll: (count) => `Show ${count} more`,
    selectCell: (label) => `Select ${label}`,
    loading: "Loading…",
  },
  host: {
    waiting: "Connecting to Excel…",
    outsideExcel: {
      what: "This is not Excel",
      why: "Jiheng works in a task pane of Excel.",
      next: "Open Excel and choose “Open pane” in the Jiheng group of the Home tab.",
    },
    otherHost: {
      what: "This is not Excel",
      why: "Jiheng works with Excel workbooks only.",
      next: "Open the workbook in Excel, then open Jiheng there.",
    },
    tooOld: {
      what: "This version of Excel is too old",
      why: "Jiheng needs ExcelApi 1.13: Microsoft 365, Excel 2021 or later, or Excel on the web.",
      next: "Update Office, or open this workbook in Excel on the web.",
    },
    noAnswer: {
      what: "Not connected to Excel yet",
      why: "Office did not load. The network may be down, or a firewall may block it.",
      next: "Check the network and try again. The pane goes on by itself once connected.",
    },
  },
  recognised: {
    heading: "Recognised",
    reading: "Reading the workbook…",
    again: "Read again",
    goToSheet: (name) => `Go to sheet ${name}`,
    others: (count) => `${counted(count, "other sheet")} not used for scoring`,
    outputs: (count) => counted(count, "result sheet"),
    doubts: (count) => `${counted(count, "place")} to confirm`,
  },
  firstRun: {
    heading: "No indicator table found",
    explanation:
      "Open the workbook that holds your indicators; no template is needed. A table with headers like these is recognised:",
    columns: "三级指标 · 分值 · 年度指标值 · 实际完成值 · 得分",
    insertSample: "Insert sample",
    inserting: "Inserting the sample…",
    insertHint: "The sample is added as new sheets; what is there stays as it is.",
  },
  run: {
    calculate: "Calculate scores",
    calculating: "Calculating…",
    phases: {
      read: "Reading the workbook",
      recognise: "Recognising tables",
      score: "Calculating scores",
      check: "Cross-checking",
      write: "Writing results",
      verify: "Verifying formulas",
    },
    step: (number, of) => `Step ${number} of ${of}`,
    cancelling: "Cancelling…",
    changed: "The workbook has changed: calculate again",
  },
  result: {
    heading: "Result",
    evaluations: (count) => counted(count, "evaluation"),
    outOf: (points) => `/ ${points}`,
    grade: "Grade",
    dimension: "Dimension",
    scoreRate: "Score rate",
    noTotal: (missing, of) => `No total yet: ${missing} of ${counted(of, "indicator")} without a score`,
    missing: "Indicators without a score",
    verified: (count) => `${counted(count, "formula")} verified against exact values`,
    valuesOnly: "Values only were written, as set",
    mismatches: (count) => `${counted(count, "formula")} differ from the exact value`,
    mismatch: (expected, found) => `Expected ${expected}, found ${found}`,
    manualCalculation: "Excel calculates manually: press F9 after changing data to update the sheets.",
    unchanged: "Same as last time; nothing was written",
    changedCells: (count) => `${counted(count, "cell")} of your sheets changed; can be undone`,
    announcement: (score, grade, problems) =>
      `Done: ${score}${grade === "" ? "" : `, grade ${grade}`}; ${problems === 0 ? "nothing to resolve" : `${problems} to resolve`}.`,
    announcementWithoutTotal: (problems) => `Done, no total yet; ${problems} to resolve.`,
    announcementOfMany: (evaluations, problems) =>
      `Done: ${counted(evaluations, "evaluation")}; ${problems} to resolve.`,
  },
  findings: {
    heading: "To resolve",
    none: "All cross-checks hold.",
    severity: { error: "Error", warning: "Warning", note: "Note" },
    counts: (errors, warnings) =>
      [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""]
        .filter((part) => part !== "")
        .join(", "),
    stated: "Stated",
    computed: "Computed",
    compared: "Compare",
    notes: (count) => `Notes (${count})`,
  },
  kept: {
    heading: (count) => `Typed scores that differ (${count})`,
    explanation: "Typed scores are kept. Adopting writes the computed score; the run log keeps the old one.",
    entered: "Typed",
    computed: "Computed",
    adopt: "Adopt computed",
    adoptOf: (name) => `Adopt computed score: ${name}`,
    adoptAll: "Adopt all computed scores",
  },
  actions: {
    summary: "Open summary",
    workingPaper: "Open working paper",
    undo: "Undo last calculation",
    undoQuestion: "Restore the cells that the last calculation changed?",
    undoConfirm: "Undo",
    undoing: "Undoing…",
    undone: (cells) => `Undone: ${counted(cells, "cell")} restored`,
    undoKept: (cells) => `${counted(cells, "cell")} changed after the calculation and left as they are:`,
  },
  settings: {
    heading: "Settings",
    output: "Write to the workbook",
    outputFormulas: "Formulas (follow the data)",
    outputValues: "Values",
    places: "Decimals of a score",
    zeroBudget: "Indicators with a budget of 0",
    notApplicable: "Indicators not applicable",
    full: "Full points",
    zero: "No points",
    rescale: "Drop, rescale the rest to 100",
    ask: "No score, I decide",
    overAchievement: "Report over-achievement above (%)",
    overAchievementHint: "130 reports results above 130% of the target: the target may have been too low.",
    overAchievementInvalid: "Enter a number above 100, for example 130.",
    apply: "Apply and calculate",
  },
  failures: {
    "no-indicators": fixed(
      "No indicator table found",
      "No sheet has headers such as 三级指标, 分值 and 得分.",
      "Open the workbook with your indicators, or insert the sample to see the format.",
    ),
    empty: fixed(
      "The workbook is empty",
      "There is no data to read.",
      "Open the workbook with your indicators, or insert the sample.",
    ),
    "cell-edit-mode": fixed(
      "A cell is being edited",
      "Excel accepts no other operation meanwhile.",
      "Press Enter or Esc in the grid to end editing, then try again.",
    ),
    "protected-sheet": ({ cell, detail }) => ({
      what: `${sheet(detail, cell)} is protected`,
      why: "Scores cannot be written to a protected sheet.",
      next: "Unprotect the sheet on the Review tab, then try again.",
    }),
    "protected-workbook": fixed(
      "The workbook structure is protected",
      "The working paper and summary sheets cannot be added.",
      "Turn off Protect Workbook on the Review tab, then try again.",
    ),
    "merged-target": ({ cell }) => ({
      what: `A cell to write is part of a merged cell${at(cell)}`,
      why: "Only the top-left cell of a merged area holds a value.",
      next: "Unmerge it, or align the score cell with its indicator row, then try again.",
    }),
    "read-only": fixed(
      "The workbook is read-only",
      "It was opened read-only or in Protected View.",
      "Choose Enable Editing, or save a copy and calculate there.",
    ),
    "too-large": fixed(
      "The workbook holds too much data",
      "A single transfer exceeded Excel's limit.",
      "Delete empty rows and columns outside the used range, or split the workbook.",
    ),
    "connection-lost": fixed(
      "The connection to Excel was lost",
      "Excel did not answer; on the web this is mostly the network.",
      "Check the network, reopen the pane, then try again.",
    ),
    busy: fixed(
      "Excel is busy",
      "Another operation is running, or a dialog is open.",
      "Close any dialog in Excel, wait a moment, then try again.",
    ),
    "changed-meanwhile": ({ cell }) => ({
      what: `The workbook changed during the calculation${at(cell)}`,
      why: "Somebody may be editing it; nothing was written, so as not to overwrite.",
      next: "Calculate again.",
    }),
    "sheet-missing": ({ cell, detail }) => ({
      what: `${sheet(detail, cell)} was not found`,
      why: "It may have been deleted or renamed.",
      next: "Read the workbook again, then retry.",
    }),
    "sheet-name-taken": ({ cell, detail }) => ({
      what: `${sheet(detail, cell)} holds something else`,
      why: "Jiheng needs this name for its results and does not overwrite your sheets.",
      next: "Rename that sheet, then try again.",
    }),
    "nothing-to-undo": fixed(
      "Nothing to undo",
      "The run log holds no change that has not been undone.",
      "No action needed.",
    ),
    unsupported: fixed(
      "This version of Excel does not support this",
      "The feature needs a newer Excel.",
      "Update Office, or open this workbook in Excel on the web.",
    ),
    cancelled: fixed(
      "Cancelled",
      "You cancelled the calculation.",
      "Choose Calculate scores when you need it.",
    ),
    unexpected: fixed(
      "The calculation did not finish",
      "Something unforeseen happened.",
      "Try again; if it persists, send the workbook and this message to support.",
    ),
  },
  insertFailed: {
    what: "The sample was not inserted",
    why: "The sample file could not be read.",
    next: "Check the network and try again.",
  },
  restored: "The workbook is as it was.",
  notRestored: "Some changes could not be restored: use Excel's Undo (Ctrl+Z), or close without saving.",
};
