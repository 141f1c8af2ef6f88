import { LLMock } from '@copilotkit/aimock';
import { describe, expect, onTestFinished } from 'vitest';
import { create, history, readJob, sequencesOf, upTo, watch } from '../../support/jobs.ts';
import { flowPlan } from '../../support/model/plans.ts';
import { test } from '../../support/system.ts';

/** An OpenAI-compatible server that others have written, which paces its answer like a model. */
async function startPacedModel(): Promise<string> {
  const mock = await LLMock.create({ port: 0 });
  onTestFinished(() => mock.stop());
  mock.on(
    {},
    { content: JSON.stringify(flowPlan(12)) },
    { chunkSize: 40, streamingProfile: { ttft: 50, tps: 60 } },
  );
  return `${mock.url}/v1`;
}

describe.each(['responses', 'chat'])("with an independent server's %s API", (api) => {
  test('twelve objects arrive one after another, and all are on the canvas', async ({ system }) => {
    await system.startWorker({ OPENAI_BASE_URL: await startPacedModel(), OPENAI_API: api });
    const { id } = await create(system.client, { instruction: 'twelve objects' });
    const events = await Array.fromAsync(watch(system.client, id));
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    const counts = events.flatMap(({ objectCount, __typename }) =>
      __typename === 'ObjectsGenerated' ? objectCount : [],
    );
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.at(-1)).toBe(12);
    const job = await readJob(system.client, id);
    expect(job.canvas.objects).toHaveLength(12);
    expect(job.usage).toMatchObject({ inputTokens: expect.any(Number), outputTokens: expect.any(Number) });
    expect((await history(system.client, id, events.length - 1)).map(({ __typename }) => __typename)).toEqual(
      ['JobCompleted'],
    );
  });
});
