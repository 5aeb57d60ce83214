import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useTexts } from "../use-texts";

interface IgnoreFormProps {
  readonly onIgnore: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A finding is let stand for a reason that the next reader can see. */
export default function IgnoreForm({ onIgnore, onCancel }: IgnoreFormProps) {
  const texts = useTexts();
  const [reason, setReason] = useState("");
  const given = reason.trim();
  return (
    <form
      className="ignore-form"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== "") onIgnore(given);
      }}
    >
      <Field label={texts.findings.reason} hint={texts.findings.reasonHint} required>
        <Input autoFocus size="small" value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className="settings-actions">
        <Button size="small" appearance="primary" type="submit" disabledFocusable={given === ""}>
          {texts.findings.ignore}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  );
}
