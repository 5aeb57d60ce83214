// What Stryker passes over: the sentences that people read. A test that repeats them word for word finds no mistake.
import { PluginKind, declareValuePlugin } from "@stryker-mutator/api/plugin";

const HAN = /\p{Script=Han}/u;

/** Functions that take a sentence, and properties that hold one. */
const SPEAKING_CALLS = new Set(["clauses", "finding", "judgement", "missing"]);
const SPEAKING_PROPERTIES = new Set(["describe", "label", "why"]);

/** A literal sentence; one that chooses its words by a condition is logic and stays. */
function isSentence(path) {
  if (path.isStringLiteral()) return HAN.test(path.node.value);
  if (!path.isTemplateLiteral()) return false;
  const chooses = path.node.expressions.some(({ type }) => /Conditional|Logical|Binary|Function/.test(type));
  return !chooses && path.node.quasis.some(({ value }) => HAN.test(value.raw));
}

function isSpoken({ parent, node }) {
  if (parent.type === "CallExpression") return SPEAKING_CALLS.has(parent.callee.name);
  return (
    parent.type === "ObjectProperty" && parent.value === node && SPEAKING_PROPERTIES.has(parent.key.name)
  );
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "wording", {
    shouldIgnore: (path) => (isSentence(path) && isSpoken(path) ? "wording" : undefined),
  }),
];
