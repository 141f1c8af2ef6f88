import type { Figure } from '../figures/figure.ts';
import { percentile } from '../figures/times.ts';
import type { Observations, ObservedJob } from './observations.ts';

/** What a run has measured. */
export type Measured = {
  observations: Observations;
  /** Minutes in which users created jobs. */
  minutes: number;
  /** Ids of the accepted jobs that were found afterwards, ended. */
  endedIds: ReadonlySet<string>;
  /** Whether a model plans: its time is then not counted. */
  hasModel: boolean;
  /** Milliseconds from the kill of a worker to the next attempt of each job that it ran; undefined when none was killed. */
  recoveries?: readonly number[] | undefined;
};

/** The figures that the product has to reach. Without anything measured, a figure is missed. */
export function requiredFigures({
  observations,
  minutes,
  endedIds,
  hasModel,
  recoveries,
}: Measured): Figure[] {
  const { jobs, creations, operations, errorCount } = observations;
  const completed = jobs.filter(({ ending }) => ending === 'JobCompleted');
  const wanted = jobs.filter(({ isCancelled }) => !isCancelled);
  const succeeded = wanted.filter(({ ending }) => ending === 'JobCompleted');
  const figure = (
    name: string,
    value: number,
    unit: string,
    bound: '<' | '>' | '≥',
    limit: number,
  ): Figure => ({
    ...{ name, value, unit },
    goal: { bound, value: limit },
  });
  return [
    figure('job creation, p95', percentile(creations, 0.95), 'ms', '<', 100),
    figure('completed jobs a minute', completed.length / minutes, '', '>', 100),
    figure('failed operations', percentOf(errorCount, operations), '%', '<', 1),
    figure(
      'completed jobs, of those that nobody cancelled',
      percentOf(succeeded.length, wanted.length),
      '%',
      '>',
      99,
    ),
    figure(
      `request to completion${hasModel ? " without the model's time" : ''}, average`,
      average(completed.map((job) => secondsOf(job, hasModel))),
      ...(['s', '<', 30] as const),
    ),
    ...(recoveries
      ? [figure('killed worker to the next attempt, p95', percentile(recoveries, 0.95) / 1_000, 's', '<', 5)]
      : []),
    figure(
      'accepted jobs that are found again, ended',
      percentOf(jobs.filter(({ id }) => endedIds.has(id)).length, jobs.length),
      ...(['%', '≥', 100] as const),
    ),
  ];
}

function secondsOf({ totalMs = Number.NaN, planningMs = 0 }: ObservedJob, hasModel: boolean): number {
  return (hasModel ? totalMs - planningMs : totalMs) / 1_000;
}

/** NaN of nothing. */
const percentOf = (part: number, whole: number): number => (part * 100) / whole;

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
