/** The children of elements in the order of the schema (ECMA-376, part 1, annex A). */

const words = (text: string): readonly string[] => text.split(/\s+/);

export const worksheetOrder = words(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
   autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
   hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
   ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
   tableParts extLst`,
);

export const workbookOrder = words(
  `fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups
   externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes
   webPublishing fileRecoveryPr webPublishObjects extLst`,
);

export const stylesOrder = words(
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
);

/** As Excel writes it; the schema of a font takes any order, older readers do not. */
export const fontOrder = words(
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
);

export const borderOrder = words("start left end right top bottom diagonal vertical horizontal");

export const sheetPropertiesOrder = words("tabColor outlinePr pageSetUpPr");

/** Sorted by rank; what the schema does not name goes last, in the order in which it came. */
export const inSchemaOrder = <T>(
  list: readonly T[],
  order: readonly string[],
  nameOf: (one: T) => string,
): T[] => {
  const rank = (one: T): number => {
    const index = order.indexOf(nameOf(one));
    return index < 0 ? order.length : index;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
};
