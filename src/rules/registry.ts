import { registered, type ReadRule, type RegisteredKind } from "./kind";
import { allOrNothing } from "./kinds/all-or-nothing";
import { attainment } from "./kinds/attainment";
import { balance } from "./kinds/balance";
import { bands } from "./kinds/bands";
import { bonus } from "./kinds/bonus";
import { checklist } from "./kinds/checklist";
import { compositeOf } from "./kinds/composite";
import { countPoints } from "./kinds/count-points";
import { deviation } from "./kinds/deviation";
import { events } from "./kinds/events";
import { excess } from "./kinds/excess";
import { choice, judged, levels } from "./kinds/judged";
import { kill } from "./kinds/kill";
import { partOfWhole } from "./kinds/part-of-whole";
import { rank } from "./kinds/rank";
import { rateScore } from "./kinds/rate-score";
import { threshold } from "./kinds/threshold";

/** Kinds that also stand as parts of a composite rule. */
const PARTS: readonly RegisteredKind[] = [
  registered(partOfWhole),
  registered(bonus),
  registered(countPoints),
  registered(events),
  registered(kill),
  registered(allOrNothing),
];

/** The kinds of scoring rule, in the order in which they are asked: the stricter wording first. */
export const RULE_KINDS: readonly RegisteredKind[] = [
  registered(rateScore),
  registered(balance),
  registered(threshold),
  registered(deviation),
  registered(bands),
  registered(excess),
  registered(rank),
  registered(levels),
  registered(judged),
  registered(choice),
  registered(attainment),
  registered(checklist),
  ...PARTS,
  registered(compositeOf(PARTS)),
];

/** The first kind that understands the whole wording; null where none does. */
export function readWording(plain: string): ReadRule | null {
  for (const kind of RULE_KINDS) {
    const read = kind.read(plain);
    if (read !== null) return read;
  }
  return null;
}
