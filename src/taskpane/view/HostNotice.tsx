import type { FailureText } from "../../strings";
import type { HostState } from "../host";
import { useTexts } from "../use-texts";
import { Notice } from "./Notice";

/** Where the pane is when it is not in a usable Excel, and where to go. */
export function HostNotice({ state }: { readonly state: Exclude<HostState, { kind: "ready" }> }) {
  const texts = useTexts();
  if (state.kind === "waiting") {
    return (
      <p className="quiet waiting" role="status">
        {texts.host.waiting}
      </p>
    );
  }
  const byKind: Record<typeof state.kind, FailureText> = {
    "outside-excel": texts.host.outsideExcel,
    "other-host": texts.host.otherHost,
    "too-old": texts.host.tooOld,
    "no-answer": texts.host.noAnswer,
  };
  const { what, why, next } = byKind[state.kind];
  return (
    <Notice tone="warning" title={what}>
      <p>{why}</p>
      <p>{next}</p>
    </Notice>
  );
}
