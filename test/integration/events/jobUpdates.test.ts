import { describe, expect } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { create } from '../../support/jobs.ts';
import { append, start, workerIds } from '../../support/lifecycle/lifecycle.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

const document = `subscription ($canvasId: ID) {
  jobUpdates(canvasId: $canvasId) { id status progress priority lastSequence }
}`;

type Update = { id: string; status: string; priority: string; lastSequence: number };

/** Updates as they come, and the newest of each job. */
function watchUpdates(client: Client, canvasId?: string) {
  const updates: Update[] = [];
  const newest = new Map<string, Update>();
  const answers = client.follow(document, { canvasId });
  const watching = (async () => {
    for await (const { data } of answers) {
      updates.push(data.jobUpdates);
      newest.set(data.jobUpdates.id, data.jobUpdates);
    }
  })();
  const stop = async () => {
    await answers.return?.();
    await watching;
  };
  return { updates, newest, stop };
}

const pieces = piecesOf(flowPlan(9)).join('');

const cutListeners = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'collabcanvas-hub' AND datname = current_database()`;

describe('jobUpdates', () => {
  test('ends with the last state of each job, although listeners are cut', async ({
    system,
    model,
    database,
  }) => {
    model.respondToAll((request) => {
      request.sendText(pieces);
      request.complete();
    });
    const { newest, stop } = watchUpdates(system.client);
    await system.startWorker();
    const jobs = await Promise.all(
      Array.from({ length: 8 }, (_, index) => create(system.client, { instruction: `flow ${index}` })),
    );
    await database.pool().query(cutListeners);
    const ended = jobs.map(({ id }) => expect.objectContaining({ id, status: 'COMPLETED' }));
    await expect
      .poll(() => jobs.map(({ id }) => newest.get(id)), { timeout: 20_000, interval: 50 })
      .toEqual(ended);
    await stop();
  });

  test('reports a busy job at intervals, and its newest state in the end', async ({ system, database }) => {
    const pool = database.pool();
    const { id } = await create(system.client, { instruction: 'busy' });
    const jobId = decodeId('CanvasJob', id) ?? '';
    await start(pool, workerIds[0] ?? '');
    const { updates, newest, stop } = watchUpdates(system.client);
    await expect.poll(() => newest.get(id)?.status).toBe('PROCESSING');
    const events = 300;
    const first = newest.get(id)?.lastSequence ?? 0;
    for (let index = 0; index < events; index += 1) await append(pool, { jobId, number: 1 }, first + index);
    await expect.poll(() => newest.get(id)?.lastSequence, { timeout: 10_000 }).toBe(first + events);
    expect(updates.length).toBeLessThan(events / 4);
    await stop();
  });

  test('reports the jobs of one canvas only, and a changed priority', async ({ system }) => {
    const other = await create(system.client, { instruction: 'elsewhere' });
    const mine = await create(system.client, { instruction: 'here' });
    const { updates, newest, stop } = watchUpdates(system.client, mine.canvasId);
    await expect.poll(() => newest.get(mine.id)?.priority).toBe('NORMAL');
    for (const { id } of [other, mine]) {
      await system.client.send(
        `mutation ($id: ID!) { setJobPriority(input: { jobId: $id, priority: HIGH }) { __typename } }`,
        { id },
      );
    }
    await expect.poll(() => newest.get(mine.id)?.priority).toBe('HIGH');
    expect(updates.filter(({ id }) => id === other.id)).toEqual([]);
    await stop();
  });
});
