import { FaultPlan, runtimeFailure } from "./faults";
import type { RichApiHost } from "./rich-api-host";
import { RequestLog } from "./request-log";
import type { WireReply, WireRequest } from "./protocol";

export type HostLocale = "zh-CN" | "en-US";

/** Keys and JSON texts of Office.context.document.settings; the workbook's settings are the same store. */
export interface SettingsStore {
  read(): [key: string, json: string][];
  write(entries: [key: string, json: string][]): void;
}

export interface ExternalOptions {
  host: RichApiHost;
  settings: SettingsStore;
  locale: HostLocale;
  documentUrl?: string;
}

const dispatch = { richApi: 93, richApiEvent: 33 } as const;
const success = 0;
const internalError = 5001;
const notSupported = 5000;
const tooLargeRequest = 5103;
const tooLargeReply = 5104;
const sessionLost = 5012;
/** Excel on the web takes 5 MB each way. */
const payloadLimit = 5 * 1024 * 1024;

/** Every set up to what Excel 2024 has: the add-in's own gates are tested by their requirement checks. */
const requirementSets = { ExcelApi: "1.17", SharedRuntime: "1.1", DialogApi: "1.2", RibbonApi: "1.2" };

/** The "safe array" of the desktop contract. */
const safeArray = (...items: unknown[]): { toArray(): unknown[] } => ({ toArray: () => items });
type Callback = (reply: unknown) => void;
type EventHandler = (dispatchId: number, args: unknown) => void;
const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/**
 * What desktop Excel puts on the page's `window.external`; it must be there before office.js loads.
 * This route needs no network and no trust handshake, unlike that of Excel on the web.
 */
export class External {
  readonly requests = new RequestLog();
  readonly faults = new FaultPlan();
  #handlers = new Map<string, EventHandler>();
  /** The host that took over: office.js is loaded once per process and keeps the object that it found. */
  #successor: External | null = null;
  readonly #context: Record<string, () => unknown>;
  #messageId = 0;

  constructor(readonly options: ExternalOptions) {
    const { locale } = options;
    this.#context = {
      GetAppType: () => 1,
      GetSolutionRef: () => "jiheng",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => locale,
      GetAppDataLocale: () => locale,
      GetDocUrl: () => options.documentUrl ?? "C:\\jiheng\\Book1.xlsx",
      GetAppCapabilities: () => 0, // 0 is read and write
      GetActivationMode: () => 2,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => "",
      GetSupportedMatrix: () => JSON.stringify(requirementSets),
      GetHostFullVersion: () => "16.0.17328.20000",
      GetSettings: () => this.#settings(),
      GetOfficeThemeInfo: () =>
        JSON.stringify({
          bodyBackgroundColor: 0xffffff,
          bodyForegroundColor: 0,
          controlBackgroundColor: 0xffffff,
          controlForegroundColor: 0,
        }),
    };
  }

  // The members are own arrow properties: office.js calls some of them detached.
  readonly GetHostInfo = (): string => `Excel$Win32$16.01$${this.options.locale}$telemetry$$disableLogging$0`;
  readonly GetLoggingAllowed = (): boolean => false;

  /**
   * Asked for once at each load of office.js. The library caches the document settings in sessionStorage under the
   * instance id: a fresh id keeps them honest. Handlers of a page that is gone are dropped.
   */
  readonly GetContext = (): unknown => {
    const last = this.#last();
    last.#handlers.clear();
    const instanceId = `jiheng-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    return { ...last.#context, GetInstanceId: () => instanceId };
  };

  readonly Execute = (dispatchId: number, params: unknown[], callback: Callback): void => {
    if (dispatchId !== dispatch.richApi) {
      callback(safeArray(notSupported));
      return;
    }
    const message = (Array.isArray(params[0]) ? params[0] : params) as unknown[];
    void this.#last()
      .#answer(String(message[4]))
      .then((reply) => {
        if (reply) callback(safeArray(...reply));
      });
  };

  readonly RegisterEvent = (
    dispatchId: number,
    target: string | null,
    handler: EventHandler,
    callback: Callback,
  ): void => {
    this.#handlers.set(`${dispatchId}:${target ?? ""}`, handler);
    callback(success);
  };

  readonly UnregisterEvent = (dispatchId: number, target: string | null, callback: Callback): void => {
    this.#handlers.delete(`${dispatchId}:${target ?? ""}`);
    callback(success);
  };

  /** From now on the other one answers, with the event handlers registered here. */
  handOver(successor: External): void {
    this.#successor = successor;
    successor.#handlers = this.#handlers;
  }

  #last(): External {
    return this.#successor ? this.#successor.#last() : this;
  }

  /** Tells the add-in of a change event. */
  fire(eventType: number, targetId: string, args: unknown): void {
    for (const [key, handler] of this.#handlers) {
      if (!key.startsWith(`${dispatch.richApiEvent}:`)) continue;
      const message = [65536, eventType, targetId, JSON.stringify(args), ++this.#messageId, false];
      handler(dispatch.richApiEvent, safeArray(message));
    }
  }

  /** The reply's items, or null where no reply ever comes. */
  async #answer(body: string): Promise<unknown[] | null> {
    const request = JSON.parse(body) as WireRequest;
    const entry = this.requests.begin(request, utf8Length(body));
    const fault = entry.cleanUp ? undefined : this.faults.take(entry.number);
    const started = performance.now();
    const fail = (code: number, error: string): unknown[] => {
      entry.error = error;
      entry.milliseconds = performance.now() - started;
      return [code];
    };
    if (fault?.fault === "no-reply") return null;
    if (typeof fault?.fault === "object" && "meanwhile" in fault.fault) await fault.fault.meanwhile();
    const failure = fault && runtimeFailure(fault.fault);
    if (failure !== undefined) return fail(failure, String(failure));
    if (entry.requestBytes > payloadLimit) return fail(tooLargeRequest, "RequestPayloadSizeLimitExceeded");
    let reply: WireReply;
    try {
      reply = await this.options.host.process(request, fault);
    } catch (error) {
      return fail(internalError, String(error));
    }
    const text = JSON.stringify(reply);
    entry.replyBytes = utf8Length(text);
    if (entry.replyBytes > payloadLimit) return fail(tooLargeReply, "ResponsePayloadSizeLimitExceeded");
    if (fault?.fault === "dropped-reply") return fail(sessionLost, "dropped-reply");
    entry.error = reply.Error?.Code ?? null;
    entry.milliseconds = performance.now() - started;
    return [success, 200, ["Content-Type", "application/json"], text];
  }

  #settings(): unknown {
    const { settings } = this.#last().options;
    return {
      Read(keys: string[], values: string[]): void {
        for (const [key, json] of settings.read()) {
          keys.push(key);
          values.push(json);
        }
      },
      Write(keys: string[], values: string[]): void {
        settings.write(keys.map((key, i) => [key, values[i] ?? "null"]));
      },
    };
  }
}
