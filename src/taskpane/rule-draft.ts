import { parseDecimal } from "../expr/exact";
import { toDecimal } from "../expr/decimal";
import { allOrNothing } from "../rules/kinds/all-or-nothing";
import { attainment } from "../rules/kinds/attainment";
import { bands } from "../rules/kinds/bands";
import { events } from "../rules/kinds/events";
import { excess } from "../rules/kinds/excess";

/** The kinds of rule that the pane offers ready-made; `own` is the user's own sentence. */
export type DraftKind = "proportion" | "allOrNothing" | "events" | "excess" | "bands" | "own";

export interface DraftBand {
  readonly from: string;
  readonly award: string;
}

/** A rule as the user fills it in; numbers as typed. */
export interface RuleDraft {
  readonly kind: DraftKind;
  readonly event: string;
  readonly deduct: string;
  readonly limit: string;
  readonly side: "above" | "below";
  readonly every: string;
  readonly bands: readonly DraftBand[];
  readonly own: string;
}

/** The draft as a sentence in the words of the rules themselves; null while a number is missing or none. */
export function wordingOf(draft: RuleDraft, hasTarget: boolean): string | null {
  const { kind, own } = draft;
  if (kind === "own") return own.trim() === "" ? null : own.trim();
  return (
    printed({ ...draft, kind }, hasTarget)
      ?.replaceAll(",", "，")
      .replaceAll(";", "；") ?? null
  );
}

function printed(
  draft: RuleDraft & { readonly kind: Exclude<DraftKind, "own"> },
  hasTarget: boolean,
): string | null {
  switch (draft.kind) {
    case "proportion":
      return attainment.print({ missed: "in-proportion" });
    case "allOrNothing":
      return hasTarget
        ? attainment.print({ missed: "nothing" })
        : allOrNothing.print({ condition: "符合要求", points: null, otherwise: true });
    case "events":
      return eventsWording(draft);
    case "excess":
      return excessWording(draft);
    case "bands":
      return bandsWording(draft.bands);
  }
}

function eventsWording({ event, deduct }: RuleDraft): string | null {
  const points = numberOf(deduct);
  if (points === null || event.trim() === "") return null;
  return events.print({
    lead: null,
    condition: null,
    full: null,
    kills: null,
    event: event.trim(),
    deduct: points,
    most: null,
  });
}

function excessWording({ limit, side, every, deduct }: RuleDraft): string | null {
  const [bound, step, points] = [numberOf(limit), numberOf(every), numberOf(deduct)];
  if (step === null || points === null || (limit.trim() !== "" && bound === null)) return null;
  return excess.print({
    limit: bound,
    sign: bound === null ? null : side === "above" ? "<=" : ">=",
    full: "full",
    side,
    every: step,
    unit: "%",
    deduct: points,
    counting: "continuous",
    most: null,
  });
}

/** Bands from the highest down; below the lowest there are no points. */
function bandsWording(drafts: readonly DraftBand[]): string | null {
  const read = drafts.map(({ from, award }) => ({ from: numberOf(from), award: numberOf(award) }));
  const given: { from: string; award: string }[] = [];
  for (const { from, award } of read) {
    if (from === null || award === null) return null;
    given.push({ from, award });
  }
  given.sort((a, b) => Number(b.from) - Number(a.from));
  const [first] = given;
  const last = given.at(-1);
  if (first === undefined || last === undefined) return null;
  return bands.print({
    percent: true,
    bands: [
      { from: { at: first.from, included: true }, to: null, award: first.award },
      ...given.slice(1).map(({ from, award }, index) => ({
        from: { at: from, included: true },
        to: { at: given[index]?.from ?? from, included: false },
        award,
      })),
      { from: null, to: { at: last.from, included: false }, award: "0" },
    ],
  });
}

/** In the spelling of the rules; null where it is no number above 0. */
function numberOf(typed: string): string | null {
  const value = parseDecimal(typed.trim());
  return value === null || value.compare(0) <= 0 ? null : toDecimal(value);
}
