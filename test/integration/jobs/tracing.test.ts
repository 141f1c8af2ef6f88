import { expect } from 'vitest';
import { createLogger } from '../../../src/log.ts';
import { startTracing } from '../../../src/tracing/startTracing.ts';
import { create, history } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type CollectedSpan, startTraceCollector } from '../../support/processes/traceCollector.ts';
import { type Client, test } from '../../support/system.ts';

const log = createLogger('test', 'silent');

const settings = (url: string) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_SERVICE_NAME: undefined,
  OTEL_TRACES_SAMPLER_ARG: 1,
});

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

/** Creates a job with a request that is part of a trace. */
async function createTraced({ url }: Client, instruction: string): Promise<string> {
  const query = `mutation Create($input: CreateCanvasJobInput!) {
    createCanvasJob(input: $input) { ... on CreateCanvasJobSuccess { job { id } } }
  }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent },
    body: JSON.stringify({ query, variables: { input: { instruction } } }),
  });
  const { data } = (await response.json()) as { data: { createCanvasJob: { job: { id: string } } } };
  return data.createCanvasJob.job.id;
}

/** Names of spans, each after those of its parents. */
function pathOf(span: CollectedSpan, spans: readonly CollectedSpan[]): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? span.name : `${pathOf(parent, spans)} > ${span.name}`;
}

test('a job is one trace, from its request through a retry to the delivery of its last event', async ({
  system,
  model,
  database,
}) => {
  const collector = await startTraceCollector();
  const stopTracing = await startTracing('test', settings(collector.url), log);
  const { client } = system;
  const worker = await system.startWorker();
  const id = await createTraced(client, 'a secret plan');
  const events = history(client, id);
  (await model.nextRequest()).refuse(503);
  sendPlan(await model.nextRequest(), flowPlan(3), { inputTokens: 12, outputTokens: 34 });
  expect((await events).at(-1)).toMatchObject({ __typename: 'JobCompleted' });
  await worker.stop();
  await stopTracing();
  await collector.stop();

  const spans = collector.spans.filter((span) => span.traceId === traceId);
  const paths = spans.map((span) => pathOf(span, spans));
  const job = 'POST /graphql > mutation Create > create job';
  for (const path of [
    'POST /graphql',
    'POST /graphql > mutation Create',
    job,
    `${job} > wait in queue`,
    `${job} > attempt`,
    `${job} > attempt > chat gpt-5-mini`,
    `${job} > attempt > chat gpt-5-mini > layout`,
    `${job} > attempt > commit`,
    `${job} > deliver events`,
  ])
    expect(paths).toContain(path);

  const named = (name: string) => spans.filter((span) => span.name === name);
  expect(named('POST /graphql')).toMatchObject([{ attributes: { 'http.response.status_code': 200 } }]);
  expect(
    named('attempt').map(({ attributes, failed }) => [attributes['collabcanvas.attempt'], failed]),
  ).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(named('wait in queue')).toHaveLength(2);
  expect(named('chat gpt-5-mini')).toMatchObject([
    { failed: true, attributes: { 'error.type': 'PROVIDER_UNAVAILABLE' } },
    { failed: false, attributes: { 'gen_ai.usage.input_tokens': 12, 'gen_ai.usage.output_tokens': 34 } },
  ]);
  expect(collector.bodies.join('')).not.toContain('secret plan');
  const { rows } = await database.pool().query('SELECT trace_parent FROM canvas_job');
  expect(rows[0].trace_parent).toContain(traceId);
});

test('a collector that cannot be reached delays neither jobs nor the end of the process', async ({
  system,
  model,
}) => {
  model.respondToAll((request) => sendPlan(request, flowPlan(3)));
  const stopTracing = await startTracing('test', settings('http://127.0.0.1:1'), log);
  await system.startWorker();
  const { id } = await create(system.client, { instruction: 'go on' });
  expect((await history(system.client, id)).at(-1)).toMatchObject({ __typename: 'JobCompleted' });
  const began = performance.now();
  await stopTracing();
  expect(performance.now() - began).toBeLessThan(4_000);
});

test('without a collector no trace is stored', async ({ system, database }) => {
  await create(system.client, { instruction: 'untraced' });
  const { rows } = await database.pool().query('SELECT trace_parent FROM canvas_job');
  expect(rows).toEqual([{ trace_parent: null }]);
});
