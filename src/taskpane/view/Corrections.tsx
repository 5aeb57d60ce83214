import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { cellLabel, type CellAddress } from "../../expr/cell";
import { ROLE_HEADERS } from "../../kept/choice-words";
import { choiceKeys, type Choices, type ChoicesChange } from "../../model/choices";
import {
  leafName,
  type ColumnRole,
  type EvaluationForm,
  type IndicatorEntry,
  type RecognisedColumn,
} from "../../model/form";
import { useTexts } from "../use-texts";
import { CellLink } from "./CellLink";

type Role = ColumnRole | "ignore";

export interface CorrectionsProps {
  readonly sheet: string;
  /** The evaluations that were read from this sheet. */
  readonly forms: readonly EvaluationForm[];
  readonly choices: Choices;
  readonly busy: boolean;
  readonly onDecide: (change: ChoicesChange) => void;
  readonly onCell: (cell: CellAddress) => void;
  readonly selectedCell: () => Promise<CellAddress | null>;
}

/** 更正: which column holds what, and which rows are indicators; the user's word goes before the reading. */
export default function Corrections(props: CorrectionsProps) {
  const { sheet, forms, choices, busy, onDecide, onCell } = props;
  const texts = useTexts();
  const columns = columnsOf(forms);
  const indicators = onePerRow(forms.flatMap((form) => form.indicators));
  return (
    <div className="corrections">
      <p className="quiet">{texts.corrections.explanation}</p>
      <ul className="columns" aria-label={texts.corrections.columns}>
        {columns.map(({ role, header }) => (
          <li key={cellLabel(header.cell)}>
            <CellLink cell={header.cell} onSelect={onCell} short />
            <span className="column-header" lang="zh-CN" title={header.text}>
              {header.text}
            </span>
            <RoleSelect
              label={texts.corrections.roleOf(header.text)}
              role={role}
              busy={busy}
              onRole={(chosen) => onDecide({ columns: [{ header: header.cell, role: chosen }] })}
            />
          </li>
        ))}
      </ul>
      <MissingColumn {...props} />
      {indicators.length > 0 && (
        <details className="fold">
          <summary>{texts.corrections.rows(indicators.length)}</summary>
          <p className="quiet">{texts.corrections.rowsHint}</p>
          <ul className="correction-rows">
            {indicators.map(({ name, cell }) => (
              <li key={cellLabel(cell)}>
                <span lang="zh-CN">
                  {name} <CellLink cell={cell} onSelect={onCell} short />
                </span>
                <Button
                  size="small"
                  appearance="subtle"
                  disabledFocusable={busy}
                  aria-label={texts.corrections.notIndicatorOf(name)}
                  onClick={() => onDecide({ rows: [{ cell }] })}
                >
                  {texts.recognised.notIndicator}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Made sheet={sheet} choices={choices} busy={busy} onDecide={onDecide} onCell={onCell} />
    </div>
  );
}

interface RoleSelectProps {
  readonly label: string;
  readonly role: Role;
  readonly busy: boolean;
  readonly onRole: (role: Role) => void;
}

function RoleSelect({ label, role, busy, onRole }: RoleSelectProps) {
  const texts = useTexts();
  const roles = Object.keys(ROLE_HEADERS) as Role[];
  return (
    <Select
      size="small"
      aria-label={label}
      value={role}
      disabled={busy}
      onChange={(_, { value }) => onRole(value as Role)}
    >
      {roles.map((each) => (
        <option key={each} value={each}>
          {each === "ignore" ? texts.corrections.unused : ROLE_HEADERS[each]}
        </option>
      ))}
    </Select>
  );
}

/** A column that was not read: the user points at its header. */
function MissingColumn({ sheet, busy, onDecide, selectedCell }: CorrectionsProps) {
  const texts = useTexts();
  const [role, setRole] = useState<Role>("points");
  const [refusal, setRefusal] = useState<string | null>(null);
  const use = async (): Promise<void> => {
    const cell = await selectedCell();
    if (cell === null) setRefusal(texts.corrections.noCell);
    else if (cell.sheet !== sheet) setRefusal(texts.corrections.otherSheet(sheet));
    else {
      setRefusal(null);
      onDecide({ columns: [{ header: cell, role }] });
    }
  };
  return (
    <Field
      label={texts.corrections.missingColumn}
      hint={texts.corrections.missingColumnHint}
      {...(refusal === null ? {} : { validationMessage: refusal })}
    >
      <div className="missing-column">
        <RoleSelect label={texts.corrections.role} role={role} busy={busy} onRole={setRole} />
        <Button size="small" disabledFocusable={busy} onClick={() => void use()}>
          {texts.corrections.useSelected}
        </Button>
      </div>
    </Field>
  );
}

type MadeProps = Pick<CorrectionsProps, "sheet" | "choices" | "busy" | "onDecide" | "onCell">;

/** What was corrected so far, to be taken back. */
function Made({ sheet, choices, busy, onDecide, onCell }: MadeProps) {
  const texts = useTexts();
  const made = [
    ...choices.columns
      .filter(({ header }) => header.sheet === sheet)
      .map((choice) => ({
        cell: choice.header,
        says: choice.role === "ignore" ? texts.corrections.unused : ROLE_HEADERS[choice.role],
        key: choiceKeys.columns(choice),
      })),
    ...choices.rows
      .filter(({ cell }) => cell.sheet === sheet)
      .map((choice) => ({
        cell: choice.cell,
        says: texts.corrections.isNoIndicator,
        key: choiceKeys.rows(choice),
      })),
  ];
  if (made.length === 0) return null;
  return (
    <div>
      <h3>{texts.corrections.made(made.length)}</h3>
      <ul className="correction-rows">
        {made.map(({ cell, says, key }) => (
          <li key={key}>
            <span>
              <CellLink cell={cell} onSelect={onCell} short /> {says}
            </span>
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={busy}
              aria-label={texts.corrections.restoreOf(cellLabel(cell))}
              onClick={() => onDecide({ removed: [key] })}
            >
              {texts.corrections.restore}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Several evaluations may share one header. */
function columnsOf(forms: readonly EvaluationForm[]): RecognisedColumn[] {
  const columns = new Map<string, RecognisedColumn>();
  for (const column of forms.flatMap((form) => form.columns)) {
    const key = cellLabel(column.header.cell);
    if (!columns.has(key)) columns.set(key, column);
  }
  return [...columns.values()];
}

/** A table with a unit column gives its indicators once for each unit. */
function onePerRow(indicators: readonly IndicatorEntry[]): { name: string; cell: CellAddress }[] {
  const rows = new Map<string, { name: string; cell: CellAddress }>();
  for (const entry of indicators)
    rows.set(cellLabel(entry.cell), { name: leafName(entry), cell: entry.cell });
  return [...rows.values()];
}
