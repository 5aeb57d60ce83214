import { useCallback, useEffect, useState } from "react";
import type { WorkbookSession } from "../excel/session";
import { connectHost, type HostState } from "./host";
import { loadSession } from "./load-session";
import { Pane } from "./Pane";
import { Surroundings } from "./Surroundings";
import { useTexts } from "./use-texts";
import { HostNotice } from "./view/HostNotice";
import { Notice } from "./view/Notice";

/** The pane from its first moment: shown at once, filled when Excel answers. */
export function App() {
  const [host, setHost] = useState<HostState>({ kind: "waiting" });
  useEffect(() => connectHost(setHost), []);
  const language =
    host.kind === "ready" ? host.displayLanguage : host.kind === "waiting" ? "" : navigator.language;
  return (
    <Surroundings language={language} officeDark={host.kind === "ready" ? host.dark : null}>
      {host.kind === "ready" ? <ConnectedPane /> : <Unconnected host={host} />}
    </Surroundings>
  );
}

function Unconnected({ host }: { readonly host: Exclude<HostState, { kind: "ready" }> }) {
  const texts = useTexts();
  return (
    <>
      <header className="header">
        <h1>{texts.productName}</h1>
      </header>
      <main>
        <HostNotice state={host} />
      </main>
    </>
  );
}

function ConnectedPane() {
  const texts = useTexts();
  const [session, setSession] = useState<WorkbookSession | "failed" | null>(null);
  const load = useCallback(() => {
    loadSession().then(setSession, () => setSession("failed"));
  }, []);
  useEffect(load, [load]);
  if (session === null) return <Unconnected host={{ kind: "waiting" }} />;
  if (session !== "failed") return <Pane session={session} />;
  const { what, why, next } = texts.host.noAnswer;
  return (
    <Notice tone="error" title={what}>
      <p>{why}</p>
      <p>{next}</p>
    </Notice>
  );
}
