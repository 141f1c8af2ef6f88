import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { openLogFile } from './logFile.ts';

const entrySchema = z.object({
  level: z.string(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** Keeps everything that a service writes in a file, and shows a person only what needs attention. */
export interface ServiceLog {
  readonly file: string;
  /** Reads a process's output until it ends. */
  follow(stdout: Readable, stderr: Readable): void;
  /** The latest complaint, in one line, since it was last asked for. */
  takeComplaint(): string | undefined;
  /** Closes the file, after everything that was written. */
  close(): Promise<void>;
}

/**
 * @param show gets warnings and errors, one line each
 */
export function openServiceLog(file: string, show: (line: string) => void): ServiceLog {
  const out = openLogFile(file, show);
  let complaint: string | undefined;
  const onLog = (line: string) => {
    out.write(line);
    const attention = attentionOf(line);
    if (attention === undefined) return;
    complaint = attention;
    show(attention);
  };
  const onError = (line: string) => {
    out.write(line);
    // Of an uncaught exception's many lines, the one with the message.
    if (/^(?:\w*Error|\w+ \[\w+\]|error)\b.*: /.test(line)) complaint = line;
  };
  return {
    file,
    follow(stdout, stderr) {
      createInterface({ input: stdout }).on('line', onLog);
      createInterface({ input: stderr }).on('line', onError);
    },
    takeComplaint() {
      const taken = complaint;
      complaint = undefined;
      return taken;
    },
    close: () => out.close(),
  };
}

function attentionOf(line: string): string | undefined {
  if (!/"level":"(?:warn|error|fatal)"/.test(line)) return undefined;
  try {
    const { level, msg, err } = entrySchema.parse(JSON.parse(line));
    const text = [msg, err?.message]
      .filter(Boolean)
      .join(': ')
      .replace(/\s*\n\s*/g, ' ');
    return level === 'warn' ? `warning: ${text}` : `${level}: ${text}`;
  } catch {
    return undefined;
  }
}
