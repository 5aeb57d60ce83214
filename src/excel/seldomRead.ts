// What reading only a few workbooks takes: loaded when one of them is open.
export { hiddenRowsOf } from "./hiddenRows";
export { readRows } from "./largeSheets";
export { lockedCells } from "./protection";
