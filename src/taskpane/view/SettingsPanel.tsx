import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { HUNDRED, parseDecimal } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import { holds } from "../../expr/evaluate";
import type { ChoicesChange } from "../../model/choices";
import type { GradeBand } from "../../model/grade";
import type { Settings } from "../../model/settings";
import { useTexts } from "../use-texts";

interface SettingsPanelProps {
  readonly settings: Settings;
  /** The grade scale in use, from best to worst. */
  readonly bands: readonly GradeBand[];
  readonly busy: boolean;
  /** Only what differs from before. */
  readonly onApply: (change: ChoicesChange) => void;
  readonly onClose: () => void;
}

/** What the rules leave to a choice. Applied together with a new calculation, so that no shown score is out of date. */
export default function SettingsPanel({ settings, bands, busy, onApply, onClose }: SettingsPanelProps) {
  const texts = useTexts();
  const words = texts.settings;
  const [draft, setDraft] = useState(settings);
  const [percent, setPercent] = useState(percentOf(settings.overAchievement));
  const [bounds, setBounds] = useState(() => bands.map(({ from }) => toDecimal(from)));
  const share = shareOf(percent);
  const scale = scaleOf(bands, bounds);
  const change = (part: Partial<Settings>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className="settings"
      aria-label={words.heading}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (share === null || scale === null || busy) return;
        const changed = changesOf(settings, { ...draft, overAchievement: share });
        onApply({
          ...(Object.keys(changed).length === 0 ? {} : { settings: changed }),
          ...(sameScale(bands, scale) ? {} : { gradeBands: scale }),
        });
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
      <Field
        label={words.grades}
        hint={words.gradesHint}
        {...(scale === null ? { validationMessage: words.gradesInvalid } : {})}
      >
        <div className="grade-bounds">
          {bands.slice(0, -1).map(({ grade }, index) => (
            <label key={grade}>
              <span lang="zh-CN">{grade} ≥</span>
              <Input
                inputMode="decimal"
                aria-label={words.gradeFrom(grade)}
                value={bounds[index] ?? ""}
                onChange={(_, { value }) => setBounds(bounds.map((old, i) => (i === index ? value : old)))}
              />
            </label>
          ))}
        </div>
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

/** The scale with new lower bounds; null where they are no numbers that fall from 100 to 0. */
function scaleOf(bands: readonly GradeBand[], bounds: readonly string[]): GradeBand[] | null {
  const scale: GradeBand[] = [];
  for (const [index, { grade }] of bands.entries()) {
    const from = parseDecimal((bounds[index] ?? "").trim());
    const above = scale.at(-1)?.from ?? HUNDRED;
    if (from === null || from.compare(0) < 0 || from.compare(above) > (index === 0 ? 0 : -1)) return null;
    scale.push({ grade, from });
  }
  return scale;
}

const sameScale = (one: readonly GradeBand[], other: readonly GradeBand[]): boolean =>
  one.every(({ from }, index) => other[index]?.from.equals(from) === true);

function changesOf(before: Settings, after: Settings): Partial<Settings> {
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof Settings] !== value);
  return Object.fromEntries(changed);
}
