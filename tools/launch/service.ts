import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceReport, SupervisorReport } from '../../src/service/supervisor.ts';
import type { ServiceLog } from './serviceLog.ts';

/** A program that is kept running. */
export type ServiceOptions = {
  readonly name: string;
  /** Arguments for Node.js, the program's file first. */
  readonly args: readonly string[];
  /** Variables on top of this process's environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: ServiceLog;
  /** Milliseconds that it may take to end after SIGTERM. */
  readonly grace: number;
  /** Shows a line to the user. */
  readonly say: (line: string) => void;
  /** Resolves when the process that has just been started is ready. */
  readonly untilReady: (signal: AbortSignal) => Promise<void>;
  /** Called when the service's state has changed. */
  readonly onChange: () => void;
};

/** Milliseconds that a process has to live to count as one that works. */
const settledMs = 10_000;
/** Failures in a row, before the service has ever been ready, after which another try makes no sense. */
const maxFailedStarts = 5;
/** Milliseconds of the first pause, which doubles with each further end, and of the longest one. */
const firstPauseMs = 250;
const maxPauseMs = 30_000;

/** How a process ended: in words, and whether by itself or by a signal from outside. */
type Exit = {
  readonly how: string;
  readonly byItself: boolean;
};

/**
 * A running service, which is started again whenever it ends. One that has never been ready and keeps failing is given
 * up.
 */
export class Service {
  /** Rejects when the service is given up; resolves after `stop`. */
  readonly ended: Promise<void>;
  /** Resolves when the service is ready for the first time. */
  readonly ready: Promise<void>;
  private readonly options: ServiceOptions;
  private readonly stopping = new AbortController();
  private readonly firstReady = Promise.withResolvers<void>();
  private env: Readonly<Record<string, string>>;
  private child: ChildProcess | undefined;
  private restarting = false;
  private wasReady = false;
  private pause = new AbortController();
  private current: ServiceReport = {
    state: 'starting',
    restarts: 0,
    lastExit: null,
    lastExitAt: null,
    nextStartAt: null,
  };

  constructor(options: ServiceOptions) {
    this.options = options;
    this.env = options.env;
    this.ready = this.firstReady.promise;
    this.ended = this.keepRunning();
  }

  get name(): string {
    return this.options.name;
  }

  /** Process id at present; undefined between two processes. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  get report(): ServiceReport {
    return this.current;
  }

  /** Sends the states of all services to the process, which shows them in `/ready`. */
  send(report: SupervisorReport): void {
    // The process may end at this very moment; the next one gets a report of its own.
    if (this.child?.connected) this.child.send(report, () => undefined);
  }

  /** Ends the process and starts it again, with other variables if given. */
  restart(env: Readonly<Record<string, string>> = {}): void {
    this.env = { ...this.env, ...env };
    this.restarting = true;
    this.child?.kill('SIGTERM');
    this.pause.abort();
  }

  /** Asks the process to end; after its grace, or at once with `hurry`, it is killed. */
  async stop({ hurry = false } = {}): Promise<void> {
    this.stopping.abort();
    this.child?.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const killer = setTimeout(() => this.child?.kill('SIGKILL'), this.options.grace);
    await this.ended.catch(() => undefined);
    clearTimeout(killer);
    await this.options.log.close();
  }

  private async keepRunning(): Promise<void> {
    const { name, log, say } = this.options;
    let earlyEnds = 0;
    let failedStarts = 0;
    while (!this.stopping.signal.aborted) {
      this.restarting = false;
      const started = performance.now();
      const { how, byItself } = await this.runOnce();
      if (this.stopping.signal.aborted) break;
      if (this.restarting) continue;
      earlyEnds = performance.now() - started < settledMs ? earlyEnds + 1 : 0;
      // What a process that was killed has logged last is not the reason.
      const lastError = log.takeLastError();
      const what = `The ${name} ended (${byItself && lastError ? `${how}: ${lastError}` : how})`;
      if (!this.wasReady && byItself) failedStarts += 1;
      if (failedStarts >= maxFailedStarts) {
        this.change({ state: 'stopped', lastExit: how, lastExitAt: timeIn(0) });
        throw new Error(`${what} before it was ready, ${failedStarts} times. Its log: ${log.file}`);
      }
      const pause = pauseAfter(earlyEnds);
      say(`${what}; starting it again${pause === 0 ? '' : ` in ${pause / 1_000} s`}.`);
      await this.wait(how, pause);
    }
    this.change({ state: 'stopped', nextStartAt: null });
  }

  private async wait(how: string, pause: number): Promise<void> {
    this.pause = new AbortController();
    this.change({
      state: 'waiting',
      restarts: this.current.restarts + 1,
      lastExit: how,
      lastExitAt: timeIn(0),
      nextStartAt: timeIn(pause),
    });
    const signal = AbortSignal.any([this.stopping.signal, this.pause.signal]);
    await delay(pause, undefined, { signal }).catch(() => undefined);
  }

  private async runOnce(): Promise<Exit> {
    const { args, log } = this.options;
    // A session of its own, so that Ctrl-C does not reach it directly. The IPC channel closes when this process ends,
    // even if it is killed: see supervisor.ts.
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...this.env },
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.on('error', () => undefined); // of a signal or a message that came too late; see below for a failed start
    this.child = child;
    if (child.stdout && child.stderr) log.follow(child.stdout, child.stderr);
    this.change({ state: 'starting', nextStartAt: null });
    const over = new AbortController();
    void this.noteReadiness(over.signal);
    try {
      const [code, signal] = await once(child, 'close');
      return signal
        ? { how: `killed by ${signal}`, byItself: false }
        : { how: `code ${code}`, byItself: true };
    } catch (error) {
      return { how: error instanceof Error ? error.message : String(error), byItself: true };
    } finally {
      over.abort();
      this.child = undefined;
    }
  }

  private async noteReadiness(over: AbortSignal): Promise<void> {
    await this.options.untilReady(over).catch(() => undefined);
    if (over.aborted) return;
    this.wasReady = true;
    this.change({ state: 'ready' });
    this.firstReady.resolve();
  }

  private change(change: Partial<ServiceReport>): void {
    this.current = { ...this.current, ...change };
    queueMicrotask(this.options.onChange); // not within the constructor
  }
}

/** A moment that many milliseconds from now, in ISO 8601. */
function timeIn(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

/**
 * Pause before something that ends by itself is started again, in milliseconds.
 *
 * @param earlyEnds how often in a row it has ended soon after its start
 */
export function pauseAfter(earlyEnds: number): number {
  return earlyEnds === 0 ? 0 : Math.min(firstPauseMs * 2 ** (earlyEnds - 1), maxPauseMs);
}
