import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { create, history, sequencesOf, upTo } from '../../support/jobs.ts';
import { append, endAttempt, start, workerIds } from '../../support/lifecycle/lifecycle.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { findGap, subscribeWithCuts, type Transport } from '../../support/requests/reconnectingSubscriber.ts';
import { clientOf, test } from '../../support/system.ts';

const transports: Transport[] = ['ws', 'sse'];

const cutListeners = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'collabcanvas-hub' AND datname = current_database()`;

describe('subscribers', () => {
  test('see every event once and in order, however often they, the listener and the API are cut off', async ({
    database,
    system,
  }) => {
    const pool = database.pool();
    const { url } = system.api;
    const { id } = await create(system.client, { instruction: 'watched by many' });
    const jobId = decodeId('CanvasJob', id) ?? '';
    const lastSequence = async () => {
      const { rows } = await pool.query<{ last_seq: number }>('SELECT last_seq FROM canvas_job');
      return rows[0]?.last_seq ?? 0;
    };
    await start(pool, workerIds[0] ?? '');

    const [subscribers, cutsEach] = [20, 6];
    let cuts = 0;
    const half = Promise.withResolvers<void>();
    const all = Promise.withResolvers<void>();
    const onCut = () => {
      cuts += 1;
      if (cuts === (subscribers * cutsEach) / 2) half.resolve();
      if (cuts === subscribers * cutsEach) all.resolve();
    };
    const following = Array.from({ length: subscribers }, (_, index) =>
      subscribeWithCuts({
        ...{ url: `${url}/graphql`, jobId: id, lastSequence, onCut },
        transport: transports[index % 2] ?? 'ws',
        cutsAfterMs: Array.from({ length: cutsEach }, () => Math.random() * 100),
        awayMs: () => Math.random() * 30,
      }),
    );
    let writing = true;
    const written = (async () => {
      while (writing) {
        await append(pool, { jobId, number: 1 }, await lastSequence());
        await delay(3);
      }
    })();
    await half.promise;
    await pool.query(cutListeners);
    await system.api.stop();
    const api = await system.startApi(new URL(url).port);
    await all.promise;
    writing = false;
    await written;
    await endAttempt(pool, 'complete', { jobId, number: 1 }, { delayMs: 0, keep: false });

    const length = await lastSequence();
    expect((await Promise.all(following)).map((seen) => findGap(seen, length))).toEqual(
      Array<null>(subscribers).fill(null),
    );
    await expect.poll(() => api.services.events.hub.subscriberCount).toBe(0);
  });

  test('of two API processes get the events of a worker at once', async ({ system, model }) => {
    const other = await system.startApi();
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'watched here and there' });
    const following = [history(system.client, id), history(clientOf(other.url), id)];
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(9));
    const [here, there] = await Promise.all(following);
    expect(there).toEqual(here);
    expect(sequencesOf(here ?? [])).toEqual(upTo(here?.length ?? 0));
    expect(here?.at(-1)?.__typename).toBe('JobCompleted');
  });
});
