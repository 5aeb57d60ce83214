import type { Texts } from "./texts";
import { zhCN } from "./zh-CN";

export type { FailureText, Texts } from "./texts";

/** Chinese, which most users read, is there at once. */
export const DEFAULT_TEXTS: Texts = zhCN;

/** The texts for a display language such as `zh-CN`: Chinese for any Chinese and while none is known, else English. */
export async function loadTexts(displayLanguage: string): Promise<Texts> {
  if (displayLanguage === "" || /^zh\b/i.test(displayLanguage)) return zhCN;
  const { enUS } = await import(/* webpackChunkName: "en-US" */ "./en-US");
  return enUS;
}
