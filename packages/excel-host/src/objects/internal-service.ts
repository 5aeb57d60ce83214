import { WireObject } from "../wire/wire-object";

/** office.js sends `new AddinInternalService().NotifyActionHandlerReady()` once after onReady. */
export class AddinInternalService extends WireObject {
  static override readonly className = "AddinInternalService";

  NotifyActionHandlerReady(): void {
    // nobody waits for it
  }
}
