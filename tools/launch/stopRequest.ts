import { commandOf } from '../postgres/processes.ts';

/** Requests to stop, by Ctrl-C or SIGTERM. */
export type StopRequest = {
  /** Aborted at the first request. */
  readonly signal: AbortSignal;
  /** Resolves at the first request. */
  readonly requested: Promise<void>;
  /** Whether there was a second request, which skips all waits. */
  hurried(): boolean;
  /** Runs at the second request; at once if that has come already. */
  onHurry(action: () => void): void;
  /** Stops listening. */
  dispose(): void;
};

/**
 * One Ctrl-C arrives twice: from the terminal, and again from npm, which forwards it. Signals within this
 * many milliseconds of the first are the same request.
 */
const sameRequestMs = 500;

/** Milliseconds between two checks of the parent. */
const parentIntervalMs = 200;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for requests to stop, which would otherwise end the process at once. */
export function stopRequest(): StopRequest {
  const first = new AbortController();
  const second = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    if (!first.signal.aborted) {
      firstAt = performance.now();
      first.abort();
    } else if (performance.now() - firstAt > sameRequestMs) {
      second.abort();
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  const parentTimer = onParentExit(() => first.abort());
  return {
    signal: first.signal,
    requested: new Promise((resolve) =>
      first.signal.addEventListener('abort', () => resolve(), { once: true }),
    ),
    hurried: () => second.signal.aborted,
    onHurry(action) {
      if (second.signal.aborted) action();
      else second.signal.addEventListener('abort', action, { once: true });
    },
    dispose() {
      clearInterval(parentTimer);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

/**
 * The end of npm, or of a shell between npm and this script, is a request to stop. A SIGTERM reaches only the shell
 * where that does not become the script (`exec` in package.json), and npm may be killed.
 */
function onParentExit(onGone: () => void): NodeJS.Timeout | undefined {
  const starter = process.ppid;
  if (!/launch\/start\.ts|^npm (?:start|run)\b|npm-cli\.js/.test(commandOf(starter) ?? '')) return undefined;
  return setInterval(() => {
    if (process.ppid !== starter) onGone();
  }, parentIntervalMs).unref();
}
