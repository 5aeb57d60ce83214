import type { Calculation } from "../model/calculation";
import type { Moods } from "../model/moods";
import type { WorkbookModel } from "../model/workbook-model";
import { hostError } from "../wire/host-error";
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

  /** @throws GeneralException where another workbook is in front: of these calls Excel's documentation says so */
  protected assertInFront(): void {
    if (this.context.moods.otherWorkbookInFront) throw hostError("GeneralException");
  }
}
