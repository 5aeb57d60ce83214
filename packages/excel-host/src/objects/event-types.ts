/** Numbers by which the library tells events apart. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
} as const;

/** The target id of events of the whole workbook. */
export const workbookTarget = "Workbook";
