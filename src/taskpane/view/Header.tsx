import { Button } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import type { RefObject } from "react";
import { keepIn } from "../keep-in";
import { useTexts } from "../use-texts";

interface HeaderProps {
  readonly settingsOpen: boolean;
  readonly onSettings: () => void;
  readonly gear: RefObject<HTMLButtonElement | null>;
}

export function Header({ settingsOpen, onSettings, gear }: HeaderProps) {
  const texts = useTexts();
  return (
    <header className="header">
      <h1>{texts.productName}</h1>
      <Button
        ref={keepIn(gear)}
        appearance="subtle"
        size="small"
        icon={<SettingsRegular />}
        aria-label={texts.common.settings}
        title={texts.common.settings}
        aria-expanded={settingsOpen}
        onClick={onSettings}
      />
    </header>
  );
}
