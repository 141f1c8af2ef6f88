import { dirname } from 'node:path';

/** One file imports another. Both are paths from the project's root. */
export type FileImport = { from: string; to: string };

/** Imports from one folder into another that are part of a cycle. */
export type CyclicDependency = { from: string; to: string; imports: readonly FileImport[] };

/**
 * The dependencies between folders that are part of a cycle. A folder stands for its own files only: a folder and
 * its sub-folder that import each other form a cycle, too.
 */
export function findFolderCycles(imports: readonly FileImport[]): CyclicDependency[] {
  const dependencies = groupByFolder(imports);
  const reachable = new Map(
    Map.groupBy(dependencies, ({ from }) => from)
      .keys()
      .map((folder) => [folder, foldersReachableFrom(folder, dependencies)] as const),
  );
  return dependencies.filter(({ from, to }) => reachable.get(to)?.has(from));
}

function groupByFolder(imports: readonly FileImport[]): CyclicDependency[] {
  const between = Map.groupBy(imports, ({ from, to }) => `${dirname(from)}\0${dirname(to)}`);
  return Array.from(between.values(), (grouped) => ({
    from: dirname(grouped[0]?.from ?? ''),
    to: dirname(grouped[0]?.to ?? ''),
    imports: grouped,
  })).filter(({ from, to }) => from !== to);
}

function foldersReachableFrom(folder: string, dependencies: readonly CyclicDependency[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { from, to } of dependencies) {
      if (from !== next || reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}
