import fc from "fast-check";

// The same code gives the same verdict: properties draw from one seed; others are tried by JIHENG_SEED.
fc.configureGlobal({ seed: Number(process.env.JIHENG_SEED ?? 20240506) });

// jsdom has no layout: Fluent's MessageBar asks for a ResizeObserver that never fires.
class LayoutlessResizeObserver implements ResizeObserver {
  observe(): void {
    // nothing to observe without layout
  }
  unobserve(): void {
    // as above
  }
  disconnect(): void {
    // as above
  }
}
globalThis.ResizeObserver ??= LayoutlessResizeObserver;
