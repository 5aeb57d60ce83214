import { FluentProvider } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { darkTheme, lightTheme } from "./style/theme";
import { TextsContext, useTextsFor } from "./use-texts";
import { useDarkMode } from "./use-dark-mode";

interface SurroundingsProps {
  readonly language: string;
  /** Null where Office tells no theme. */
  readonly officeDark: boolean | null;
  readonly children: ReactNode;
}

/** Language and colours of the pane. */
export function Surroundings({ language, officeDark, children }: SurroundingsProps) {
  const dark = useDarkMode(officeDark);
  const texts = useTextsFor(language);
  useEffect(() => {
    document.documentElement.lang = texts.locale;
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.title = texts.productName;
  }, [texts, dark]);
  return (
    <TextsContext value={texts}>
      <FluentProvider theme={dark ? darkTheme : lightTheme} className="pane">
        {children}
      </FluentProvider>
    </TextsContext>
  );
}
