import type { Calculation } from "../model/calculation";
import type { Moods, WorkbookModel } from "../model/workbook-model";
import { WireObject } from "../wire/wire-object";

export interface EventRegistry {
  register(eventType: number, targetId: string): void;
  unregister(eventType: number, targetId: string): void;
}

/** What every Excel object can reach. */
export interface ExcelContext {
  readonly model: WorkbookModel;
  readonly calculation: Calculation;
  readonly moods: Moods;
  readonly events: EventRegistry;
}

export class ExcelObject extends WireObject {
  constructor(readonly context: ExcelContext) {
    super();
  }

  get model(): WorkbookModel {
    return this.context.model;
  }
}
