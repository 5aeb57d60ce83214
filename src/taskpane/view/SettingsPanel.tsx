import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { HUNDRED, parseDecimal } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import { holds } from "../../expr/evaluate";
import type { Settings } from "../../model/settings";
import { useTexts } from "../useTexts";

interface SettingsPanelProps {
  readonly settings: Settings;
  readonly busy: boolean;
  readonly onApply: (settings: Settings) => void;
  readonly onClose: () => void;
}

/** What the rules leave to a choice. Applied together with a new calculation, so that no shown score is out of date. */
export default function SettingsPanel({ settings, busy, onApply, onClose }: SettingsPanelProps) {
  const texts = useTexts();
  const words = texts.settings;
  const [draft, setDraft] = useState(settings);
  const [percent, setPercent] = useState(percentOf(settings.overAchievement));
  const share = shareOf(percent);
  const change = (part: Partial<Settings>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className="settings"
      aria-label={words.heading}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (share !== null && !busy) onApply({ ...draft, overAchievement: share });
      }}
    >
      <h2>{words.heading}</h2>
      <Choice
        label={words.output}
        value={draft.output}
        first
        onChange={(output) => change({ output })}
        options={{ formulas: words.outputFormulas, values: words.outputValues }}
      />
      <Choice
        label={words.places}
        value={String(draft.places) as PlacesText}
        onChange={(places) => change({ places: Number(places) })}
        options={PLACES}
      />
      <Choice
        label={words.zeroBudget}
        value={draft.zeroBudget}
        onChange={(zeroBudget) => change({ zeroBudget })}
        options={{ full: words.full, zero: words.zero, ask: words.ask }}
      />
      <Choice
        label={words.notApplicable}
        value={draft.notApplicable}
        onChange={(notApplicable) => change({ notApplicable })}
        options={{ full: words.full, rescale: words.rescale, ask: words.ask }}
      />
      <Field
        label={words.overAchievement}
        hint={words.overAchievementHint}
        {...(share === null ? { validationMessage: words.overAchievementInvalid } : {})}
      >
        <Input inputMode="decimal" value={percent} onChange={(_, { value }) => setPercent(value)} />
      </Field>
      <div className="settings-actions">
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {words.apply}
        </Button>
        <Button onClick={onClose}>{texts.common.cancel}</Button>
      </div>
    </form>
  );
}

const PLACES = { "0": "0", "1": "1", "2": "2", "3": "3", "4": "4" } as const;
type PlacesText = keyof typeof PLACES;

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, ReactNode>>;
  readonly onChange: (value: Value) => void;
  /** Takes the focus when the panel opens. */
  readonly first?: boolean;
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  first = false,
}: ChoiceProps<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <Field label={label}>
      <Select autoFocus={first} value={value} onChange={(_, data) => onChange(data.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {options[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** `1.3` → `130`. */
function percentOf(share: string): string {
  const value = parseDecimal(share);
  return value === null ? share : toDecimal(value.mul(HUNDRED));
}

/** `130` → `1.3`; null where it is no number of at least 100. */
function shareOf(percent: string): string | null {
  const value = parseDecimal(percent.trim());
  return value !== null && holds(value, ">=", HUNDRED) ? toDecimal(value.div(HUNDRED)) : null;
}
