import { createRequire } from "node:module";
import type * as Core from "@univerjs/core";
import type * as EngineFormula from "@univerjs/engine-formula";
import type * as Sheets from "@univerjs/sheets";
import type * as SheetsFormula from "@univerjs/sheets-formula";
import { calculableFormulas } from "./model/calculable";
import { takeOverCalculation, type SpreadsheetRuntime } from "./model/runtime";
import { shareFilledFormulas } from "./model/shared-formulas";
import { readTextFormattedNumbers } from "./model/text-formatted-numbers";

export interface NodeSpreadsheet extends SpreadsheetRuntime {
  dispose(): void;
}

/** Univer without a grid. Its ES build does not load in Node (a named import from a CommonJS package), so require. */
export function startUniverInNode(): NodeSpreadsheet {
  const require = createRequire(import.meta.url);
  const core = require("@univerjs/core") as typeof Core;
  const formula = require("@univerjs/engine-formula") as typeof EngineFormula;
  const sheets = require("@univerjs/sheets") as typeof Sheets;
  const sheetsFormula = require("@univerjs/sheets-formula") as typeof SheetsFormula;

  const locale = core.LocaleType.ZH_CN;
  const univer = new core.Univer({
    locale,
    locales: { [locale]: { "sheets-formula": {} } },
    logLevel: core.LogLevel.SILENT,
  });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin);
  univer.registerPlugin(sheets.UniverSheetsPlugin);
  univer.registerPlugin(sheetsFormula.UniverSheetsFormulaPlugin, {
    initialFormulaComputing: sheetsFormula.CalculationMode.NO_CALCULATION,
  });
  const injector = univer.__getInjector();
  const instances = injector.get(core.IUniverInstanceService);
  // The plugins start with the first workbook: an empty one now, so that the calculation can be taken over.
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, {
    id: "warm-up",
    sheetOrder: ["s"],
    sheets: { s: { id: "s", name: "s" } },
  });
  const functions = injector.get(formula.IFunctionService);
  shareFilledFormulas(injector.get(formula.ICalculateFormulaService), (formulas) =>
    calculableFormulas(formulas, instances, (name) => functions.hasExecutor(name)),
  );
  readTextFormattedNumbers(formula.BaseReferenceObject);
  const dirty = takeOverCalculation(injector.get(formula.IActiveDirtyManagerService));
  instances.disposeUnit("warm-up");

  return {
    commands: injector.get(core.ICommandService),
    instances,
    dirty,
    createWorkbook: (data) => {
      univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, data);
    },
    disposeWorkbook: (unitId) => {
      instances.disposeUnit(unitId);
    },
    dispose: () => {
      univer.dispose();
    },
  };
}
