import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { test as base, describe, expect } from 'vitest';
import { createOutageNotice, type OutageNotice } from '../../../tools/launch/outageNotice.ts';
import { openServiceLog, type ServiceLog } from '../../../tools/launch/serviceLog.ts';

type Terminal = { shown: string[]; outage: OutageNotice; log: ServiceLog; write(...entries: object[]): void };

/** A service's log, and what it shows on the terminal. */
const test = base.extend<{ terminal: Terminal }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  terminal: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-log-'));
    const shown: string[] = [];
    const show = (line: string) => shown.push(line);
    const outage = createOutageNotice(show);
    const log = openServiceLog(join(folder, 'api.log'), show, outage.add);
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    log.follow(stdout, stderr);
    const write = (...entries: object[]) =>
      void stdout.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await use({ shown, outage, log, write });
    await log.close();
    await rm(folder, { recursive: true });
  },
});

const broken = {
  level: 'warn',
  msg: 'a database connection broke',
  err: { type: 'DatabaseError', message: 'terminating connection', code: '57P01' },
};
const refused = {
  level: 'warn',
  msg: 'notifications are interrupted',
  err: { type: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' },
};
const graphile = {
  level: 'error',
  msg: 'Error with notify listener: terminating connection',
  err: broken.err,
};
const heartbeat = { level: 'warn', msg: 'no heartbeat: the database cannot be reached', err: refused.err };
const full = {
  level: 'error',
  msg: 'the database has no space left on its disk',
  err: { message: 'x', code: '53100' },
};
const line = 'warning: a database connection broke: terminating connection';

describe('an outage of the database is one line on the terminal', () => {
  test('and all of them are in the log', async ({ terminal: { shown, log, write } }) => {
    write(broken, graphile, refused, heartbeat, full, broken);
    await expect.poll(() => shown).toEqual(['error: the database has no space left on its disk: x', line]);
    await log.close();
    expect((await readFile(log.file, 'utf8')).trim().split('\n')).toHaveLength(6);
  });

  test('which is that of the launcher, if it has the reason', async ({
    terminal: { shown, outage, write },
  }) => {
    write(broken, refused);
    await delay(50);
    outage.suppress();
    write(heartbeat, graphile);
    await delay(700);
    expect(shown).toEqual([]);
  });
});

test('an error is shown once, and not taken for an outage by its text', async ({
  terminal: { shown, write },
}) => {
  const msg = 'a task failed: no heartbeat, terminating connection';
  write({ level: 'error', msg, err: { message: 'terminating connection' } });
  await expect.poll(() => shown).toEqual([`error: ${msg}`]);
});

test('the last error of a service is not a warning', async ({ terminal: { log, write, shown } }) => {
  write(
    { level: 'fatal', msg: 'the service cannot go on' },
    { level: 'warn', msg: 'slow' },
    { level: 'info', msg: 'x' },
  );
  await expect.poll(() => shown).toHaveLength(2);
  expect(log.takeLastError()).toBe('fatal: the service cannot go on');
  expect(log.takeLastError()).toBeUndefined();
});
