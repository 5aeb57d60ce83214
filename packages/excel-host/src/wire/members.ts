import { HostError } from "./host-error";
import { camel, classOf, WireObject } from "./wire-object";

const wireName = /^(?:[A-Z]|_[A-Z])\w*$/;

function describe(object: WireObject, name: string): PropertyDescriptor | undefined {
  if (!wireName.test(name)) return undefined;
  for (let p: unknown = object; p && p !== WireObject.prototype; p = Object.getPrototypeOf(p)) {
    const found = Object.getOwnPropertyDescriptor(p, name);
    if (found) return found;
  }
  return undefined;
}

function unknownMember(object: WireObject, name: string, kind: string): HostError {
  const location = `${classOf(object).className}.${camel(name)}`;
  return new HostError(
    "ApiNotFound",
    `The embedded host does not implement ${location} (${kind}).`,
    location,
  );
}

export function callMember(object: WireObject, name: string, args: unknown[]): unknown {
  const method: unknown = describe(object, name)?.value;
  if (typeof method !== "function") throw unknownMember(object, name, "method");
  return Reflect.apply(method as (...a: unknown[]) => unknown, object, args);
}

export function getMember(object: WireObject, name: string): unknown {
  if (!describe(object, name)?.get) throw unknownMember(object, name, "get");
  return Reflect.get(object, name);
}

export function setMember(object: WireObject, name: string, value: unknown): void {
  if (!describe(object, name)?.set) throw unknownMember(object, name, "set");
  Reflect.set(object, name, value);
}
