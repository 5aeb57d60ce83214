import { oneOf } from "./arguments";
import { ExcelObject } from "./context";

export class Application extends ExcelObject {
  static override readonly className = "Application";
  static override readonly scalars = ["CalculationMode", "CalculationState"];

  get CalculationMode(): string {
    return this.context.calculation.mode === "manual" ? "Manual" : "Automatic";
  }
  set CalculationMode(given: unknown) {
    const mode = oneOf(given, ["Automatic", "AutomaticExceptTables", "Manual"]);
    this.context.calculation.mode = mode === "Manual" ? "manual" : "automatic";
  }
  get CalculationState(): string {
    return this.context.calculation.isDirty ? "Pending" : "Done";
  }
  /** Awaited by the next read: calculations run one after the other. */
  Calculate(type?: unknown): void {
    const kind = oneOf(type ?? "Recalculate", ["Recalculate", "Full", "FullRebuild"]);
    this.model.flush();
    this.context.calculation.start(kind !== "Recalculate");
  }
  /** The host calculates once for each request anyway. */
  SuspendApiCalculationUntilNextSync(): void {
    // see above
  }
  SuspendScreenUpdatingUntilNextSync(): void {
    // nothing is drawn while a request runs
  }
}
