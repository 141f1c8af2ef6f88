import { Counter, Histogram, type Registry } from 'prom-client';
import type { AttemptUsage } from '../../../src/jobs/attempts/recordable.ts';
import type { Job } from '../../../src/jobs/job.ts';
import { jobErrorCodes } from '../../../src/jobs/jobErrorCode.ts';
import type { PlannerEvent } from '../../planners/planner.ts';
import type { Outcome } from './outcome.ts';

/** What the metrics of a worker are told about its attempts. Times are in seconds. */
export type AttemptMetrics = {
  started(job: Job): void;
  /** Passes the events of a planner on, and measures how long they take. */
  timePlan(job: Job, events: AsyncIterable<PlannerEvent>): AsyncGenerator<PlannerEvent>;
  /** What a planner has used. */
  used(job: Job, usage: AttemptUsage): void;
  ended(job: Job, outcome: Outcome, seconds: number): void;
};

const shortBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const longBuckets = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800];

/** Labels have few values each: enums, error codes of this version, and the planner that is configured. */
export function createAttemptMetrics(registry: Registry): AttemptMetrics {
  const registers = [registry];
  const waits = new Histogram({
    name: 'collabcanvas_job_wait_seconds',
    help: 'From the creation of a job to the start of its first attempt, by priority.',
    ...{ labelNames: ['priority'], buckets: [...shortBuckets, 300, 1_800], registers },
  });
  const jobs = new Histogram({
    name: 'collabcanvas_job_seconds',
    help: 'From the creation of a job to its completion, by type and planner.',
    ...{ labelNames: ['type', 'planner'], buckets: longBuckets, registers },
  });
  const attempts = new Counter({
    name: 'collabcanvas_attempts_total',
    help: 'Attempts that have ended, by outcome, type of the job and planner.',
    ...{ labelNames: ['outcome', 'type', 'planner'], registers },
  });
  const durations = new Histogram({
    name: 'collabcanvas_attempt_seconds',
    help: 'Length of attempts, by outcome.',
    ...{ labelNames: ['outcome'], buckets: longBuckets, registers },
  });
  const failures = new Counter({
    name: 'collabcanvas_attempt_failures_total',
    help: 'Failed attempts, by error code, and by whether another attempt follows.',
    ...{ labelNames: ['error_code', 'retried'], registers },
  });
  // Otherwise the first failure of a kind would be no increase to Prometheus.
  for (const error_code of jobErrorCodes)
    for (const retried of ['true', 'false']) failures.inc({ error_code, retried }, 0);
  const firstParts = new Histogram({
    name: 'collabcanvas_planner_first_part_seconds',
    help: 'From the request to a planner to the first part of its answer.',
    ...{ labelNames: ['planner'], buckets: shortBuckets, registers },
  });
  const plans = new Histogram({
    name: 'collabcanvas_planner_seconds',
    help: 'From the request to a planner to the end of its answer, or to its failure.',
    ...{ labelNames: ['planner'], buckets: [...shortBuckets, 120, 300, 600], registers },
  });
  const tokens = new Counter({
    name: 'collabcanvas_tokens_total',
    help: 'Tokens that models have used, by direction.',
    ...{ labelNames: ['planner', 'direction'], registers },
  });
  const cost = new Counter({
    name: 'collabcanvas_cost_usd_total',
    help: 'Cost of the tokens in US dollars; 0 where no prices are configured.',
    ...{ labelNames: ['planner'], registers },
  });

  return {
    started({ attempt, priority, createdAt, startedAt }) {
      if (attempt === 1 && startedAt !== null)
        waits.observe({ priority }, (startedAt.getTime() - createdAt.getTime()) / 1_000);
    },
    async *timePlan(job, events) {
      const planner = plannerOf(job);
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1_000;
      let isFirst = true;
      try {
        for await (const event of events) {
          if (isFirst) firstParts.observe({ planner }, seconds());
          isFirst = false;
          yield event;
        }
      } finally {
        plans.observe({ planner }, seconds());
      }
    },
    used(job, usage) {
      if (usage === null) return;
      const planner = plannerOf(job);
      tokens.inc({ planner, direction: 'input' }, usage.inputTokens);
      tokens.inc({ planner, direction: 'output' }, usage.outputTokens);
      cost.inc({ planner }, usage.costUsd ?? 0);
    },
    ended(job, outcome, seconds) {
      const { type, attempt, maxAttempts, createdAt } = job;
      const planner = plannerOf(job);
      attempts.inc({ outcome: outcome.type, type, planner });
      durations.observe({ outcome: outcome.type }, seconds);
      if (outcome.type === 'completed')
        jobs.observe({ type, planner }, Math.max(Date.now() - createdAt.getTime(), 0) / 1_000);
      if (outcome.type !== 'failed') return;
      const { code, retryable } = outcome.error;
      failures.inc({ error_code: code, retried: String(retryable && attempt < maxAttempts) });
    },
  };
}

/** Sources and tidied canvases need no planner. */
const plannerOf = ({ planner }: Job) => planner ?? 'none';
