import { type Logger, pino } from 'pino';
import { logFields } from './logContext.ts';
import { createLogDestination } from './logDestination.ts';

export type { Logger };

/** Fields that must never reach a log: credentials, and what users have written. */
const secrets = [
  'authorization',
  '*.authorization',
  'req.headers.authorization',
  'apiKey',
  '*.apiKey',
  'token',
  '*.token',
  'instruction',
  '*.instruction',
  'err.suggestions',
];

/**
 * A structured log on stdout: one JSON object a line, times in ISO 8601.
 * @param service Name of the process, `api` or `worker`.
 */
export function createLogger(service: string, level: string): Logger {
  const base = { service, pid: process.pid };
  const destination = createLogDestination(1, (dropped) => {
    const time = new Date().toISOString();
    return JSON.stringify({ level: 'warn', time, ...base, msg: `${dropped} lines of this log were dropped` });
  });
  const options = {
    level,
    base,
    // A copy: pino adds the fields of the line to it.
    mixin: () => ({ ...logFields() }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets, censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination);
}
