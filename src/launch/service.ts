import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceLog } from './service-log.ts';

/** A program that is kept running. */
export interface ServiceOptions {
  readonly name: string;
  /** Arguments for Node.js, the program's file first. */
  readonly args: readonly string[];
  /** Variables on top of our own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: ServiceLog;
  /** Milliseconds that it may take to end after SIGTERM. */
  readonly grace: number;
  /** Tells the user something, in one line. */
  readonly say: (line: string) => void;
}

/** Milliseconds that a process has to live to count as one that works. */
const SETTLED = 10_000;
/** Deaths in a row, each before `SETTLED`, after which another try makes no sense. */
const MAX_EARLY_DEATHS = 5;
const FIRST_PAUSE = 250;

/** A running service, started again whenever it ends by itself. */
export class Service {
  /** Rejects when the service keeps ending right after its start; resolves after `stop`. */
  readonly ended: Promise<void>;
  private readonly options: ServiceOptions;
  private readonly stopping = new AbortController();
  private env: Readonly<Record<string, string>>;
  private child: ChildProcess | undefined;
  private restarting = false;

  constructor(options: ServiceOptions) {
    this.options = options;
    this.env = options.env;
    this.ended = this.keepRunning();
  }

  /** Ends the process and starts it again, with other variables if given. */
  restart(env: Readonly<Record<string, string>> = {}): void {
    this.env = { ...this.env, ...env };
    this.restarting = true;
    this.child?.kill('SIGTERM');
  }

  /** Asks the process to end; after its grace, or at once with `hurry`, it is killed. */
  async stop({ hurry = false } = {}): Promise<void> {
    this.stopping.abort();
    this.child?.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const killer = setTimeout(() => this.child?.kill('SIGKILL'), this.options.grace);
    await this.ended.catch(() => undefined);
    clearTimeout(killer);
  }

  private async keepRunning(): Promise<void> {
    let earlyDeaths = 0;
    while (!this.stopping.signal.aborted) {
      this.restarting = false;
      const started = performance.now();
      const cause = await this.runOnce();
      if (this.stopping.signal.aborted) return;
      if (this.restarting) continue;
      earlyDeaths = performance.now() - started < SETTLED ? earlyDeaths + 1 : 0;
      const { name, log, say } = this.options;
      const what = `The ${name} ended (${[cause, log.takeComplaint()].filter(Boolean).join(': ')})`;
      if (earlyDeaths >= MAX_EARLY_DEATHS) {
        throw new Error(`${what}, ${earlyDeaths} times in a row. Its log: ${log.file}`);
      }
      say(`${what}; starting it again.`);
      const pause = earlyDeaths === 0 ? 0 : FIRST_PAUSE * 2 ** (earlyDeaths - 1);
      await delay(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** @returns how the process ended, in words */
  private async runOnce(): Promise<string> {
    const { args, log } = this.options;
    // A session of its own, so that Ctrl-C reaches it through us alone and in order. The fourth channel
    // closes when this process ends, even if it is killed: see parent.ts.
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...this.env },
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    if (child.stdout && child.stderr) log.follow(child.stdout, child.stderr);
    try {
      const [code, signal] = await once(child, 'close');
      return signal ? `killed by ${signal}` : `code ${code}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      this.child = undefined;
    }
  }
}
