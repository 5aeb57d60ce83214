import { Batch, References, type BatchScope } from "./batch";
import type { Fault } from "./faults";
import { HostError } from "./host-error";
import { callMember, setMember } from "./members";
import { ActionType, type WireAction, type WireReply, type WireRequest } from "./protocol";
import { answerQuery, asksForResults, identityOf } from "./query";
import { pascal, WireObject } from "./wire-object";

/** The workbook behind the wire. */
export interface HostedApplication {
  root(): WireObject;
  newObject(typeName: string): WireObject | undefined;
  /** Throws if the application takes no requests now (a cell is being edited). */
  admit(request: WireRequest): void;
  /** Before a read: every write of the batch so far is applied. */
  apply(): void;
  /** Before results of formulas are read: every write of the batch so far is applied and calculated. */
  settle(): Promise<void>;
  /** After the batch, also a failed one: apply, calculate, tell the listeners. */
  finish(): Promise<void>;
}

/** Dispatches ProcessQuery requests. Knows the wire format, knows nothing about Excel. */
export class RichApiHost {
  readonly references = new References();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly application: HostedApplication) {}

  /** Requests run one after the other, as in Excel. */
  process(request: WireRequest, fault?: Fault): Promise<WireReply> {
    return this.whenIdle(() => this.#run(request, fault));
  }

  /** Runs a task between requests. */
  whenIdle<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(task);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #run(request: WireRequest, fault: Fault | undefined): Promise<WireReply> {
    const reply: WireReply = { Results: [], TraceIds: [] };
    const scope: BatchScope = {
      root: this.application.root(),
      references: this.references,
      newObject: (typeName) => this.application.newObject(typeName),
    };
    const batch = new Batch(request, scope);
    const failAt = failingAction(request, fault);
    try {
      this.application.admit(request);
    } catch (error) {
      reply.Error = errorReply(error, 0, "");
      return reply;
    }
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (index === failAt) throw injected(fault);
        const value = await this.#act(action, batch, reply);
        reply.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        reply.Error = errorReply(error, index, batch.locate(action));
        break;
      }
    }
    try {
      await this.application.finish();
    } catch (error) {
      reply.Error ??= errorReply(error, request.Actions.length - 1, "");
    }
    return reply;
  }

  async #act(action: WireAction, batch: Batch, reply: WireReply): Promise<unknown> {
    if (action.ActionType === ActionType.trace) {
      reply.TraceIds.push(action.Id);
      return null;
    }
    if (action.ActionType === ActionType.method && action.Name === "_RemoveReference") {
      this.references.remove(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    const object = batch.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object && identityOf(object);
      case ActionType.query:
      case ActionType.queryAsJson:
        if (!object) return null;
        if (asksForResults(action.QueryInfo ?? {})) await this.application.settle();
        else this.application.apply();
        return answerQuery(object, action.QueryInfo ?? {});
      case ActionType.method:
        return this.#call(object, action, batch);
      case ActionType.setProperty:
        setMember(present(object, action), action.Name ?? "", batch.args(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          setMember(present(object, action), pascal(name), value);
        return null;
      case ActionType.ensureUnchanged:
        return null;
    }
    throw new HostError("ApiNotFound", `The embedded host knows no action of type ${action.ActionType}.`);
  }

  #call(object: WireObject | null, action: WireAction, batch: Batch): unknown {
    if (action.Name === "_KeepReference") {
      if (object) this.references.keep(object);
      return null;
    }
    // A method of a null object does nothing: `getItemOrNullObject("Sample").delete()` opens many of Microsoft's own samples.
    if (object === null) return null;
    const result = callMember(object, action.Name ?? "", batch.args(action.ArgumentInfo));
    return result instanceof WireObject ? identityOf(result) : result;
  }
}

function present(object: WireObject | null, action: WireAction): WireObject {
  if (!object)
    throw new HostError(
      "InvalidObjectPath",
      `${action.Name ?? "A member"} was used on an object that does not exist.`,
    );
  return object;
}

function failingAction(request: WireRequest, fault: Fault | undefined): number {
  if (fault?.fault === "partial-batch") return fault.after ?? Math.floor(request.Actions.length / 2);
  if (fault?.fault === "error-reply" || codeOf(fault) !== null) return 0;
  return -1;
}

function injected(fault: Fault | undefined): HostError {
  const code = codeOf(fault) ?? "GeneralException";
  return new HostError(code, `Injected fault: ${code}.`);
}

function codeOf(fault: Fault | undefined): string | null {
  const kind = fault?.fault;
  return typeof kind === "object" && "code" in kind ? String(kind.code) : null;
}

function errorReply(error: unknown, index: number, location: string): NonNullable<WireReply["Error"]> {
  const known =
    error instanceof HostError
      ? error
      : new HostError(
          "GeneralException",
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
  return {
    ActionIndex: index,
    Code: known.code,
    Message: known.message,
    Location: known.location ?? location,
    HttpStatusCode: known.code === "ItemNotFound" ? 404 : 400,
  };
}
