import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const project = path.resolve(import.meta.dirname, "..", "..");

/** Excel's own object model: a Range knows its Worksheet, which makes Ranges. */
const OBJECT_MODEL = path.join("packages", "excel-host", "src", "objects");

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

const files = [...sourcesBelow("src"), ...sourcesBelow(path.join("packages", "excel-host", "src"))];

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(project, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+)";|^import "(\.[^"]+)";/gm)]
    .map(([, from, bare]) => path.join(path.dirname(file), from ?? bare ?? ""))
    .flatMap((target) => [".ts", ".tsx", ""].map((ending) => `${target}${ending}`))
    .filter((target) => /\.tsx?$/.test(target) && existsSync(path.join(project, target)));
}

/** A way from a file back to itself, or null. */
function circleThrough(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const stack: string[][] = [[start]];
  for (let way = stack.pop(); way !== undefined; way = stack.pop()) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      stack.push([...way, next]);
    }
  }
  return null;
}

describe("files", () => {
  it("do not import each other in a circle, but for the objects of Excel", () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    const circles = files
      .filter((file) => !file.startsWith(OBJECT_MODEL))
      .map((file) => circleThrough(file, graph))
      .filter((circle) => circle !== null && !circle.some((file) => file.startsWith(OBJECT_MODEL)))
      .map((circle) => circle?.join(" → "));
    expect(circles).toEqual([]);
  });
});
