import { HostError, hostError } from "./host-error";
import { callMember, getMember } from "./members";
import { PathType, type ArgumentInfo, type ObjectPath, type WireAction, type WireRequest } from "./protocol";
import { camel, classOf, WireCollection, WireObject } from "./wire-object";

/** Objects that outlive a batch because the client tracks them. */
export class References {
  readonly #kept = new Map<string, WireObject>();
  #next = 1;

  keep(object: WireObject): void {
    if (!classOf(object).trackable || object.referenceId) return;
    object.referenceId = `ref-${this.#next++}`;
    this.#kept.set(object.referenceId, object);
  }

  get(id: string): WireObject {
    const object = this.#kept.get(id);
    if (!object) throw hostError("InvalidReference");
    return object;
  }

  remove(id: string): void {
    this.#kept.delete(id);
  }

  clear(): void {
    this.#kept.clear();
  }

  get count(): number {
    return this.#kept.size;
  }
}

export interface BatchScope {
  root: WireObject;
  references: References;
  newObject(typeName: string): WireObject | undefined;
}

/** The objects of one request, each made at its first use: Excel, too, evaluates a path once in a batch. */
export class Batch {
  readonly #live = new Map<string, WireObject | null>();

  constructor(
    readonly request: WireRequest,
    readonly scope: BatchScope,
  ) {}

  /** null is Office's null object. */
  resolve(id: number | string | undefined): WireObject | null {
    const key = String(id);
    const known = this.#live.get(key);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[key];
    if (!path) throw new HostError("InvalidObjectPath", `The request names no object path ${key}.`);
    const object = this.#make(path);
    this.#live.set(key, object);
    return object;
  }

  #make(path: ObjectPath): WireObject | null {
    const { scope } = this;
    switch (path.ObjectPathType) {
      case PathType.globalObject:
        return scope.root;
      case PathType.newObject: {
        const made = scope.newObject(path.Name);
        if (!made)
          throw new HostError(
            "ApiNotFound",
            `The embedded host does not implement new ${path.Name}().`,
            path.Name,
          );
        return made;
      }
      case PathType.reference:
        return scope.references.get(path.Name);
      case PathType.nullObject:
        return null;
    }
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const args = this.args(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PathType.method:
        return asObject(callMember(parent, path.Name, args));
      case PathType.property:
        return asObject(getMember(parent, path.Name));
      case PathType.indexer:
        if (!(parent instanceof WireCollection))
          throw new HostError("ApiNotFound", `${classOf(parent).className} has no indexer.`);
        return parent.item(args[0]);
    }
    throw new HostError(
      "InvalidArgument",
      `The embedded host knows no object path of type ${path.ObjectPathType}.`,
    );
  }

  args(info: ArgumentInfo | undefined): unknown[] {
    return info?.Arguments ? this.#walk(info.Arguments, info.ReferencedObjectPathIds) : [];
  }

  #walk(values: unknown[], references: unknown[] | undefined): unknown[] {
    return values.map((value, i) => {
      const reference = references?.[i];
      if (Array.isArray(reference)) return this.#walk(value as unknown[], reference as unknown[]);
      return reference ? this.resolve(reference as number) : this.#inside(value);
    });
  }

  /** Objects inside plain argument objects come as {_ObjectPathId}. */
  #inside(value: unknown): unknown {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value) return this.resolve(value._ObjectPathId as number);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#inside(inner)]));
  }

  /** `Worksheet.getRange`: the place that an error names. */
  locate(action: WireAction): string {
    const nameOf = (id: number | undefined): string => {
      const object = this.#live.get(String(id));
      return object ? classOf(object).className : "";
    };
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    if (!this.#live.has(String(action.ObjectPathId)) && path) {
      const member = path.ObjectPathType === PathType.indexer ? "getItem" : camel(path.Name);
      return `${nameOf(path.ParentObjectPathId)}.${member}`;
    }
    return nameOf(action.ObjectPathId) + (action.Name ? `.${camel(action.Name)}` : "");
  }
}

function asObject(value: unknown): WireObject | null {
  if (value === null || value === undefined) return null;
  if (value instanceof WireObject) return value;
  throw new HostError("GeneralException", "The embedded host answered an object path with a plain value.");
}
