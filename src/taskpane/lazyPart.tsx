import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { useTexts } from "./use-texts";
import { Notice } from "./view/Notice";

/** A part of the pane that is loaded when it is needed; where it does not come it says so, and the rest stays. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: NotLoaded })));
}

function NotLoaded() {
  return <Notice tone="error" title={useTexts().common.notLoaded} />;
}
