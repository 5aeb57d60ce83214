import { differencesOf } from "../grammar/differences";
import { growthOf } from "../grammar/growth";
import { hundredsOf } from "../grammar/hundred";
import { sameOf } from "../grammar/same";
import { mentionsOf } from "../grammar/mentions";
import { namedRatesOf } from "../grammar/named-rates";
import { sharesOf } from "../grammar/shares";
import { sumsOf } from "../grammar/sums";
import type { Relation } from "../reading";

/** What the grammar of phrases finds: amounts, changes, shares, rates, parts and what is left. */
export const phrases: Relation = (reading) => {
  const mentions = mentionsOf(reading);
  return [
    ...sumsOf(mentions),
    ...growthOf(mentions),
    ...sharesOf(mentions),
    ...namedRatesOf(mentions),
    ...differencesOf(mentions),
    ...hundredsOf(mentions),
    ...sameOf(mentions),
  ];
};
