/** The rich-API "ProcessQuery" wire format, as excel-win32-16.01.js of @microsoft/office-js 1.1.110 speaks it. */

export const PathType = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Where an entry is not 0, the argument at that position is the object of that path; nested like the arguments. */
  ReferencedObjectPathIds?: unknown[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface WireAction {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface WireRequest {
  Actions: WireAction[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface WireErrorReply {
  ActionIndex: number;
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
}

export interface WireReply {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: WireErrorReply;
}
