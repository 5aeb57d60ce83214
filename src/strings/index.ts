import { enUS } from "./en-US";
import type { Texts } from "./texts";
import { zhCN } from "./zh-CN";

export type { FailureText, Texts } from "./texts";

/** The texts for a display language such as `zh-CN`: Chinese for any Chinese and while none is known, else English. */
export function textsFor(displayLanguage: string): Texts {
  return displayLanguage === "" || /^zh\b/i.test(displayLanguage) ? zhCN : enUS;
}
