import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readState, removeFiles } from './embeddedFiles.ts';
import { commandOf, isAlive } from './processes.ts';

/**
 * Ends a temporary PostgreSQL and removes its files once the process that started it has ended, whether by itself, by
 * an interrupt or by a kill: standard input ends with it.
 *
 * Arguments: process id of the server, folder of its files.
 */
const [pid, dataDir = ''] = [Number(process.argv[2]), process.argv[3]];

for await (const _ of process.stdin);

const home = readState(join(dataDir, 'postgres.json'))?.home;
if (home !== undefined) {
  const isOurs = () => isAlive(pid) && commandOf(pid)?.includes(home) === true;
  if (isOurs()) process.kill(pid, 'SIGQUIT');
  while (isOurs()) await delay(20);
}
await removeFiles(dataDir);
