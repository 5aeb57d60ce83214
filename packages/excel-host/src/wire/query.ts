import { getMember } from "./members";
import type { QueryInfo } from "./protocol";
import { classOf, pascal, WireCollection, WireObject } from "./wire-object";

export function identityOf(object: WireObject): Record<string, unknown> {
  return { ...object.identity(), ...(object.referenceId ? { _ReferenceId: object.referenceId } : {}) };
}

type Path = string[];
const paths = (names: string[] | undefined): Path[] =>
  (names ?? []).map((name) => name.split("/").map(pascal));
const isEverything = (path: Path): boolean => path[0] === "*" || path[0] === "$all";

/** Properties of ranges and names that a calculation changes. */
const results = new Set(["ArrayValues", "Text", "Value", "ValueTypes", "Values"]);

/** Whether the answer depends on results of formulas. Their texts and formats do not wait for a calculation. */
export function asksForResults(query: QueryInfo): boolean {
  const select = paths(query.Select);
  return (
    select.length === 0 ||
    paths(query.Expand).length > 0 ||
    select.some((path) => isEverything(path.slice(-1)) || results.has(path.at(-1) ?? ""))
  );
}

/** Answers load(): the selected scalar fields, and nested objects one level deeper for each further name. */
export function answerQuery(object: WireObject, query: QueryInfo): Record<string, unknown> {
  const select = paths(query.Select);
  const expand = paths(query.Expand);
  return object instanceof WireCollection
    ? collection(object, query, select, expand)
    : fields(object, select, expand);
}

function collection(
  object: WireCollection,
  query: QueryInfo,
  select: Path[],
  expand: Path[],
): Record<string, unknown> {
  const own = classOf(object).scalars;
  const ofItems = (list: Path[]): Path[] =>
    list.map((path) => (path[0] === "Items" ? path.slice(1) : path)).filter((path) => path.length > 0);
  const out = identityOf(object);
  for (const path of select) {
    const name = path[0] ?? "";
    if (path.length === 1 && own.includes(name)) out[name] = getMember(object, name);
  }
  const selectOfItems = ofItems(select).filter((path) => !own.includes(path[0] ?? ""));
  const asksItems =
    select.length === 0 ||
    selectOfItems.length > 0 ||
    select.some((path) => path[0] === "Items") ||
    expand.length > 0;
  if (asksItems) {
    const from = query.Skip ?? 0;
    const items = object.items().slice(from, query.Top === undefined ? undefined : from + query.Top);
    out["_Items"] = items.map((item) => fields(item, selectOfItems, ofItems(expand)));
  }
  return out;
}

function fields(object: WireObject, select: Path[], expand: Path[]): Record<string, unknown> {
  const out = identityOf(object);
  const tree = new Map<string, Path[]>();
  if (select.length === 0 || select.some(isEverything))
    for (const name of classOf(object).scalars) tree.set(name, []);
  for (const path of [...select, ...expand]) {
    const name = path[0] ?? "";
    if (isEverything(path)) continue;
    const rest = tree.get(name) ?? [];
    if (path.length > 1) rest.push(path.slice(1));
    tree.set(name, rest);
  }
  for (const [name, rest] of tree) {
    const value = getMember(object, name);
    out[name] =
      value instanceof WireObject
        ? answerQuery(value, { Select: rest.map((path) => path.join("/")) })
        : value;
  }
  return out;
}
