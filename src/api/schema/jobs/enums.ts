import {
  AttemptOutcome,
  DiagramKind,
  JobPhase,
  JobPriority,
  JobStatus,
  JobType,
} from '../../../database/generated/prisma/enums.ts';
import type { JobErrorCode } from '../../../jobs/jobErrorCode.ts';
import type { WaitReason } from '../../../jobs/queue/queueReader.ts';
import { builder } from '../../graphql/builder.ts';

/** Defines a GraphQL enum from one of ours, with a description for each value. */
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
  [JobStatus.PROCESSING]: 'A worker is processing it.',
  [JobStatus.CANCELLING]: 'A cancel was requested; its worker is stopping.',
  [JobStatus.COMPLETED]: 'Its result is on the canvas.',
  [JobStatus.FAILED]: 'It failed for the reason in `error`; `retryJob` tries again.',
  [JobStatus.CANCELLED]: 'Cancelled; `retryJob` tries again.',
});

export const JobTypeEnum = describedEnum<JobType>('JobType', 'What a job does.', {
  [JobType.CREATE_CANVAS]: 'Creates a canvas.',
  [JobType.MODIFY_CANVAS]: 'Changes an existing canvas.',
  [JobType.TIDY_CANVAS]: 'Lays out objects of a canvas again.',
});

export const JobPhaseEnum = describedEnum<JobPhase>('JobPhase', 'Phase of a job.', {
  [JobPhase.QUEUED]: 'Waiting to start.',
  [JobPhase.PLANNING]: 'The planner was called and has not returned anything yet.',
  [JobPhase.GENERATING]: 'Objects are being generated.',
  [JobPhase.LAYING_OUT]: 'All objects are generated; their final geometry is computed.',
  [JobPhase.SAVING]: 'The result is being written to the canvas.',
  [JobPhase.DONE]: 'Finished: completed, failed or cancelled.',
});

export const JobPriorityEnum = describedEnum<JobPriority>(
  'JobPriority',
  'Priority of a waiting job. Higher ones start first.',
  {
    [JobPriority.LOW]: 'Lowest.',
    [JobPriority.NORMAL]: 'Default.',
    [JobPriority.HIGH]: 'Before normal jobs.',
    [JobPriority.URGENT]: 'Before all others; for operators.',
  },
);

export const DiagramKindEnum = describedEnum<DiagramKind>(
  'DiagramKind',
  'Kind of diagram that a job can ask for. Values may be added.',
  {
    [DiagramKind.FLOW]: 'Steps and decisions of a process.',
    [DiagramKind.TREE]: 'A hierarchy, such as an org chart.',
    [DiagramKind.KANBAN]: 'Columns of cards.',
    [DiagramKind.SWOT]: 'Strengths, weaknesses, opportunities and threats.',
    [DiagramKind.MINDMAP]: 'A topic with branches.',
    [DiagramKind.TIMELINE]: 'Events in the order of time.',
    [DiagramKind.GRID]: 'A comparison, matrix or collection.',
    [DiagramKind.RING]: 'A cycle, or what is around a hub.',
    [DiagramKind.SEQUENCE]: 'Messages between participants in the order of time.',
    [DiagramKind.STATE]: 'States and transitions.',
    [DiagramKind.CLASS]: 'Classes, entities or a data model.',
  },
);

export const JobErrorCodeEnum = describedEnum<JobErrorCode | 'UNKNOWN'>(
  'JobErrorCode',
  'Why an attempt or a job failed. Values may be added.',
  {
    PROVIDER_UNREACHABLE: 'The connection to the AI service failed or broke.',
    PROVIDER_CONNECT_TIMEOUT: 'The AI service did not respond in time.',
    PROVIDER_FIRST_TOKEN_TIMEOUT: 'The AI service did not begin its answer in time.',
    PROVIDER_SILENCE_TIMEOUT: 'The AI service stopped in the middle of its answer.',
    PROVIDER_UNAVAILABLE: 'The AI service returned an error of its own.',
    PROVIDER_RATE_LIMITED: 'The AI service is busy.',
    PROVIDER_QUOTA_EXHAUSTED: 'The AI account is out of quota.',
    PROVIDER_PAYMENT_REQUIRED: 'The AI account needs a payment.',
    PROVIDER_DENIED: 'The AI service rejected the API key.',
    PROVIDER_BAD_REQUEST: 'The AI service rejected the request, for example because there is no such model.',
    PROVIDER_REFUSED: 'The model refused the instruction.',
    PROVIDER_UNREADABLE: 'The AI service sent something other than an answer, such as a web page.',
    CONTENT_FILTERED: 'A content filter of the AI service stopped the answer.',
    OUTPUT_TRUNCATED: 'The answer of the model broke off.',
    OUTPUT_TOO_LARGE: 'The answer of the model is longer than 2 MB.',
    OUTPUT_INVALID: 'The answer of the model is not a plan.',
    OUTPUT_EMPTY: 'The answer of the model holds nothing that can be put on a canvas.',
    PLANNER_TIMEOUT: 'The instruction, or an imported diagram source, could not be read in time.',
    INSTRUCTION_NOT_UNDERSTOOD:
      'The instruction is no change that is known, or names nothing on the canvas that may change. Nothing was changed.',
    SOURCE_UNREADABLE:
      'The imported text is in no diagram language that is known, or nothing in it can be read. Nothing was changed.',
    LAYOUT_TIMEOUT: 'The objects could not be arranged in time.',
    ATTEMPT_TIMEOUT: 'The attempt took longer than it may.',
    INTERNAL_ERROR: 'A defect of the worker, whose log has the reason.',
    WORKER_LOST: 'Several workers were lost while they worked on the job.',
    UNKNOWN: 'A code that another version of the software has recorded; see `message`.',
  },
);

export const AttemptOutcomeEnum = builder.enumType('AttemptOutcome', {
  description: 'How an attempt ended.',
  values: {
    COMPLETED: { value: AttemptOutcome.SUCCEEDED, description: 'It completed with a result.' },
    FAILED: { value: AttemptOutcome.FAILED, description: 'It failed with an error.' },
    CANCELLED: { value: AttemptOutcome.CANCELLED, description: 'Its job was cancelled.' },
    LOST: {
      value: AttemptOutcome.LOST,
      description: 'Its worker died or stopped sending heartbeats. Does not count as a try.',
    },
    RELEASED: {
      value: AttemptOutcome.HANDED_BACK,
      description: 'Its worker shut down and released the job. Does not count as a try.',
    },
  } satisfies Record<string, { value: AttemptOutcome; description: string }>,
});

export const WaitReasonEnum = builder.enumType('JobWaitReason', {
  description: 'Why a job has not started yet.',
  values: {
    PAUSED: { value: 'PAUSED', description: 'An operator has paused the queue.' },
    RETRY: { value: 'RETRY', description: 'Its next attempt starts later, see `nextAttemptAt`.' },
    DUPLICATE_REQUEST: {
      value: 'DUPLICATE_REQUEST',
      description:
        'An identical request is already running. This job completes with its result, or starts if it ends without one; see `leaderProgress`.',
    },
    NO_WORKER: { value: 'NO_WORKER', description: 'No worker is alive.' },
    USER_LIMIT: {
      value: 'USER_LIMIT',
      description:
        'Other jobs of its owner run, or start before it: only so many jobs of one user run at once. It has no `queuePosition`.',
    },
    TURN: { value: 'TURN', description: 'Other jobs start first, see `queuePosition`.' },
  } satisfies Record<string, { value: WaitReason; description: string }>,
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
  description: 'A time window that ends now.',
  values: {
    LAST_HOUR: { description: '60 minutes, in buckets of a minute.' },
    LAST_DAY: { description: '24 hours, in buckets of an hour.' },
    LAST_WEEK: { description: '7 days, in buckets of 6 hours.' },
    LAST_MONTH: { description: '30 days, in buckets of a day.' },
  } as const,
});
