import type { CellAddress } from "../../expr/cell";
import type { CaptionPoints, Doubt } from "../../model/form";
import type { FlatGroups } from "./flat-groups";
import type { IndicatorHeader } from "./indicator-header";
import type { OpenLevel, OpenLevels } from "./level-names";
import type { SheetView } from "../sheet/sheet-view";

/** What stays open from row to row. */
export interface TableState {
  levels: OpenLevels;
  unit: string | null;
  readonly captions: CaptionPoints[];
  readonly doubts: Doubt[];
  /** Which indicator a merged score cell belongs to, by the cell's row. */
  readonly scoreOwners: Map<number, CellAddress>;
}

export interface TableReader {
  readonly view: SheetView;
  readonly header: IndicatorHeader;
  readonly scoreColumn: number | null;
  readonly actualColumn: number | null;
  readonly groups: FlatGroups | null;
}

/** The 一级指标 that stands above a table: in its title (`决策指标得分情况表`) or in a section's heading with points. */
export interface Heading {
  readonly level1: OpenLevel;
  readonly captions: readonly CaptionPoints[];
}
