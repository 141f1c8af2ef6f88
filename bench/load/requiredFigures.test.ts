import { expect, test } from 'vitest';
import { isGoalMet, table } from '../figures/figure.ts';
import type { Client } from '../installation/jobClient.ts';
import { Observations, planningMsOf } from './observations.ts';
import { requiredFigures } from './requiredFigures.ts';

const client = {} as Client;

/** A hundred jobs that took 40 s, 15 s of them the model's, and one that was cancelled. */
function observe(): Observations {
  const observations = new Observations();
  for (let index = 0; index < 100; index += 1) {
    const id = `job ${index}`;
    observations.creations.push(index < 96 ? 20 : 500);
    observations.jobs.push({
      id,
      client,
      isCancelled: false,
      ending: 'JobCompleted',
      totalMs: 40_000,
      planningMs: 15_000,
    });
  }
  observations.jobs.push({ id: 'job 100', client, isCancelled: true, ending: 'JobCancelled' });
  observations.operations = 200;
  return observations;
}

const endedIds = new Set(Array.from({ length: 101 }, (_, index) => `job ${index}`));

test('all figures are met, and the time of a model does not count', () => {
  const measured = { observations: observe(), minutes: 0.5, endedIds, recoveries: [900, 2_000] };
  const met = requiredFigures({ ...measured, hasModel: true });
  expect(met.map(({ value }) => value)).toEqual([20, 200, 0, 100, 25, 2, 100]);
  expect(met.every(isGoalMet)).toBe(true);
  const withSketcher = requiredFigures({ ...measured, hasModel: false });
  expect(withSketcher.filter((figure) => !isGoalMet(figure)).map(({ value }) => value)).toEqual([40]);
});

test('each figure can be missed, and is when nothing was measured', () => {
  const observations = observe();
  for (const job of observations.jobs.slice(0, 2)) job.ending = 'JobFailed';
  observations.creations.fill(100);
  observations.errors.set('fetch failed', 2);
  const measured = { minutes: 1, hasModel: true, recoveries: [5_000] };
  const missed = requiredFigures({ ...measured, observations, endedIds: new Set(['job 1']) });
  expect(missed.filter(isGoalMet).map(({ name }) => name)).toEqual([
    "request to completion without the model's time, average",
  ]);
  const nothing = requiredFigures({
    ...measured,
    recoveries: [],
    observations: new Observations(),
    endedIds,
  });
  expect(nothing.filter(isGoalMet)).toEqual([]);
  expect(table(nothing)).toMatch(/^job creation, p95 +NaN ms +< 100 +no$/m);
});

test('the planner is at work from its call to the layout, in each attempt', () => {
  const at = (seconds: number) => new Date(seconds * 1_000).toISOString();
  const progressed = (phase: string, seconds: number) => ({
    __typename: 'JobProgressed',
    phase,
    at: at(seconds),
  });
  expect(
    planningMsOf([
      { __typename: 'JobStarted', at: at(0) },
      progressed('PLANNING', 1),
      progressed('GENERATING', 2),
      { __typename: 'JobRetryScheduled', at: at(4) },
      progressed('PLANNING', 10),
      { __typename: 'ObjectsGenerated', at: at(11) },
      progressed('LAYING_OUT', 12),
      { __typename: 'JobCompleted', at: at(13) },
    ]),
  ).toBe(5_000);
});
