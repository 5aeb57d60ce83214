declare module "jsdom" {
  /** As far as the tests use it. */
  export class JSDOM {
    readonly window: Window & typeof globalThis;
  }
}
