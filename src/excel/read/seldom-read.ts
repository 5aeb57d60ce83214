// What reading only a few workbooks takes: loaded when one of them is open.
export { hiddenRowsOf } from "./hidden-rows";
export { readRows } from "./large-sheets";
export { lockedCells } from "./protection";
