import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { create, readJob } from '../../support/jobs.ts';
import { kinds } from '../../support/processes/deploymentSchemas.ts';
import { test } from '../../support/system.ts';

async function autoscalerQuery(): Promise<string> {
  const file = new URL('../../../deploy/kubernetes/worker.yaml', import.meta.url);
  const objects = parseAllDocuments(await readFile(file, 'utf8')).map((part) => kinds.parse(part.toJS()));
  const [query] = objects.flatMap((object) =>
    object.kind === 'ScaledObject' ? object.spec.triggers.map(({ metadata }) => metadata.query) : [],
  );
  if (query === undefined) throw new Error('The autoscaler has no query');
  return query;
}

test('the autoscaler counts jobs that run or could start now', async ({ system, database }) => {
  const query = await autoscalerQuery();
  const count = async () =>
    Number((await database.pool().query<{ coalesce: string }>(query)).rows[0]?.coalesce);
  expect(await count()).toBe(0);

  // The model does not answer: the job runs for as long as the test.
  await system.startWorker({ MAX_CONCURRENT_JOBS: '1' });
  const running = await create(system.client, { instruction: 'runs' });
  await expect.poll(async () => (await readJob(system.client, running.id)).status).toBe('PROCESSING');
  expect(await count()).toBe(1);

  await create(system.client, { instruction: 'runs' });
  expect(await count(), 'a duplicate request waits for its leader').toBe(1);
  await create(system.client, { instruction: 'waits' });
  expect(await count()).toBe(2);

  await create(system.client, { instruction: 'is retried later' });
  expect(await count()).toBe(3);
  await database
    .pool()
    .query("UPDATE canvas_job SET next_attempt_at = now() + interval '1 hour' WHERE instruction = $1", [
      'is retried later',
    ]);
  expect(await count(), 'a retry may not start yet').toBe(2);

  await create(system.client, { instruction: 'waits, too' });
  expect(await count()).toBe(3);
  const limited = query.replace('100000', '2');
  const { rows } = await database.pool().query<{ coalesce: string }>(limited);
  expect(Number(rows[0]?.coalesce), 'only two jobs of a user run at once').toBe(2);

  await system.client.send('mutation { pauseQueue(input: { reason: "test" }) { __typename } }');
  expect(await count(), 'nothing starts in a paused queue').toBe(1);
});
