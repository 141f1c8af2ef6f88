import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A service's process that is started again whenever it ends. */
export type Supervised = {
  readonly name: string;
  readonly pid: number | undefined;
  /** Resolves when the present process, or the next if there is none, is ready for work. */
  ready(): Promise<void>;
  /** Whether the present process is. */
  readonly isReady: boolean;
  signal(name: NodeJS.Signals): void;
  /** How processes have ended so far: exit codes and signals, with their numbers. */
  readonly exits: ReadonlyMap<string, number>;
  /** Resolves when the present process has ended. */
  ended(): Promise<void>;
  stop(): Promise<void>;
};

const restartDelayMs = 200;

/**
 * Keeps a service running. It stops by itself when we are gone.
 * @param entry Path of its program.
 * @param readyText What its log says when it is ready.
 * @param env All of its environment.
 */
export function supervise(options: {
  name: string;
  entry: string;
  readyText: string;
  env: Record<string, string>;
  logFile: string;
}): Supervised {
  const { name, entry, readyText, env } = options;
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const exits = new Map<string, number>();
  let stopping = false;
  let child: ChildProcess | undefined;
  let ready = Promise.withResolvers<void>();
  let isReady = false;

  const runOnce = async () => {
    const started = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child = started;
    if (started.stdout === null || started.stderr === null) throw new Error(`${name} has no output`);
    createInterface({ input: started.stdout }).on('line', (line) => {
      if (line.includes(readyText)) {
        isReady = true;
        ready.resolve();
      }
      log.write(`${line}\n`);
    });
    createInterface({ input: started.stderr }).on('line', (line) => log.write(`${line}\n`));
    const [code, signal] = await once(started, 'exit');
    const how = signal ?? `code ${code}`;
    log.write(`{"ended":"${how}"}\n`);
    exits.set(how, (exits.get(how) ?? 0) + 1);
    child = undefined;
    isReady = false;
    ready = Promise.withResolvers<void>();
  };
  const keepRunning = async () => {
    while (!stopping) {
      await runOnce();
      if (!stopping) await delay(restartDelayMs);
    }
    log.end();
  };
  const over = keepRunning();
  return {
    name,
    get pid() {
      return child?.pid;
    },
    exits,
    get isReady() {
      return isReady;
    },
    ready: () => ready.promise,
    signal: (signal) => void child?.kill(signal),
    async ended() {
      if (child !== undefined) await once(child, 'exit');
    },
    async stop() {
      stopping = true;
      child?.kill('SIGCONT');
      child?.kill('SIGTERM');
      await Promise.race([over, delay(10_000, undefined, { ref: false })]);
      child?.kill('SIGKILL');
      await over;
    },
  };
}
