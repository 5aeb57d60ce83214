import type { CellAddress } from "../../expr/cell";
import { CellMap } from "../../expr/cell-map";
import type { Expression } from "../../expr/expression";
import type { Placement } from "../../expr/formula";

/**
 * Where numbers stand on the generated sheets. The user's own cells are known by their address, so that any formula
 * over such a cell can point at the working paper's reading of it.
 */
export class Places implements Placement {
  readonly #nodes = new Map<Expression, CellAddress>();
  readonly #inputs = new CellMap<CellAddress>();

  constructor(private readonly outer?: Places) {}

  set(expression: Expression, at: CellAddress): void {
    this.#nodes.set(expression, at);
    if (expression.kind === "input") this.#inputs.set(expression.cell, at);
  }

  get(expression: Expression): CellAddress | undefined {
    const node = this.#nodes.get(expression);
    if (node !== undefined) return node;
    const input = expression.kind === "input" ? this.#inputs.get(expression.cell) : undefined;
    return input ?? this.outer?.get(expression);
  }

  has(expression: Expression): boolean {
    return this.get(expression) !== undefined;
  }

  /** Places that hold for one row only; what is not found there is looked up here. */
  within(): Places {
    return new Places(this);
  }
}
