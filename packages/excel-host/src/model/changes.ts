import type { Area } from "./address";

export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";

/** Something that listeners of the workbook are told. */
export type WorkbookChange =
  | { kind: "cells"; sheetId: string; area: Area; changeType: ChangeType; byUser: boolean }
  | { kind: "added" | "deleted" | "activated"; sheetId: string; sheetName: string; byUser: boolean }
  | { kind: "selected"; sheetId: string; area: Area };

/** Collects changes while a request runs, and tells them when it has ended: Excel, too, fires after the batch. */
export class ChangeFeed {
  #waiting: WorkbookChange[] = [];
  readonly #listeners = new Set<(change: WorkbookChange) => void>();

  add(change: WorkbookChange): void {
    this.#waiting.push(change);
  }

  listen(listener: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(): void {
    const changes = this.#waiting;
    this.#waiting = [];
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }
}
