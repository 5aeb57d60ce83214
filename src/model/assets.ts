/** The workbooks that come with the add-in: a filled sample, and empty forms to fill in. */
export const TEMPLATES = ["project-self", "department-self", "project-evaluation"] as const;
export type TemplateName = (typeof TEMPLATES)[number];
export type InsertedAsset = "sample" | TemplateName;
