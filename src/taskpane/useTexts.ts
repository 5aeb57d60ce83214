import { createContext, useContext } from "react";
import { textsFor, type Texts } from "../strings";

export const TextsContext = createContext<Texts>(textsFor(""));

export function useTexts(): Texts {
  return useContext(TextsContext);
}
