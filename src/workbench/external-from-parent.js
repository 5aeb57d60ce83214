// The first script of the pane's frame: what desktop Excel gives a page, taken from the page around the frame.
// It must stand there before office.js loads; the old-webview check before it needs no host.
(function () {
  try {
    // office.js remembers the host for the tab, and would believe an earlier one.
    sessionStorage.removeItem("hostInfoValue");
    addEventListener("pagehide", function () {
      sessionStorage.removeItem("hostInfoValue");
    });
  } catch {
    // Storage is off: nothing is remembered then.
  }
  // Without a page around it the pane is in an ordinary browser tab, and says so.
  if (window.parent.workbench) window.external = window.parent.workbench.external;
})();
