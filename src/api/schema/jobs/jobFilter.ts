import type { Prisma } from '../../../database/generated/prisma/client.ts';
import type { Sql } from '../../../database/statement.ts';
import { InputValidationError } from '../../../errors.ts';
import { type JobErrorCode, jobErrorCodes } from '../../../jobs/jobErrorCode.ts';
import type { Viewer } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeFilterId } from '../../graphql/ids.ts';
import { containing, isStorable, span } from '../../graphql/paging/conditions.ts';
import {
  JobErrorCodeEnum,
  JobPriorityEnum,
  JobStatusEnum,
  JobTypeEnum,
  StatsWindow,
  windowLengths,
} from './enums.ts';
import { readTimeAgo } from './sql/readTimeAgo.ts';

export const JobFilterInput = builder.inputType('JobFilter', {
  description: 'Conditions on jobs; all of those given must match.',
  fields: (t) => ({
    status: t.field({ type: [JobStatusEnum], required: false, description: 'Any of these states.' }),
    type: t.field({ type: [JobTypeEnum], required: false, description: 'Any of these types.' }),
    priority: t.field({ type: [JobPriorityEnum], required: false, description: 'Any of these priorities.' }),
    planner: t.stringList({ required: false, description: 'Any of these planners: `openai`, `sketcher`.' }),
    userId: t.id({ required: false, description: 'Jobs of this user (the id of `createdBy`).' }),
    canvasId: t.id({ required: false, description: 'Jobs of this canvas.' }),
    errorCode: t.field({
      type: [JobErrorCodeEnum],
      required: false,
      description: 'Any of these error codes.',
    }),
    hasError: t.boolean({
      required: false,
      description: 'Whether it has an error: it failed, or waits for its next attempt.',
    }),
    text: t.string({
      required: false,
      description: 'Text in the instruction, ignoring case; there are no wildcards.',
    }),
    createdAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Created at or after this time.',
    }),
    createdBefore: t.field({
      type: 'DateTime',
      required: false,
      description: 'Created before this time.',
    }),
    finishedAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Finished at or after this time.',
    }),
    finishedBefore: t.field({
      type: 'DateTime',
      required: false,
      description: 'Finished before this time.',
    }),
    finishedWithin: t.field({
      type: StatsWindow,
      required: false,
      description: 'Finished within this time window.',
    }),
  }),
});

export const JobScopeEnum = builder.enumType('JobScope', {
  description: 'Whose jobs.',
  values: {
    MINE: { description: "The viewer's." },
    ALL: { description: "Everyone's; for operators." },
  },
});

/** Conditions on jobs; missing and null ones match all. Ids are global ids. */
export type JobFilter = typeof JobFilterInput.$inferInput;
type Where = Prisma.CanvasJobWhereInput;

/**
 * The `where` clause of a list of jobs: what the viewer may read, and every condition of the filter.
 * @param sql Gives the database's time for `finishedWithin`.
 */
export async function jobsWhere(
  filter: JobFilter | null | undefined,
  viewer: Viewer,
  scope: 'MINE' | 'ALL' | null | undefined,
  sql: Sql,
): Promise<Where> {
  const since = filter?.finishedWithin ? await beginningOf(sql, filter.finishedWithin) : null;
  return { AND: [scope === 'ALL' ? {} : { ownerId: viewer.id }, ...conditions(filter ?? {}, since)] };
}

function conditions(filter: JobFilter, since: Date | null): Where[] {
  const { status, type, priority, planner, userId, canvasId, errorCode, hasError, text } = filter;
  return [
    status ? { status: { in: distinct('status', status) } } : {},
    type ? { type: { in: distinct('type', type) } } : {},
    priority ? { priority: { in: distinct('priority', priority) } } : {},
    planner ? { planner: { in: distinct('planner', planner).filter(isStorable) } } : {},
    userId ? { ownerId: decodeFilterId('User', 'userId', userId) } : {},
    canvasId ? { canvasId: decodeFilterId('Canvas', 'canvasId', canvasId) } : {},
    errorCode ? withErrorCode(distinct('errorCode', errorCode)) : {},
    typeof hasError === 'boolean' ? { errorCode: hasError ? { not: null } : null } : {},
    text ? withText(text) : {},
    { createdAt: span(filter.createdAfter, filter.createdBefore) },
    { finishedAt: span(filter.finishedAfter, filter.finishedBefore) },
    since ? { finishedAt: { gte: since } } : {},
  ];
}

const maxListLength = 100;

/**
 * The values of a list. PostgreSQL takes a limited number of parameters.
 * @throws InputValidationError
 */
function distinct<Value>(field: string, list: readonly Value[]): Value[] {
  const values = [...new Set(list)];
  if (values.length <= maxListLength) return values;
  const message = `A list holds at most ${maxListLength} different values.`;
  throw new InputValidationError([{ path: ['filter', field], message, code: 'TOO_MANY' }]);
}

function withErrorCode(codes: (JobErrorCode | 'UNKNOWN')[]): Where {
  const isGiven: Where = { errorCode: { in: codes } };
  if (!codes.includes('UNKNOWN')) return isGiven;
  return { OR: [isGiven, { errorCode: { not: null, notIn: [...jobErrorCodes] } }] };
}

const noJob: Where = { id: { in: [] } };

/** In two cases, because only the instructions of finished jobs are indexed. */
function withText(text: string): Where {
  const instruction = containing(text);
  if (instruction === null) return noJob;
  return {
    OR: [
      { instruction, finishedAt: { not: null } },
      { instruction, finishedAt: null },
    ],
  };
}

/** By the database's clock, as the jobs' times are. */
function beginningOf(sql: Sql, window: keyof typeof windowLengths): Promise<Date> {
  return readTimeAgo(sql, { ms: windowLengths[window].windowMs });
}
