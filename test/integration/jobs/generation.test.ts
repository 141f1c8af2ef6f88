import { describe, expect } from 'vitest';
import {
  create,
  history,
  readJob,
  sequencesOf,
  typesOf,
  until,
  upTo,
  watch,
  watchSse,
} from '../../support/jobs.ts';
import { flowPlan, piecesOf, sendPlan } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

describe('a job', () => {
  test('shows each object while the model is still writing, and ends with all of them on the canvas', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const job = await create(system.client, { instruction: 'a flow of twelve objects' });
    const request = await model.nextRequest();
    const pieces = piecesOf(flowPlan(12));
    const events = [];
    request.sendText(pieces.slice(0, 2).join(''));

    for await (const event of watch(system.client, job.id)) {
      events.push(event);
      // The rest is written only after the first object has reached the subscriber.
      if (event.__typename === 'ObjectsGenerated' && event.objectCount === 1) {
        request.sendText(pieces.slice(2).join(''));
        request.complete({ inputTokens: 321, outputTokens: 654 });
      }
    }

    expect(sequencesOf(events)).toEqual(upTo(events.length));
    expect(typesOf(events).slice(0, 2)).toEqual(['JobQueued', 'JobStarted']);
    expect(events.at(-1)).toMatchObject({
      __typename: 'JobCompleted',
      objectCount: 12,
      canvasVersion: { number: 1 },
    });
    const { canvas, ...completed } = await readJob(system.client, job.id);
    expect(completed).toMatchObject({
      status: 'COMPLETED',
      phase: 'DONE',
      progress: 1,
      usage: { inputTokens: 321, outputTokens: 654, estimated: false },
    });
    const seen = new Set(events.flatMap(({ objects = [] }) => objects.map(({ id }: { id: string }) => id)));
    expect(canvas.objects).toHaveLength(12);
    expect(new Set(canvas.objects.map(({ id }: { id: string }) => id))).toEqual(seen);
    expect(canvas.title).toBe('A flow');
  });

  test('has the same events over WebSocket and server-sent events, from any sequence, also after its end', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    model.respondToAll((request) => sendPlan(request, flowPlan(5)));
    const job = await create(system.client, { instruction: 'a short flow' });
    const live = await history(system.client, job.id);

    expect(await history(system.client, job.id)).toEqual(live);
    expect(await Array.fromAsync(watchSse(system.client, job.id))).toEqual(live);
    for (const after of upTo(live.length)) {
      expect(await history(system.client, job.id, after)).toEqual(live.slice(after));
    }
  });

  test('never lets progress fall', async ({ system, model }) => {
    await system.startWorker();
    model.respondToAll((request) => sendPlan(request, flowPlan(30)));
    const job = await create(system.client, { instruction: 'thirty objects' });
    const progress = (await history(system.client, job.id)).flatMap((event) => event.progress ?? []);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test('is accepted and queued while no worker is running', async ({ system }) => {
    const first = await create(system.client, { instruction: 'the first' });
    const second = await create(system.client, { instruction: 'the second' });
    expect(await readJob(system.client, first.id)).toMatchObject({ status: 'QUEUED', queuePosition: 1 });
    expect(await readJob(system.client, second.id)).toMatchObject({ status: 'QUEUED', queuePosition: 2 });
  });

  test('changes an existing canvas: adds beside its objects, updates and deletes', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const created = await create(system.client, { instruction: 'three steps' });
    const first = await model.nextRequest();
    sendPlan(first, flowPlan(5));
    await history(system.client, created.id);

    const changing = await create(system.client, { instruction: 'change it', canvasId: created.canvasId });
    const second = await model.nextRequest();
    const { canvas } = JSON.parse(second.body.input ?? '');
    const named = (text: string) => canvas.find((object: { text: string }) => object.text === text).id;
    second.sendText(
      JSON.stringify({
        title: '',
        layout: 'flow',
        direction: null,
        objects: [
          { type: 'update', id: 'u', target: named('Step 1'), text: 'Begin', color: 'green' },
          { type: 'delete', id: 'd', target: named('Step 2') },
          { type: 'node', id: 'n', shape: 'rect', text: 'New', color: null, parent: null, order: null },
          { type: 'edge', id: 'e', from: named('Step 3'), to: 'n', label: null, style: null },
        ],
      }),
    );
    second.complete();
    await until(system.client, changing.id, 'JobCompleted');

    const job = await readJob(system.client, changing.id);
    const texts = job.canvas.objects.flatMap(({ text }: { text?: string }) => text ?? []);
    expect(texts.sort()).toEqual(['Begin', 'New', 'Step 3']);
    // Both connectors of the deleted step went with it; the new one stays.
    expect(
      job.canvas.objects.filter((o: { __typename: string }) => o.__typename === 'Connector'),
    ).toHaveLength(1);
    expect(job.canvas.versionNumber).toBe(2);
  });
});

describe('with chat completions', () => {
  test.override({ env: { OPENAI_API: 'chat', OPENAI_MODEL: 'local' } });

  test('the model is asked over /chat/completions', async ({ system, model }) => {
    await system.startWorker();
    await create(system.client, { instruction: 'anything' });
    const { body, disconnect } = await model.nextRequest();
    expect(body.model).toBe('local');
    expect(body.messages?.map(({ role }) => role)).toEqual(['system', 'user']);
    disconnect();
  });
});
