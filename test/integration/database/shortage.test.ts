import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect } from 'vitest';
import { connect } from '../../../src/database/connection.ts';
import { databaseFailure } from '../../../src/database/outages/failure.ts';
import { outageReason } from '../../../src/database/outages/outageReason.ts';
import { createLogger } from '../../../src/log.ts';
import { fillDisk } from '../../support/database/fullDisk.ts';
import { create, history } from '../../support/jobs.ts';
import { startApiOn, test } from '../../support/system.ts';

test('a full disk is reported in responses, in the log and at /ready; with space everything continues', async ({
  database,
  system,
}) => {
  await using disk = await fillDisk(database.pool());
  const lines: string[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)).msg);
      done();
    },
  });
  await using api = await startApiOn(database, {}, pino(sink));
  const client = api.clientWith('');
  const { data, errors } = await client.send(
    'mutation { createCanvasJob(input: { instruction: "Flow: One, Two" }) { __typename } }',
  );
  expect(data?.createCanvasJob ?? null).toBeNull();
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('The database has no space left on its disk at the moment.'),
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });
  expect(lines).toContain('the database has no space left on its disk');
  const ready = await fetch(api.endpoint.replace('/graphql', '/ready'));
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ checks: { database: 'has no space left on its disk' } });

  await disk.free();
  await system.startWorker({ OPENAI_BASE_URL: '' });
  const { id } = await create(client, { instruction: 'Flow: One, Two' });
  expect((await history(client, id)).at(-1)?.__typename).toBe('JobCompleted');
});

test.for([
  ['53100', 'has no space left on its disk'],
  ['53200', 'has run out of memory'],
  ['53300', 'has no free connections'],
  ['53400', 'has reached a limit of its configuration'],
  ['57P01', 'is shutting down'],
  ['57P03', 'is starting up or shutting down'],
  ['25006', 'is read-only'],
  ['58030', 'cannot read or write its files'],
] as const)(
  'SQLSTATE %s has words of its own, from the driver and from Prisma: %s',
  async ([code, words], { database }) => {
    const { pool, prisma, close } = connect(database.url, 2, createLogger('test', 'silent'));
    try {
      await pool.query(`
      CREATE FUNCTION fail() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$;
      ALTER TABLE canvas RENAME TO hidden;
      CREATE VIEW canvas AS SELECT * FROM hidden WHERE fail()`);
      for (const read of [() => pool.query('SELECT fail()'), () => prisma.canvas.count()]) {
        const error = await read().catch((reason: unknown) => reason);
        expect(outageReason(error)).toContain(words);
        expect(databaseFailure({ url: database.url, variable: 'DATABASE_URL' }, error)).not.toContain(
          "can't be used: no",
        );
      }
    } finally {
      await close();
    }
  },
);

test('a read through Prisma while the database is away is an outage, not an error of ours', async () => {
  const { prisma, close } = connect('postgres://a:b@127.0.0.1:1/c', 2, createLogger('test', 'silent'));
  const error = await prisma.canvas.count().catch((reason: unknown) => reason);
  expect(outageReason(error)).toBe('cannot be reached');
  await close();
});

test('a server that is read-only is called that when something is changed', async ({ database }) => {
  await database.pool().query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)}
    SET default_transaction_read_only = on`);
  await using api = await startApiOn(database);
  const { errors } = await api
    .clientWith('')
    .send('mutation { createCanvasJob(input: { instruction: "draw" }) { __typename } }');
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  expect(errors?.[0]?.message).toContain('is read-only');
});
