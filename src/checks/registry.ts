import type { Check } from "./check";
import { balance } from "./balance";
import { captionPoints } from "./caption-points";
import { declaredCount } from "./declared-count";
import { executionRate } from "./execution-rate";
import { fullButMissed } from "./full-but-missed";
import { fundParts } from "./fund-parts";
import { fundScore } from "./fund-score";
import { grade } from "./grade";
import { indicatorChanged } from "./indicator-changed";
import { kindMismatch } from "./kind-mismatch";
import { lostButReached } from "./lost-but-reached";
import { missingReason } from "./missing-reason";
import { overAchieved } from "./over-achieved";
import { overPoints } from "./over-points";
import { partWhole } from "./part-whole";
import { pointsSum } from "./points-sum";
import { product } from "./product";
import { roundingSide } from "./rounding-side";
import { sampleShare } from "./sample-share";
import { satisfactionShare } from "./satisfaction-share";
import { scoreDiffers } from "./score-differs";
import { scoreRate } from "./score-rate";
import { sign } from "./sign";
import { statedNumber } from "./stated-number";
import { tableSum } from "./table-sum";
import { templateResidue } from "./template-residue";
import { totalSum } from "./total-sum";
import { undisclosed } from "./undisclosed";
import { unreadableNumber } from "./unreadable-number";
import { unreadableScore } from "./unreadable-score";
import { weightedTotal } from "./weighted-total";
import { year } from "./year";

/** All checks, in the order in which findings of one severity are listed: totals, scores, funds, tables, texts. */
export const CHECKS: readonly Check[] = [
  totalSum,
  pointsSum,
  captionPoints,
  weightedTotal,
  grade,
  roundingSide,
  scoreRate,
  overPoints,
  fullButMissed,
  lostButReached,
  scoreDiffers,
  missingReason,
  executionRate,
  fundScore,
  fundParts,
  balance,
  tableSum,
  product,
  partWhole,
  sampleShare,
  declaredCount,
  statedNumber,
  satisfactionShare,
  indicatorChanged,
  overAchieved,
  undisclosed,
  sign,
  kindMismatch,
  year,
  unreadableScore,
  unreadableNumber,
  templateResidue,
];
