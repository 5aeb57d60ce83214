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
