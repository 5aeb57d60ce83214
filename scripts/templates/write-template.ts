import { checked, startEngine, type EngineFile } from "../samples/engine.js";
import { finishPackage } from "../samples/package.js";
import { buildDate, writeWorkbook } from "../samples/write-workbook.js";
import type { Validation } from "./sheet.js";
import type { Template } from "./templates.js";

/** Writes an empty form as .xlsx: same input, same bytes. */
export async function writeTemplate({ title, sheets }: Template): Promise<Uint8Array> {
  const plain = await writeWorkbook({ title, sheets: [...sheets] });
  const engine = await startEngine();
  const file = engine.OpenReader(plain);
  if (file.error) throw new Error(file.error);
  for (const { name, validations } of sheets)
    for (const validation of validations) validate(file, name, validation);
  const { buffer } = checked(file.WriteToBuffer());
  return finishPackage(new Uint8Array(buffer as unknown as ArrayBuffer), new Map(), buildDate);
}

/** Excel's limit of an error message is 225 characters, of a hint 255. */
function validate(file: EngineFile, sheet: string, validation: Validation): void {
  const { range, title, hint } = validation;
  const prompt = { Sqref: range, ShowInputMessage: true, PromptTitle: title, Prompt: hint, AllowBlank: true };
  const refused = { ShowErrorMessage: true, ErrorStyle: "stop", ErrorTitle: title };
  const rule =
    validation.kind === "hint"
      ? {}
      : validation.kind === "amount"
        ? {
            Type: "decimal",
            Operator: "greaterThanOrEqual",
            Formula1: "0",
            ...refused,
            Error: "请填不小于 0 的数。",
          }
        : {
            Type: "decimal",
            Operator: "between",
            Formula1: "0",
            Formula2: validation.of,
            ...refused,
            Error: "得分应在 0 与分值之间。",
          };
  checked(file.AddDataValidation(sheet, { ...prompt, ...rule }));
}
