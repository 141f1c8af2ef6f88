import {
  AttemptOutcome,
  JobPhase,
  JobPriority,
  JobStatus,
  JobType,
} from '../../../database/generated/prisma/enums.ts';
import type { WaitReason } from '../../../jobs/queue/queueReader.ts';
import { builder } from '../../graphql/builder.ts';

/** A GraphQL enum with the values of one of Prisma's, each described. */
function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
) {
  const described = Object.entries<string>(values).map(([value, text]) => [
    value,
    { value, description: text },
  ]);
  const valueMap: Record<string, { value: Value; description: string }> = Object.fromEntries(described);
  return builder.enumType(name, { description, values: valueMap });
}

export const JobStatusEnum = describedEnum<JobStatus>('JobStatus', 'State of a job.', {
  [JobStatus.QUEUED]: 'Waits for a worker, or with `nextAttemptAt` for its next attempt.',
  [JobStatus.PROCESSING]: 'A worker is at it.',
  [JobStatus.CANCELLING]: 'It is to be cancelled; its worker is about to let go of it.',
  [JobStatus.COMPLETED]: 'Its result is on the canvas.',
  [JobStatus.FAILED]: 'Given up, for the reason in `error`; it can be tried again.',
  [JobStatus.CANCELLED]: 'Cancelled; it can be tried again.',
});

export const JobTypeEnum = describedEnum<JobType>('JobType', 'How a job was asked for.', {
  [JobType.CREATE_CANVAS]: 'A new canvas.',
  [JobType.MODIFY_CANVAS]: 'A change of a canvas that existed.',
});

export const JobPhaseEnum = describedEnum<JobPhase>('JobPhase', 'What is being done for a job.', {
  [JobPhase.QUEUED]: 'It waits.',
  [JobPhase.PLANNING]: 'The planner was asked; nothing has come back yet.',
  [JobPhase.GENERATING]: 'Objects are coming in.',
  [JobPhase.LAYING_OUT]: 'All objects are there and get their final places.',
  [JobPhase.SAVING]: 'The result is being written to the canvas.',
  [JobPhase.DONE]: 'It is over, well or not.',
});

export const JobPriorityEnum = describedEnum<JobPriority>(
  'JobPriority',
  'Order in which waiting jobs start.',
  {
    [JobPriority.LOW]: 'When nothing else waits.',
    [JobPriority.NORMAL]: 'The usual.',
    [JobPriority.HIGH]: 'Before the usual.',
    [JobPriority.URGENT]: 'Before everything else; for operators.',
  },
);

export const AttemptOutcomeEnum = describedEnum<AttemptOutcome>('AttemptOutcome', 'How an attempt ended.', {
  [AttemptOutcome.SUCCEEDED]: 'With a result.',
  [AttemptOutcome.FAILED]: 'With an error.',
  [AttemptOutcome.CANCELLED]: 'Its job was cancelled.',
  [AttemptOutcome.LOST]: 'Its worker died or was cut off. Does not count against the retries.',
  [AttemptOutcome.HANDED_BACK]:
    'Its worker was stopped and gave the job back. Does not count against the retries.',
});

export const WaitReasonEnum = describedEnum<WaitReason>('JobWaitReason', 'Why a job has not started yet.', {
  PAUSED: 'An operator has paused the queue.',
  RETRY: 'It waits until its next attempt may start, see `nextAttemptAt`.',
  SAME_REQUEST: 'Another job is generating the very same; its result will serve both.',
  NO_WORKER: 'No worker is alive.',
  TURN: 'Others are before it, see `queuePosition`.',
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Lengths of the windows and of their buckets, in milliseconds. */
export const windowLengths = {
  LAST_HOUR: { windowMs: hourMs, bucketMs: minuteMs },
  LAST_DAY: { windowMs: dayMs, bucketMs: hourMs },
  LAST_WEEK: { windowMs: 7 * dayMs, bucketMs: 6 * hourMs },
  LAST_MONTH: { windowMs: 30 * dayMs, bucketMs: dayMs },
};

export const StatsWindow = builder.enumType('StatsWindow', {
  description: 'A span of time that ends now.',
  values: {
    LAST_HOUR: { description: '60 minutes, in buckets of a minute.' },
    LAST_DAY: { description: '24 hours, in buckets of an hour.' },
    LAST_WEEK: { description: '7 days, in buckets of 6 hours.' },
    LAST_MONTH: { description: '30 days, in buckets of a day.' },
  } as const,
});
