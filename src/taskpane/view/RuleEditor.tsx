import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { IndicatorEntry } from "../../model/form";
import type { Settings } from "../../model/settings";
import type { Recognition } from "../../model/workbook";
import { readRule } from "../../rules/read-rule";
import { rulePreview } from "../../scoring/preview-rule";
import { pointsText, scoreText } from "../format";
import { wordingOf, type DraftKind, type RuleDraft } from "../rule-draft";
import { useTexts } from "../use-texts";

interface RuleEditorProps {
  readonly name: string;
  readonly entry: IndicatorEntry;
  readonly recognition: Recognition;
  readonly settings: Settings;
  readonly busy: boolean;
  readonly onApply: (wording: string) => void;
  readonly onCancel: () => void;
}

/** How an indicator is scored, in words: chosen from the common kinds or written, and read back before it counts. */
export default function RuleEditor(props: RuleEditorProps) {
  const { name, entry, busy, onApply, onCancel } = props;
  const texts = useTexts();
  const words = texts.ruleEditor;
  const [draft, setDraft] = useState<RuleDraft>({
    kind: "proportion",
    event: words.eventDefault,
    deduct: "1",
    limit: "",
    side: "below",
    every: "1",
    bands: [
      { from: "90", award: entry.points === null ? "" : pointsText(entry.points.value) },
      { from: "60", award: "" },
    ],
    own: entry.rule?.text ?? "",
  });
  const change = (part: Partial<RuleDraft>): void => setDraft({ ...draft, ...part });
  const wording = wordingOf(draft, hasTarget(entry));
  const isRead = wording !== null && readRule(wording).rule !== null;
  return (
    <form
      className="rule-editor"
      aria-label={words.label(name)}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (wording !== null && isRead && !busy) onApply(wording);
      }}
    >
      <Field label={words.kind}>
        <Select
          autoFocus
          value={draft.kind}
          onChange={(_, { value }) => change({ kind: value as DraftKind })}
        >
          {(Object.keys(words.kinds) as DraftKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Parameters draft={draft} onChange={change} />
      {wording !== null && <Preview {...props} wording={wording} />}
      <div className="settings-actions">
        <Button appearance="primary" size="small" type="submit" disabledFocusable={!isRead || busy}>
          {words.apply}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}

interface ParametersProps {
  readonly draft: RuleDraft;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

function Parameters({ draft, onChange }: ParametersProps) {
  const words = useTexts().ruleEditor;
  const deduct = (
    <Typed
      label={words.deduct}
      value={draft.deduct}
      onChange={(value) => onChange({ deduct: value })}
      number
    />
  );
  switch (draft.kind) {
    case "proportion":
    case "allOrNothing":
      return null;
    case "events":
      return (
        <div className="side-by-side">
          <Typed label={words.event} value={draft.event} onChange={(event) => onChange({ event })} />
          {deduct}
        </div>
      );
    case "excess":
      return (
        <>
          <div className="side-by-side">
            <Field label={words.side}>
              <Select
                value={draft.side}
                onChange={(_, { value }) => onChange({ side: value as RuleDraft["side"] })}
              >
                <option value="below">{words.below}</option>
                <option value="above">{words.above}</option>
              </Select>
            </Field>
            <Typed label={words.limit} value={draft.limit} onChange={(limit) => onChange({ limit })} number />
          </div>
          <p className="quiet">{words.limitHint}</p>
          <div className="side-by-side">
            <Typed label={words.every} value={draft.every} onChange={(every) => onChange({ every })} number />
            {deduct}
          </div>
        </>
      );
    case "bands":
      return <BandParameters draft={draft} onChange={onChange} />;
    case "own":
      return (
        <Field label={words.wording} hint={words.wordingHint}>
          <Textarea rows={3} value={draft.own} onChange={(_, { value }) => onChange({ own: value })} />
        </Field>
      );
  }
}

function BandParameters({ draft, onChange }: ParametersProps) {
  const words = useTexts().ruleEditor;
  const set = (index: number, part: Partial<RuleDraft["bands"][number]>): void =>
    onChange({ bands: draft.bands.map((band, i) => (i === index ? { ...band, ...part } : band)) });
  return (
    <div className="band-list">
      {draft.bands.map((band, index) => (
        <div className="side-by-side" key={index}>
          <Typed label={words.atLeast} value={band.from} onChange={(from) => set(index, { from })} number />
          <Typed label={words.awards} value={band.award} onChange={(award) => set(index, { award })} number />
          {draft.bands.length > 1 && (
            <Button
              className="remove-band"
              size="small"
              appearance="subtle"
              aria-label={words.removeBand(index + 1)}
              title={words.removeBand(index + 1)}
              onClick={() => onChange({ bands: draft.bands.filter((_, i) => i !== index) })}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <div className="band-end">
        <span className="quiet">{words.otherwise}</span>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => onChange({ bands: [...draft.bands, { from: "", award: "" }] })}
        >
          {words.addBand}
        </Button>
      </div>
    </div>
  );
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly number?: boolean;
}

function Typed({ label, value, onChange, number = false }: TypedProps) {
  return (
    <Field label={label}>
      <Input
        {...(number ? { inputMode: "decimal" as const } : {})}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

/** What will be kept, how it is read, and what it gives with the data that stand in the workbook. */
function Preview({ wording, entry, recognition, settings }: RuleEditorProps & { readonly wording: string }) {
  const texts = useTexts();
  const words = texts.ruleEditor;
  const preview = useMemo(() => rulePreview(entry, recognition, settings), [entry, recognition, settings]);
  const { rule } = readRule(wording);
  const scored = useMemo(() => preview(wording), [preview, wording]);
  return (
    <div className="preview" role="status" lang="zh-CN">
      <p>
        <span className="quiet">{words.stored}</span> {wording}
      </p>
      {rule === null ? (
        <p className="severity-warning">{words.notRead}</p>
      ) : (
        <>
          <p>
            <span className="quiet">{words.readAs}</span> {rule.label}
          </p>
          <p className="strong">
            {scored.computedScore === null
              ? words.givesNothing
              : words.gives(scoreText(scored.computedScore, settings.places))}
          </p>
          {scored.explanation !== "" && <p className="quiet">{scored.explanation}</p>}
        </>
      )}
    </div>
  );
}

const hasTarget = ({ target }: IndicatorEntry): boolean =>
  target !== null && target.nature !== "empty" && target.nature !== "not-applicable";
