// The ESLint plugin `house`: an import that the table of rooms does not allow is an error, in every room.
import path from "node:path";
import { ROOMS } from "./rooms.mjs";

const project = path.resolve(import.meta.dirname, "..", "..");
const source = path.join(project, "src");
const packages = path.join(project, "packages");

/** The room of a file below src; null for any other file. */
export function roomOf(file) {
  const relative = path.relative(source, file);
  if (relative.startsWith("..") || path.isAbsolute(relative)) return null;
  const [room, ...rest] = relative.split(path.sep);
  return rest.length === 0 ? null : room;
}

/** Why a file may not import this, or null where it may. */
export function refusal(file, imported) {
  const from = roomOf(file);
  if (from === null) return outsideOfPackage(file, imported);
  const room = ROOMS[from];
  if (room === undefined) return `src/${from} is no room: enter it in scripts/house/rooms.mjs.`;
  if (imported.startsWith(".")) {
    const target = path.resolve(path.dirname(file), imported);
    if (path.basename(target) === "package.json") return null;
    const to = roomOf(path.join(target, "file"));
    if (to === null) return `${from} reaches outside src: ${imported}.`;
    return to === from || room.rooms.includes(to) ? null : `${from} may not import ${to}: ${imported}.`;
  }
  const allowed = room.packages.some((name) =>
    /[/:]$/.test(name) ? imported.startsWith(name) || imported === name.slice(0, -1) : imported === name,
  );
  return allowed ? null : `${from} may not import the package ${imported}.`;
}

/** A package of ours stands alone: its files import their own and what it depends on. */
function outsideOfPackage(file, imported) {
  const relative = path.relative(packages, file);
  if (relative.startsWith("..") || !imported.startsWith(".")) return null;
  const own = path.join(packages, relative.split(path.sep)[0]);
  const target = path.resolve(path.dirname(file), imported);
  return path.relative(own, target).startsWith("..")
    ? `A package knows nothing of the product: ${imported}.`
    : null;
}

const imports = {
  meta: {
    type: "problem",
    schema: [],
    messages: { refused: "{{why}} scripts/house/rooms.mjs is the table." },
  },
  create(context) {
    const check = (node) => {
      if (node === null || node === undefined || typeof node.value !== "string") return;
      const why = refusal(context.filename, node.value);
      if (why !== null) context.report({ node, messageId: "refused", data: { why } });
    };
    return {
      ImportDeclaration: ({ source: from }) => check(from),
      ExportNamedDeclaration: ({ source: from }) => check(from),
      ExportAllDeclaration: ({ source: from }) => check(from),
      ImportExpression: ({ source: from }) => check(from),
      TSImportType: ({ source: from }) => check(from),
    };
  },
};

export const house = { rules: { imports } };
