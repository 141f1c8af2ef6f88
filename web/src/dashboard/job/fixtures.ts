import type { JobLogQuery, JobPhase, LogEntryFragment } from '../../generated/graphql.ts';

/** Values for tests: entries of a log. */
const head = (sequence: number, attempt = 1) => ({
  sequence,
  attempt,
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, sequence)).toISOString(),
});

export function queuedEvents(from: number, to: number): LogEntryFragment[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    __typename: 'JobQueued',
    ...head(from + index, 0),
    retry: false,
  }));
}

export const entry = {
  queued: (sequence: number): LogEntryFragment => ({
    __typename: 'JobQueued',
    ...head(sequence, 0),
    retry: false,
  }),
  started: (sequence: number, attempt = 1): LogEntryFragment => ({
    __typename: 'JobStarted',
    ...head(sequence, attempt),
    planner: 'sketcher',
    model: null,
  }),
  progressed: (sequence: number, phase: JobPhase): LogEntryFragment => ({
    __typename: 'JobProgressed',
    ...head(sequence),
    phase,
    progress: 0.5,
  }),
  generated: (sequence: number, added: number, changed = 0): LogEntryFragment => ({
    __typename: 'ObjectsGenerated',
    ...head(sequence),
    progress: 0.5,
    objects: Array.from({ length: added }, (_, index) => ({
      __typename: 'Shape',
      id: `${sequence}-${index}`,
    })),
    updatedObjects: Array.from({ length: changed }, (_, index) => ({ __typename: 'Shape', id: `u${index}` })),
    deletedIds: [],
  }),
  failed: (sequence: number): LogEntryFragment => ({
    __typename: 'JobFailed',
    ...head(sequence),
    error: { code: 'OUTPUT_EMPTY', message: 'The AI model gave an empty answer.', retryable: true },
  }),
};

export function aLogPage(
  events: readonly LogEntryFragment[],
  endCursor: string,
): NonNullable<JobLogQuery['job']>['events'] {
  return { pageInfo: { endCursor, hasNextPage: false }, edges: events.map((node) => ({ node })) };
}
