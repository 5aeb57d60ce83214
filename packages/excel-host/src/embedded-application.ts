import type { Calculation } from "./model/calculation";
import type { WorkbookChange } from "./model/changes";
import { areaName } from "./model/address";
import { calm, type Moods } from "./model/moods";
import type { WorkbookModel } from "./model/workbook-model";
import type { EventRegistry, ExcelContext } from "./objects/context";
import { eventTypes, workbookTarget } from "./objects/event-types";
import { AddinInternalService } from "./objects/internal-service";
import { Workbook } from "./objects/workbook";
import { HostError, hostError } from "./wire/host-error";
import { ActionType, type WireRequest } from "./wire/protocol";
import type { HostedApplication } from "./wire/rich-api-host";
import type { WireObject } from "./wire/wire-object";

type Fire = (eventType: number, targetId: string, args: unknown) => void;

/** Methods that a read-only workbook still answers. */
const readingMethods =
  /^(?:Get|_Register|_Unregister|_KeepReference|_RemoveReference|_Validate|Select|Activate|Calculate|Suspend|Notify)/;

/** Excel, as far as the wire can tell: one open workbook, its events, and its moods. */
export class EmbeddedApplication implements HostedApplication, EventRegistry {
  readonly moods: Moods = calm();
  readonly #registered = new Map<string, number>();
  #context: ExcelContext | null = null;
  #unlisten: (() => void) | null = null;

  constructor(
    readonly calculation: Calculation,
    readonly fire: Fire,
  ) {}

  /** Makes this the open workbook. Handlers of the workbook before it are gone with it. */
  use(model: WorkbookModel): void {
    this.#unlisten?.();
    this.#registered.clear();
    this.#context = { model, calculation: this.calculation, moods: this.moods, events: this };
    this.#unlisten = model.feed.listen((change) => {
      this.#tell(change);
    });
  }

  get hasWorkbook(): boolean {
    return this.#context !== null;
  }

  get model(): WorkbookModel {
    if (!this.#context) throw hostError("GeneralException", "No workbook is open.");
    return this.#context.model;
  }

  root(): WireObject {
    if (!this.#context) throw hostError("GeneralException", "No workbook is open.");
    return new Workbook(this.#context);
  }

  newObject(typeName: string): WireObject | undefined {
    return typeName === "Microsoft.InternalService.AddinInternalService"
      ? new AddinInternalService()
      : undefined;
  }

  admit(request: WireRequest): void {
    const telling = request.Actions.filter(
      (action) => action.ActionType !== ActionType.instantiate && action.Name !== "_RemoveReference",
    );
    if (this.moods.cellEditMode && telling.length > 0) throw hostError("InvalidOperationInCellEditMode");
    if (!this.moods.readOnly) return;
    for (const action of telling) {
      const writes = action.ActionType === ActionType.setProperty || action.ActionType === ActionType.update;
      if (writes || (action.ActionType === ActionType.method && !readingMethods.test(action.Name ?? "")))
        throw new HostError("AccessDenied", "The workbook is read-only.");
    }
  }

  apply(): void {
    this.model.flush();
  }

  settle(): Promise<void> {
    return this.model.settle();
  }

  finish(): Promise<void> {
    return this.#context ? this.#context.model.finish() : Promise.resolve();
  }

  register(eventType: number, targetId: string): void {
    const key = `${eventType} ${targetId}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(eventType: number, targetId: string): void {
    const key = `${eventType} ${targetId}`;
    const left = (this.#registered.get(key) ?? 1) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }

  #send(eventType: number, targetId: string, args: unknown): void {
    if (this.#registered.has(`${eventType} ${targetId}`)) this.fire(eventType, targetId, args);
  }

  #tell(change: WorkbookChange): void {
    const worksheetId = change.sheetId;
    switch (change.kind) {
      case "cells": {
        const args = {
          address: areaName(change.area),
          changeType: change.changeType,
          source: "Local",
          triggerSource: change.byUser ? "Unknown" : "ThisLocalAddin",
          worksheetId,
        };
        this.#send(eventTypes.changed, worksheetId, args);
        this.#send(eventTypes.changed, workbookTarget, args);
        break;
      }
      case "selected": {
        const args = { address: areaName(change.area), worksheetId };
        this.#send(eventTypes.selectionChanged, worksheetId, args);
        this.#send(eventTypes.selectionChanged, workbookTarget, args);
        break;
      }
      default: {
        const type = {
          added: eventTypes.added,
          deleted: eventTypes.deleted,
          activated: eventTypes.activated,
        }[change.kind];
        this.#send(type, workbookTarget, { source: "Local", worksheetId });
      }
    }
  }
}
