import { newAxis, type ChartState } from "../model/extras";
import type { WorkbookPackage } from "./package";
import { readXml } from "./xml";

/** A chart that the file has: its state, and the number by which its drawing knows it. */
export interface FileChart {
  readonly state: ChartState;
  readonly drawingId: string;
}

/** The charts of a sheet by name. What they show stays in their parts: only charts made here can be changed. */
export function readCharts(pack: WorkbookPackage, sheetPart: string): FileChart[] {
  const drawing = pack
    .relationships(sheetPart)
    .find(({ type, external, target }) => type === "drawing" && !external && pack.find(target) !== null);
  if (!drawing) return [];
  const out: FileChart[] = [];
  let frame: { id: string; name: string } | null = null;
  let isChart = false;
  readXml(drawing.target, pack.text(drawing.target), {
    open(name, a) {
      if (name === "graphicFrame") [frame, isChart] = [{ id: "", name: "" }, false];
      else if (name === "cNvPr" && frame) frame = { id: a["id"] ?? "", name: a["name"] ?? "" };
      else if (name === "chart") isChart = true;
    },
    close(name) {
      if (name !== "graphicFrame") return;
      if (frame && isChart) out.push({ drawingId: frame.id, state: stateOf(frame.name, out.length) });
      frame = null;
    },
  });
  return out;
}

const stateOf = (name: string, index: number): ChartState => ({
  id: `{0000${(index + 1).toString(16).toUpperCase().padStart(4, "0")}-0001-0000-0000-000000000000}`,
  name,
  type: "ColumnClustered",
  source: null,
  title: { text: "", visible: false },
  legend: { visible: false, position: "Bottom" },
  top: 0,
  left: 0,
  width: 360,
  height: 216,
  axes: { value: newAxis(), category: newAxis() },
  series: [],
});
