import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainWording } from "../../src/text/plain-wording";
import { RULE_KINDS } from "../../src/rules/registry";
import { KIND_CASES } from "./parameters";

describe("a rule's wording", () => {
  it.each(KIND_CASES.map(({ kind, parameters }) => [kind.name, kind, parameters] as const))(
    "of kind %s reads as it was printed",
    (_name, kind, parameters) => {
      fc.assert(
        fc.property(parameters, (given) => {
          expect(kind.parse(plainWording(kind.print(given)))).toEqual(given);
        }),
      );
    },
  );

  it("is tested for every kind of the registry", () => {
    expect(new Set(KIND_CASES.map(({ kind }) => kind.name))).toEqual(
      new Set(RULE_KINDS.map(({ name }) => name)),
    );
  });

  it("belongs to the kind that printed it", () => {
    for (const { kind, parameters } of KIND_CASES) {
      for (const given of fc.sample(parameters, 20)) {
        const plain = plainWording(kind.print(given));
        expect(RULE_KINDS.find((each) => each.read(plain) !== null)?.name, plain).toBe(kind.name);
      }
    }
  });
});
