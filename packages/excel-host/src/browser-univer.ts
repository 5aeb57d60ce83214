import {
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import {
  BaseReferenceObject,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  IFunctionService,
} from "@univerjs/engine-formula";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import { CalculationMode } from "@univerjs/sheets-formula";
import "@univerjs/preset-sheets-core/lib/index.css";
import { calculableFormulas } from "./model/calculable";
import { takeOverCalculation, type SpreadsheetRuntime } from "./model/runtime";
import { shareFilledFormulas } from "./model/shared-formulas";
import { readTextFormattedNumbers } from "./model/text-formatted-numbers";

export interface Grid {
  runtime: SpreadsheetRuntime;
  /** To be called when the first workbook is there: Univer starts its sheet plugins with it. */
  ready(): void;
}

/** Univer with its grid, drawn into an element of the page. */
export function startUniverInPage(container: HTMLElement): Grid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(zhCN) },
    logLevel: LogLevel.WARN,
  });
  // The preset lists the plugins that belong together; the package that would register them brings forty others along.
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: true,
    footer: {},
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  for (const entry of plugins) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry);
  }
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  let dirty: SpreadsheetRuntime["dirty"] | null = null;
  return {
    runtime: {
      commands: injector.get(ICommandService),
      instances,
      dirty: { get: (id) => dirty?.get(id) },
      createWorkbook: (data) => {
        univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
      },
      disposeWorkbook: (unitId) => {
        instances.disposeUnit(unitId);
      },
    },
    ready() {
      const functions = injector.get(IFunctionService);
      shareFilledFormulas(injector.get(ICalculateFormulaService), (formulas) =>
        calculableFormulas(formulas, instances, (name) => functions.hasExecutor(name)),
      );
      readTextFormattedNumbers(BaseReferenceObject);
      dirty = takeOverCalculation(injector.get(IActiveDirtyManagerService));
    },
  };
}
