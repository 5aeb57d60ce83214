/**
 * An object that the client can address. What is on the wire are its PascalCase and `_Pascal` members:
 * getters are scalar or navigation properties, methods are methods.
 */
export class WireObject {
  /** Name of Microsoft's class: error locations carry it, and the contract test compares members with it. */
  static readonly className: string = "";
  /** What load() without a selection returns. */
  static readonly scalars: readonly string[] = [];
  /** Whether the client may keep the object beyond a batch under a reference id. */
  static readonly trackable: boolean = false;

  /** Set once the client keeps the object. */
  referenceId: string | undefined;

  /** What an Instantiate result carries, so that the client can address the object again. */
  identity(): Record<string, unknown> {
    return {};
  }
}

/** A collection: indexer and items. */
export abstract class WireCollection extends WireObject {
  abstract items(): WireObject[];
  abstract item(key: unknown): WireObject;
}

type WireClass = typeof WireObject;

export const classOf = (object: WireObject): WireClass => object.constructor as WireClass;

export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
