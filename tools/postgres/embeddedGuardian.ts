import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs a PostgreSQL for another process, and stops it when that process ends, also if it is killed: standard input ends
 * with it. Ends when PostgreSQL does. The output is PostgreSQL's log.
 *
 * Argument: `GuardianOptions` as JSON.
 */
export type GuardianOptions = {
  /** Folder of PostgreSQL's programs. */
  readonly bin: string;
  /** Its data folder. */
  readonly data: string;
  readonly args: readonly string[];
  /** Account that it runs under; absent for that of this process. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
};

/** Milliseconds in which the owner's services may end their sessions, and then those for a stop without waiting. */
const smartStopMs = 5_000;
const fastStopMs = 10_000;

const { bin, data, args, account }: GuardianOptions = JSON.parse(process.argv[2] ?? '');

// This process ends with PostgreSQL. Signals to stop are sent to PostgreSQL itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const server = spawn(`${bin}/postgres`, ['-D', data, ...args], {
  ...account,
  cwd: '/',
  windowsHide: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = once(server, 'exit').catch(() => [1]);

process.stdin.once('close', () => void stop());
process.stdin.resume();

const [code] = await ended;
process.exit(typeof code === 'number' ? code : 1);

async function stop(): Promise<void> {
  request('smart');
  await Promise.race([ended, delay(smartStopMs)]);
  request('fast');
  await Promise.race([ended, delay(fastStopMs)]);
  request('immediate');
}

function request(mode: 'smart' | 'fast' | 'immediate'): void {
  if (process.platform === 'win32') {
    spawnSync(`${bin}/pg_ctl`, ['stop', '-D', data, '-m', mode, '--no-wait'], { ...account, cwd: '/' });
  } else {
    server.kill({ smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' }[mode] as NodeJS.Signals);
  }
}
