import { useEffect, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { Pane } from "../../src/taskpane/Pane";
import { Surroundings } from "../../src/taskpane/Surroundings";
import { HostNotice } from "../../src/taskpane/view/HostNotice";
import "../../src/taskpane/style/base.css";
import "../../src/taskpane/style/notice.css";
import "../../src/taskpane/style/workbook.css";
import "../../src/taskpane/style/result.css";
import "../../src/taskpane/style/findings.css";
import "../../src/taskpane/style/decisions.css";
import { HOST_SCENES, PANE_SCENES, type PaneScene } from "./states";

const asked = new URLSearchParams(location.search);
const name = asked.get("scene");
const language = asked.get("language") ?? "zh-CN";
const dark = asked.has("dark");

/** Long enough for a part that is loaded with the click. */
const PATIENCE_MS = 10_000;

function buttonNamed(label: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("button, summary")].find(
    (one) =>
      (one.getAttribute("aria-label") ?? one.textContent).trim() === label &&
      !one.matches(":disabled, [aria-disabled=true]"),
  );
}

async function press(label: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const found = buttonNamed(label);
    if (found !== undefined) return found.click();
    await new Promise((later) => setTimeout(later, 30));
  }
  document.body.dataset.missing = label;
}

function PaneOf({ scene }: { readonly scene: PaneScene }) {
  useEffect(() => {
    void scene.press
      .reduce((before, label) => before.then(() => press(label)), Promise.resolve())
      .then(() => (document.body.dataset.ready = "yes"));
  }, [scene]);
  const session = useMemo(() => scene.session(), [scene]);
  return <Pane session={session} />;
}

function Gallery() {
  const pane = PANE_SCENES.find((scene) => scene.name === name);
  if (pane !== undefined) return <PaneOf scene={pane} />;
  const host = HOST_SCENES.find((scene) => scene.name === name);
  if (host !== undefined) {
    document.body.dataset.ready = "yes";
    return (
      <main>
        <HostNotice state={host.host} />
      </main>
    );
  }
  return (
    <main>
      <h1>任务窗格的各种状态</h1>
      <ul>
        {[...PANE_SCENES, ...HOST_SCENES].map((scene) => (
          <li key={scene.name}>
            <a href={`?scene=${scene.name}`}>{scene.name}</a> <a href={`?scene=${scene.name}&dark`}>dark</a>{" "}
            <a href={`?scene=${scene.name}&language=en-US`}>en</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("gallery.html has no #root");
createRoot(root).render(
  <Surroundings language={language} officeDark={dark}>
    <Gallery />
  </Surroundings>,
);
