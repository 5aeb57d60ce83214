import { cellName } from "../../model/address";
import type { SheetChanges } from "../changes";
import type { SheetPatch } from "./sheet-patch";
import { child, openTag, outer, unclosed, withAttribute } from "./xml-text";

/** Gridlines, frozen panes and the colour of the tab; `selected`: whether the tab is to be selected, null as it was. */
export function patchView(
  patch: SheetPatch,
  { gridlines, tabColor, freeze }: SheetChanges["view"],
  selected: boolean | null,
): void {
  const { xml, prefix: p } = patch;
  if (tabColor !== undefined)
    patch.setProperty(
      "tabColor",
      tabColor === "" ? null : `<${p}tabColor rgb="FF${tabColor.replace("#", "").toUpperCase()}"/>`,
    );
  if (gridlines === undefined && !freeze && selected === null) return;
  const view = child(patch.child("sheetViews"), "sheetView");
  let tag = view ? openTag(xml, view) : `<${p}sheetView workbookViewId="0">`;
  if (gridlines !== undefined) tag = withAttribute(tag, "showGridLines", gridlines ? null : "0");
  if (selected !== null) tag = withAttribute(tag, "tabSelected", selected ? "1" : null);
  let inside = view ? xml.slice(view.openEnd, view.closeStart) : "";
  if (freeze) {
    const kept = (view?.children ?? []).filter(({ local }) => local !== "pane" && local !== "selection");
    inside = panes(p, freeze) + kept.map((one) => outer(xml, one)).join("");
  }
  const open = unclosed(tag);
  const text = inside === "" ? `${open}/>` : `${open}>${inside}</${p}sheetView>`;
  if (view) patch.edits.replaceElement(view, text);
  else patch.set("sheetViews", `<${p}sheetViews>${text}</${p}sheetViews>`);
}

function panes(p: string, { rows, columns }: { rows: number; columns: number }): string {
  if (rows === 0 && columns === 0) return "";
  const names = [
    ...(columns > 0 ? ["topRight"] : []),
    ...(rows > 0 ? ["bottomLeft"] : []),
    ...(rows > 0 && columns > 0 ? ["bottomRight"] : []),
  ];
  const x = columns > 0 ? ` xSplit="${columns}"` : "";
  const y = rows > 0 ? ` ySplit="${rows}"` : "";
  return (
    `<${p}pane${x}${y} topLeftCell="${cellName(rows, columns)}" activePane="${names.at(-1) ?? ""}" state="frozen"/>` +
    names.map((pane) => `<${p}selection pane="${pane}"/>`).join("")
  );
}
