import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { isUnavailable } from '../../src/database/outages/isUnavailable.ts';
import { openLogFile } from './logFile.ts';

const entrySchema = z.object({
  level: z.string(),
  msg: z.string().optional(),
  err: z.object({ message: z.string(), code: z.string().optional() }).optional(),
});
type Entry = z.infer<typeof entrySchema>;

/** Keeps everything that a service writes in a file, and shows a person only what needs attention. */
export type ServiceLog = {
  readonly file: string;
  /** Reads a process's output until it ends. */
  follow(stdout: Readable, stderr: Readable): void;
  /** The latest error, in one line, since it was last asked for. */
  takeLastError(): string | undefined;
  /** Closes the file, after everything that was written. */
  close(): Promise<void>;
};

/**
 * @param show gets warnings and errors, one line each
 * @param outage gets, in place of `show`, what is about a database that cannot be reached
 */
export function openServiceLog(
  file: string,
  show: (line: string) => void,
  outage: (line: string) => void = show,
): ServiceLog {
  const out = openLogFile(file, show);
  let lastError: string | undefined;
  const onLog = (line: string) => {
    out.write(line);
    const entry = readEntry(line);
    if (entry === undefined) return;
    const text = describe(entry);
    if (entry.level !== 'warn') lastError = text;
    if (isAboutOutage(entry)) outage(text);
    else show(text);
  };
  const onError = (line: string) => {
    out.write(line);
    // Of an uncaught exception's many lines, the one with the message.
    if (/^(?:\w*Error|\w+ \[\w+\]|error)\b.*: /.test(line)) lastError = line;
  };
  return {
    file,
    follow(stdout, stderr) {
      createInterface({ input: stdout }).on('line', onLog);
      createInterface({ input: stderr }).on('line', onError);
    },
    takeLastError() {
      const taken = lastError;
      lastError = undefined;
      return taken;
    },
    close: () => out.close(),
  };
}

/** Reads a line of a service's log; undefined unless it is a warning or an error. */
function readEntry(line: string): Entry | undefined {
  if (!/"level":"(?:warn|error|fatal)"/.test(line)) return undefined;
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function describe({ level, msg = '', err }: Entry): string {
  const cause = err?.message ?? '';
  // Graphile Worker's messages end with that of the error.
  const text = (msg.endsWith(cause) ? [msg] : [msg, cause])
    .filter(Boolean)
    .join(': ')
    .replace(/\s*\n\s*/g, ' ');
  return `${level === 'warn' ? 'warning' : level}: ${text}`;
}

/** SQLSTATEs of a server that shuts down, starts up or has crashed, and of connections that broke. */
const outageStates = /^(?:57P|08)/;

function isAboutOutage({ err }: Entry): boolean {
  if (err === undefined) return false;
  const { message, code } = err;
  return outageStates.test(code ?? '') || isUnavailable(Object.assign(new Error(message), { code }));
}
