import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { processingJob } from '../../../test/support/lifecycle/testJob.ts';
import type { PlannerEvent } from '../../planners/planner.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import { createAttemptMetrics } from './attemptMetrics.ts';
import { outcomeOfError } from './outcome.ts';

function setup() {
  const registry = new Registry();
  const readLines = async () => (await registry.metrics()).split('\n');
  /** The value after a name with labels, as Prometheus reads it. */
  const seriesValue = async (series: string) =>
    (await readLines()).find((line) => line.startsWith(`${series} `))?.slice(series.length + 1);
  return { metrics: createAttemptMetrics(registry), seriesValue };
}

const waited = { createdAt: new Date(0), startedAt: new Date(3_000) };
const refused = new PlannerError('PROVIDER_RATE_LIMITED', 'Too many requests.', { retryable: true });

async function* twoParts(): AsyncGenerator<PlannerEvent> {
  yield { type: 'header', header: { title: 'T', layout: 'tree', direction: 'down' } };
  yield { type: 'warning', message: 'w' };
}

describe('the metrics of attempts', () => {
  it('count the wait of a job once', async () => {
    const { metrics, seriesValue } = setup();
    metrics.started({ ...processingJob, ...waited });
    metrics.started({ ...processingJob, ...waited, attempt: 2 });
    expect(await seriesValue('collabcanvas_job_wait_seconds_count{priority="NORMAL"}')).toBe('1');
    expect(await seriesValue('collabcanvas_job_wait_seconds_sum{priority="NORMAL"}')).toBe('3');
  });

  it('tell failures that are tried again from those that end the job', async () => {
    const { metrics, seriesValue } = setup();
    const failed = outcomeOfError(refused);
    metrics.ended(processingJob, failed, 1);
    metrics.ended({ ...processingJob, attempt: processingJob.maxAttempts }, failed, 1);
    const series = (retried: boolean) =>
      `collabcanvas_attempt_failures_total{error_code="PROVIDER_RATE_LIMITED",retried="${retried}"}`;
    expect([await seriesValue(series(true)), await seriesValue(series(false))]).toEqual(['1', '1']);
    const attempts = 'collabcanvas_attempts_total{outcome="failed",type="CREATE_CANVAS",planner="sketcher"}';
    expect(await seriesValue(attempts)).toBe('2');
  });

  it('begin at 0 for each kind of failure, so that the first one is an increase', async () => {
    const { seriesValue } = setup();
    const series = 'collabcanvas_attempt_failures_total{error_code="PROVIDER_DENIED",retried="false"}';
    expect(await seriesValue(series)).toBe('0');
  });

  it('measure a job from its creation only when it is completed', async () => {
    const { metrics, seriesValue } = setup();
    const job = { ...processingJob, planner: null, createdAt: new Date() };
    metrics.ended(job, outcomeOfError(refused), 1);
    metrics.ended(job, { type: 'completed' }, 1);
    expect(await seriesValue('collabcanvas_job_seconds_count{type="CREATE_CANVAS",planner="none"}')).toBe(
      '1',
    );
    expect(await seriesValue('collabcanvas_attempt_seconds_count{outcome="failed"}')).toBe('1');
  });

  it('pass the parts of a plan on, and time the first and all of them', async () => {
    const { metrics, seriesValue } = setup();
    const parts = await Array.fromAsync(metrics.timePlan(processingJob, twoParts()));
    expect(parts.map(({ type }) => type)).toEqual(['header', 'warning']);
    expect(await seriesValue('collabcanvas_planner_first_part_seconds_count{planner="sketcher"}')).toBe('1');
    expect(await seriesValue('collabcanvas_planner_seconds_count{planner="sketcher"}')).toBe('1');
  });

  it('time a planner that fails before its first part, and pass its error on', async () => {
    const { metrics, seriesValue } = setup();
    // biome-ignore lint/correctness/useYield: it fails before
    async function* fails(): AsyncGenerator<PlannerEvent> {
      throw refused;
    }
    await expect(metrics.timePlan(processingJob, fails()).next()).rejects.toBe(refused);
    expect(
      await seriesValue('collabcanvas_planner_first_part_seconds_count{planner="sketcher"}'),
    ).toBeUndefined();
    expect(await seriesValue('collabcanvas_planner_seconds_count{planner="sketcher"}')).toBe('1');
  });

  it('add up tokens and cost, also without prices', async () => {
    const { metrics, seriesValue } = setup();
    const usage = { inputTokens: 100, outputTokens: 20, estimated: false };
    metrics.used(processingJob, { ...usage, costUsd: 0.5 });
    metrics.used(processingJob, { ...usage, costUsd: null });
    metrics.used(processingJob, null);
    const tokens = (direction: string) =>
      seriesValue(`collabcanvas_tokens_total{planner="sketcher",direction="${direction}"}`);
    expect([await tokens('input'), await tokens('output')]).toEqual(['200', '40']);
    expect(await seriesValue('collabcanvas_cost_usd_total{planner="sketcher"}')).toBe('0.5');
  });
});
