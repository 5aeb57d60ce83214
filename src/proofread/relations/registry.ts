import type { Relation } from "../reading";
import { balance } from "./balance";
import { captions } from "./captions";
import { counts } from "./counts";
import { decimals } from "./decimals";
import { exclusiveGrants } from "./exclusive-grants";
import { grades } from "./grade";
import { phrases } from "./phrases";
import { lists } from "./lists";
import { parts } from "./parts";
import { products } from "./products";
import { questionnaires } from "./questionnaires";
import { rates } from "./rates";
import { restated } from "./restated";
import { scoreTables, tableTotals } from "./score-tables";
import { scores } from "./scores";
import { shares } from "./shares";
import { tableColumns } from "./table-columns";
import { totals } from "./totals";
import { weighted } from "./weighted";
import { writtenFormulas } from "./written-formulas";
import { years } from "./years";

/** The only list of the relations that are looked for in a text. */
export const RELATIONS: readonly Relation[] = [
  tableTotals,
  tableColumns,
  scoreTables,
  parts,
  totals,
  balance,
  rates,
  shares,
  writtenFormulas,
  phrases,
  products,
  lists,
  scores,
  exclusiveGrants,
  weighted,
  grades,
  questionnaires,
  counts,
  restated,
  years,
  captions,
  decimals,
];
