import { type Logger, pino } from 'pino';

export type { Logger };

/** Fields that must never reach a log: credentials. */
const secrets = [
  'authorization',
  '*.authorization',
  'req.headers.authorization',
  'apiKey',
  '*.apiKey',
  'token',
  '*.token',
];

/**
 * A structured log on stdout: one JSON object a line, times in ISO 8601.
 * @param service Name of the process, `api` or `worker`.
 */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
  });
}
