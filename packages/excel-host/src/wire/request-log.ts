import { ActionType, type WireRequest } from "./protocol";

export interface LoggedRequest {
  /** 1 is the first request after reset(). Clean-up requests have the number of the request before them. */
  number: number;
  /** Only releases references after a run: costs a round trip, but nobody waits for it. */
  cleanUp: boolean;
  /** `setProperty Values`, `method Add` … in order. */
  actions: string[];
  requestBytes: number;
  replyBytes: number;
  milliseconds: number;
  error: string | null;
}

const actionNames = Object.fromEntries(Object.entries(ActionType).map(([name, type]) => [type, name]));

export function isCleanUp(request: WireRequest): boolean {
  const telling = request.Actions.filter((action) => action.ActionType !== ActionType.instantiate);
  return (
    telling.length > 0 &&
    telling.every((action) => action.ActionType === ActionType.method && action.Name === "_RemoveReference")
  );
}

/** What went over the wire, to count round trips by. */
export class RequestLog {
  #list: LoggedRequest[] = [];

  /** Requests without the clean-up ones. */
  count(): number {
    return this.#list.filter((request) => !request.cleanUp).length;
  }

  cleanUpCount(): number {
    return this.#list.filter((request) => request.cleanUp).length;
  }

  get list(): readonly LoggedRequest[] {
    return this.#list;
  }

  reset(): void {
    this.#list = [];
  }

  begin(request: WireRequest, requestBytes: number): LoggedRequest {
    const cleanUp = isCleanUp(request);
    const entry: LoggedRequest = {
      number: this.count() + (cleanUp ? 0 : 1),
      cleanUp,
      actions: request.Actions.map(
        (action) =>
          `${actionNames[action.ActionType] ?? action.ActionType}${action.Name ? ` ${action.Name}` : ""}`,
      ),
      requestBytes,
      replyBytes: 0,
      milliseconds: 0,
      error: null,
    };
    this.#list.push(entry);
    return entry;
  }
}
