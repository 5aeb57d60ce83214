import type { FailureCode, Phase } from "../model/run";
import type { Severity } from "../model/finding";
import type { TemplateName } from "../model/assets";

/** What happened, why, and what to do next. */
export interface FailureText {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** Fills a failure's text: `cell` like `绩效指标!F9`, `detail` a sheet's name or the like; empty where unknown. */
export type FailureTextOf = (at: { readonly cell: string; readonly detail: string }) => FailureText;

/** Every text of the add-in. Both languages implement it, so that a missing one does not compile. */
export interface Texts {
  readonly locale: "zh-CN" | "en-US";
  readonly productName: string;
  readonly common: {
    readonly settings: string;
    readonly close: string;
    readonly cancel: string;
    readonly retry: string;
    readonly showAll: (count: number) => string;
    readonly selectCell: (label: string) => string;
    readonly loading: string;
    readonly notLoaded: string;
  };
  readonly host: {
    readonly waiting: string;
    readonly outsideExcel: FailureText;
    readonly otherHost: FailureText;
    readonly tooOld: FailureText;
    readonly noAnswer: FailureText;
  };
  readonly recognised: {
    readonly heading: string;
    readonly reading: string;
    readonly again: string;
    readonly goToSheet: (sheet: string) => string;
    readonly others: (count: number) => string;
    readonly outputs: (count: number) => string;
    readonly doubts: (count: number) => string;
    readonly useSelectedAs: (role: string) => string;
    readonly leaveColumnOut: string;
    readonly notIndicator: string;
  };
  readonly corrections: {
    readonly heading: string;
    readonly explanation: string;
    readonly columns: string;
    readonly roleOf: (header: string) => string;
    /** A column that is left out. */
    readonly unused: string;
    readonly missingColumn: string;
    readonly missingColumnHint: string;
    readonly role: string;
    readonly useSelected: string;
    readonly rows: (count: number) => string;
    readonly rowsHint: string;
    readonly notIndicatorOf: (name: string) => string;
    readonly made: (count: number) => string;
    readonly isNoIndicator: string;
    readonly restore: string;
    readonly restoreOf: (what: string) => string;
    readonly noCell: string;
    readonly otherSheet: (sheet: string) => string;
  };
  readonly firstRun: {
    readonly heading: string;
    readonly explanation: string;
    readonly columns: string;
    readonly insertSample: string;
    readonly inserting: string;
    readonly insertHint: string;
    readonly templates: string;
    readonly templateNames: Readonly<Record<TemplateName, string>>;
    readonly templateInserted: (sheet: string) => string;
    readonly templateNext: string;
  };
  readonly run: {
    readonly calculate: string;
    readonly calculating: string;
    readonly phases: Readonly<Record<Phase, string>>;
    readonly step: (number: number, of: number) => string;
    readonly cancelling: string;
    readonly changed: string;
    readonly unsaved: (count: number) => string;
  };
  readonly result: {
    readonly heading: string;
    readonly evaluations: (count: number) => string;
    readonly outOf: (points: string) => string;
    readonly grade: string;
    readonly dimension: string;
    readonly scoreRate: string;
    readonly noTotal: (missing: number, of: number) => string;
    readonly missing: string;
    readonly missingToScore: (count: number) => string;
    readonly verified: (count: number) => string;
    readonly valuesOnly: string;
    readonly mismatches: (count: number) => string;
    readonly mismatch: (expected: string, found: string) => string;
    readonly manualCalculation: string;
    readonly unchanged: string;
    readonly plain: (sheets: readonly string[]) => string;
    readonly changedCells: (count: number) => string;
    readonly announcement: (score: string, grade: string, problems: number) => string;
    readonly announcementWithoutTotal: (problems: number) => string;
    readonly announcementOfMany: (evaluations: number, problems: number) => string;
  };
  readonly findings: {
    readonly heading: string;
    readonly none: string;
    readonly severity: Readonly<Record<Severity, string>>;
    readonly counts: (errors: number, warnings: number) => string;
    readonly stated: string;
    readonly computed: string;
    /** For what need not be wrong: what it differs from. */
    readonly compared: string;
    readonly notes: (count: number) => string;
    readonly ignore: string;
    readonly ignoreOf: (cell: string) => string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly ignored: (count: number) => string;
    readonly reasonGiven: (reason: string) => string;
    readonly restore: string;
    readonly restoreOf: (cell: string) => string;
  };
  readonly toScore: {
    readonly heading: (count: number) => string;
    readonly explanation: string;
    readonly points: (points: string) => string;
    readonly rule: string;
    readonly enter: string;
    readonly enterOf: (name: string) => string;
    readonly setRule: string;
    readonly setRuleOf: (name: string) => string;
    readonly rulesSet: (count: number) => string;
  };
  readonly ruleEditor: {
    readonly label: (name: string) => string;
    readonly kind: string;
    readonly kinds: {
      readonly proportion: string;
      readonly allOrNothing: string;
      readonly events: string;
      readonly excess: string;
      readonly bands: string;
      readonly own: string;
    };
    readonly event: string;
    readonly eventDefault: string;
    readonly deduct: string;
    readonly limit: string;
    readonly limitHint: string;
    readonly side: string;
    readonly above: string;
    readonly below: string;
    readonly every: string;
    readonly atLeast: string;
    readonly awards: string;
    readonly otherwise: string;
    readonly addBand: string;
    readonly removeBand: (number: number) => string;
    readonly wording: string;
    readonly wordingHint: string;
    readonly stored: string;
    readonly readAs: string;
    readonly notRead: string;
    readonly gives: (score: string) => string;
    readonly givesNothing: string;
    readonly apply: string;
  };
  readonly proofread: {
    readonly heading: string;
    readonly explanation: string;
    readonly text: string;
    readonly placeholder: string;
    readonly file: string;
    readonly dropHint: string;
    readonly check: string;
    readonly fileFailed: string;
    readonly summary: (numbers: number, matched: number, unmatched: number) => string;
    readonly nothingWrong: string;
    readonly contradictions: (count: number) => string;
    readonly matches: (count: number) => string;
    readonly unmatched: (count: number) => string;
    readonly checks: (count: number) => string;
    readonly level: Readonly<Record<"contradiction" | "check", string>>;
    readonly commented: string;
    readonly commentedName: (name: string) => string;
    readonly truncated: string;
    readonly changed: string;
    readonly noNumbers: string;
  };
  readonly kept: {
    readonly heading: (count: number) => string;
    readonly explanation: string;
    readonly entered: string;
    readonly computed: string;
    readonly adopt: string;
    readonly adoptOf: (name: string) => string;
    readonly adoptAll: string;
  };
  readonly actions: {
    readonly summary: string;
    readonly workingPaper: string;
    readonly undo: string;
    readonly undoQuestion: string;
    readonly undoConfirm: string;
    readonly undoing: string;
    readonly undone: (cells: number) => string;
    readonly undoKept: (cells: number) => string;
    readonly undoInUse: (cells: number) => string;
  };
  readonly settings: {
    readonly heading: string;
    readonly output: string;
    readonly outputFormulas: string;
    readonly outputValues: string;
    readonly places: string;
    readonly zeroBudget: string;
    readonly notApplicable: string;
    readonly full: string;
    readonly zero: string;
    readonly rescale: string;
    readonly ask: string;
    readonly overAchievement: string;
    readonly overAchievementHint: string;
    readonly overAchievementInvalid: string;
    readonly apply: string;
    readonly grades: string;
    readonly gradesHint: string;
    readonly gradeFrom: (grade: string) => string;
    readonly gradesInvalid: string;
  };
  readonly failures: Readonly<Record<FailureCode, FailureTextOf>>;
  readonly insertFailed: FailureText;
  readonly restored: string;
  readonly notRestored: string;
}
