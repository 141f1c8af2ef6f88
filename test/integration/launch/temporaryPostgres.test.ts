import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { isAlive } from '../../../tools/postgres/processes.ts';
import { startTemporaryPostgres } from '../../../tools/postgres/temporaryPostgres.ts';

/** The process that cleans up after a temporary PostgreSQL, whose folder it has on its command line. */
function findReaper(dataDir: string): number | undefined {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args', '-ww'], { encoding: 'utf8' });
  const line = stdout.split('\n').find((text) => text.includes('embeddedReaper') && text.includes(dataDir));
  return line === undefined ? undefined : Number.parseInt(line, 10);
}

/** Collects what would end the process. */
function watchForCrashes(): unknown[] {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  process.on('uncaughtException', onError);
  onTestFinished(() => void process.off('uncaughtException', onError));
  return errors;
}

test('a temporary PostgreSQL whose reaper was killed stops, and its files are removed', async () => {
  const crashes = watchForCrashes();
  const postgres = await startTemporaryPostgres('reaper');
  const reaper = findReaper(postgres.dataDir) ?? 0;
  process.kill(reaper, 'SIGKILL');
  await expect.poll(() => isAlive(reaper)).toBe(false);
  await postgres.stop();
  expect(existsSync(postgres.dataDir)).toBe(false);
  expect(crashes).toEqual([]);
});

test('a temporary PostgreSQL whose reaper cannot be started works and stops', async () => {
  const crashes = watchForCrashes();
  const postgres = await startTemporaryPostgres('reaper', { reaperProgram: '/nowhere/node' });
  expect(findReaper(postgres.dataDir)).toBeUndefined();
  await postgres.stop();
  expect(existsSync(postgres.dataDir)).toBe(false);
  expect(crashes).toEqual([]);
});
