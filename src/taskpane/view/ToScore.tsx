import { Button } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { cellLabel, type CellAddress } from "../../expr/cell";
import { choiceKeys, type ChoicesChange, type RuleChoice } from "../../model/choices";
import type { ScoredIndicator } from "../../model/evaluation";
import type { RunResult } from "../../model/run";
import { needsScore } from "../decided";
import { pointsText } from "../format";
import { lazyPart } from "../lazyPart";
import { useTexts } from "../use-texts";
import { leafName } from "../../model/form";
import { CellLink } from "./CellLink";

const RuleEditor = lazyPart(() => import(/* webpackChunkName: "rule-editor" */ "./RuleEditor"));

/** More than this are unfolded on demand. */
const AT_FIRST = 8;

interface ToScoreProps {
  readonly result: RunResult;
  readonly busy: boolean;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
}

/** 需要评分: a person gives the score, or says how it is given. */
export function ToScore({ result, busy, onCell, onDecide }: ToScoreProps) {
  const texts = useTexts();
  const [all, setAll] = useState(false);
  const indicators = result.evaluations.flatMap((evaluation) => evaluation.indicators.filter(needsScore));
  const shown = all ? indicators : indicators.slice(0, AT_FIRST);
  if (indicators.length === 0) return null;
  return (
    <section className="to-score">
      <h2>{texts.toScore.heading(indicators.length)}</h2>
      <p className="quiet">{texts.toScore.explanation}</p>
      <ul className="to-score-list">
        {shown.map((indicator, i) => (
          <li key={`${cellLabel(indicator.entry.cell)}|${i}`}>
            <Indicator
              indicator={indicator}
              result={result}
              busy={busy}
              onCell={onCell}
              onDecide={onDecide}
            />
          </li>
        ))}
      </ul>
      {shown.length < indicators.length && (
        <Button appearance="subtle" className="wide" onClick={() => setAll(true)}>
          {texts.common.showAll(indicators.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

interface IndicatorProps extends ToScoreProps {
  readonly indicator: ScoredIndicator;
}

function Indicator({ indicator, result, busy, onCell, onDecide }: IndicatorProps) {
  const texts = useTexts();
  const [editing, setEditing] = useState(false);
  const { entry, points, application } = indicator;
  const name = leafName(indicator.entry);
  const rule = entry.rule?.text.trim() ?? "";
  return (
    <>
      <p lang="zh-CN">
        <span className="strong">{name}</span>{" "}
        <span className="quiet">{texts.toScore.points(pointsText(points))}</span>{" "}
        <CellLink cell={entry.cell} onSelect={onCell} />
      </p>
      {"why" in application.outcome && !("saysWordingOnly" in application.outcome) && (
        <p className="quiet" lang="zh-CN">
          {application.outcome.why}
        </p>
      )}
      {rule !== "" && (
        <p className="quiet rule-text" lang="zh-CN">
          {texts.toScore.rule}：{rule}
        </p>
      )}
      <div className="to-score-actions">
        <Button
          size="small"
          aria-label={texts.toScore.enterOf(name)}
          onClick={() => onCell(entry.score?.cell ?? entry.cell)}
        >
          {texts.toScore.enter}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={texts.toScore.setRuleOf(name)}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {texts.toScore.setRule}
        </Button>
      </div>
      {editing && (
        <Suspense fallback={<p className="quiet">{texts.common.loading}</p>}>
          <RuleEditor
            name={name}
            entry={entry}
            recognition={result.recognition}
            settings={result.settings}
            busy={busy}
            onCancel={() => setEditing(false)}
            onApply={(wording) => onDecide({ rules: [{ indicator: entry.cell, wording }] })}
          />
        </Suspense>
      )}
    </>
  );
}

interface OwnRulesProps {
  readonly rules: readonly RuleChoice[];
  readonly busy: boolean;
  readonly onCell: (cell: CellAddress) => void;
  readonly onDecide: (change: ChoicesChange) => void;
}

/** The rules that the user set, to be looked at and taken back. */
export function OwnRules({ rules, busy, onCell, onDecide }: OwnRulesProps) {
  const texts = useTexts();
  if (rules.length === 0) return null;
  return (
    <details className="notes">
      <summary>{texts.toScore.rulesSet(rules.length)}</summary>
      <ul className="ignored-list">
        {rules.map((rule) => (
          <li key={choiceKeys.rules(rule)} className="ignored-line">
            <span lang="zh-CN">
              {rule.wording} <CellLink cell={rule.indicator} onSelect={onCell} />
            </span>
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={busy}
              aria-label={texts.findings.restoreOf(cellLabel(rule.indicator))}
              onClick={() => onDecide({ removed: [choiceKeys.rules(rule)] })}
            >
              {texts.findings.restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
