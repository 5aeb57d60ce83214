import { createContext, useContext, useEffect, useState } from "react";
import { DEFAULT_TEXTS, loadTexts, type Texts } from "../strings/index";

export const TextsContext = createContext<Texts>(DEFAULT_TEXTS);

export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** The texts of a display language; Chinese until they are there, and where they do not come. */
export function useTextsFor(language: string): Texts {
  const [texts, setTexts] = useState(DEFAULT_TEXTS);
  useEffect(() => {
    let stopped = false;
    loadTexts(language)
      .catch(() => DEFAULT_TEXTS)
      .then(
        (loaded) => {
          if (!stopped) setTexts(loaded);
        },
        () => undefined,
      );
    return () => {
      stopped = true;
    };
  }, [language]);
  return texts;
}
