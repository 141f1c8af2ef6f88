import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Figure, isGoalMet, ratioOf } from './figure.ts';

const root = new URL('../..', import.meta.url);

/** Writes the figures of a scenario, and what they depend on, to `bench-results.json`. @returns Its path. */
export function writeResults(scenario: string, postgresql: string, figures: readonly Figure[]): string {
  const results = {
    time: new Date().toISOString(),
    scenario,
    commit: readCommit(),
    machine: {
      cpu: cpus()[0]?.model.trim(),
      cores: cpus().length,
      memoryGb: Number((totalmem() / 1024 ** 3).toFixed(1)),
      os: `${type()} ${release()} ${arch()}`,
    },
    versions: { node: process.versions.node, postgresql, graphileWorker: versionOf('graphile-worker') },
    rows: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), isGoalMet: isGoalMet(figure) })),
  };
  const path = fileURLToPath(new URL('bench-results.json', root));
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return path;
}

/** Ends with `-dirty` when files differ from the commit; null outside of a checkout. */
function readCommit(): string | null {
  const options = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
  try {
    return execFileSync('git', options, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8')).version;
}
