import { encodeId } from '../../src/api/graphql/ids.ts';
import type { Story } from './readStory.ts';

/**
 * A job's story as lines for a terminal. Times are in UTC.
 * @param withTexts Whether to show what the user has written: the instruction, and the title that may come from it.
 */
export function tellStory(story: Story, withTexts: boolean): string[] {
  return [
    ...tellJob(story, withTexts),
    '',
    ...section(
      'Attempts',
      story.job.attempts.flatMap((attempt) => tellAttempt(attempt, story)),
    ),
    ...section('Queue entry', tellEntry(story)),
    ...section('Versions', tellVersions(story)),
    ...section(
      'Events',
      story.job.events.map((event) => tellEvent(event, story.job.createdAt)),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`), ''];
}

const redacted = '[redacted; shown with --instruction]';

function tellJob(story: Story, withTexts: boolean): string[] {
  const { job } = story;
  const facts: Record<string, string | false> = {
    Job: `${encodeId('CanvasJob', job.id)} (${job.id})`,
    Status: `${job.status}, phase ${job.phase}, ${Math.round(job.progress * 100)} %, ${job.objectCount} objects`,
    Waits: job.status === 'QUEUED' && whyItWaits(story),
    Type: `${job.type}, priority ${job.priority}${job.kind === null ? '' : `, kind ${job.kind}`}`,
    Owner: `${job.owner.subject} (${encodeId('User', job.owner.id)})`,
    Canvas: `${encodeId('Canvas', job.canvasId)}, version ${job.canvas.version}${job.canvas.deletedAt ? ', in the trash' : ''}`,
    Title: withTexts ? JSON.stringify(job.canvas.title) : redacted,
    Instruction: withTexts
      ? JSON.stringify(job.instruction)
      : `${job.instruction.length} characters ${redacted}`,
    Source:
      job.source !== null &&
      `${job.source.length} characters${withTexts ? `, ${job.fileName ?? 'no file'}` : ''}`,
    Planner: job.cacheHit ? `none: the result was in the cache (${plannerOf(job)})` : plannerOf(job),
    Created: timeOf(job.createdAt),
    Started:
      job.startedAt !== null && `${timeOf(job.startedAt)}, after ${since(job.createdAt, job.startedAt)}`,
    'Cancel requested': job.cancelRequestedAt !== null && timeOf(job.cancelRequestedAt),
    'Next attempt': job.nextAttemptAt !== null && timeOf(job.nextAttemptAt),
    Finished:
      job.finishedAt !== null && `${timeOf(job.finishedAt)}, after ${since(job.createdAt, job.finishedAt)}`,
    Error:
      job.errorCode !== null &&
      `${job.errorCode}: ${job.errorMessage}${job.errorRetryable ? ' (temporary)' : ''}`,
    Trace: job.traceParent !== null && (job.traceParent.split('-')[1] ?? ''),
  };
  return Object.entries(facts).flatMap(([name, text]) =>
    text === false ? [] : [`${`${name}:`.padEnd(18)}${text}`],
  );
}

/** The reasons that stop everyone's jobs come first. `waitReason` of the API knows those that depend on other jobs. */
function whyItWaits({ job, pause, liveWorkers }: Story): string {
  if (pause.pausedAt !== null)
    return `the queue has been paused since ${timeOf(pause.pausedAt)}: ${pause.reason ?? 'no reason given'}`;
  if (liveWorkers === 0) return 'no worker is alive';
  if (job.nextAttemptAt !== null && job.nextAttemptAt > new Date()) return 'for its next attempt';
  return 'for its turn, a duplicate request, or other jobs of its owner: see `waitReason` of the API';
}

const plannerOf = ({ planner, model }: { planner: string | null; model: string | null }) =>
  [planner ?? 'none', ...(model === null ? [] : [model])].join(', ');

function tellAttempt(attempt: Story['job']['attempts'][number], { workers }: Story): string[] {
  const worker = workers.find(({ id }) => id === attempt.workerId);
  const place =
    worker === undefined ? attempt.workerId : `${attempt.workerId} (${worker.host}, pid ${worker.pid})`;
  const end =
    attempt.finishedAt === null
      ? `still running; ends at the latest ${attempt.deadlineAt === null ? 'at some time' : timeOf(attempt.deadlineAt)}`
      : `${attempt.outcome} after ${since(attempt.startedAt, attempt.finishedAt)}`;
  const lines = [`${attempt.number}  ${timeOf(attempt.startedAt)}  ${end}`, `   worker ${place}`];
  if (attempt.errorCode !== null) {
    const next =
      attempt.retryDelayMs === null ? '' : `; next attempt after ${attempt.retryDelayMs / 1_000} s`;
    lines.push(`   error ${attempt.errorCode}: ${attempt.errorMessage}${next}`);
  }
  for (const line of attempt.errorDetail?.split('\n') ?? []) lines.push(`   detail ${line}`);
  if (attempt.inputTokens !== null) {
    const cost = attempt.costUsd === null ? '' : `, ${attempt.costUsd} USD`;
    lines.push(`   tokens ${attempt.inputTokens} in, ${attempt.outputTokens} out${cost}`);
  }
  return lines;
}

function tellEntry({ entry }: Story): string[] {
  if (entry === undefined) return [];
  const { runAt, lockedAt, lockedBy, attempts, maxAttempts, lastError } = entry;
  const state = lockedAt === null ? 'not taken' : `taken ${timeOf(lockedAt)} by ${lockedBy}`;
  const lines = [`ready ${timeOf(runAt)}, ${state}, ${attempts} of ${maxAttempts} tries`];
  return lastError === null ? lines : [...lines, `last error ${lastError}`];
}

const tellVersions = ({ job }: Story) =>
  job.versions.map(
    ({ number, kind, createdAt, addedCount }) =>
      `${number}  ${timeOf(createdAt)}  ${kind}, ${addedCount} objects added`,
  );

function tellEvent(
  { seq, at, type, attempt, payload }: Story['job']['events'][number],
  createdAt: Date,
): string {
  const place = `${String(seq).padStart(3)}  ${timeOf(at)}  +${since(createdAt, at).padEnd(9)}`;
  return `${place}  attempt ${attempt}  ${type} ${summary(payload)}`.trimEnd();
}

/** Numbers and codes of a payload, and how long its lists are: texts of users are in none of them. */
function summary(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  return Object.entries(payload)
    .flatMap(([name, value]) => {
      if (Array.isArray(value)) return value.length === 0 ? [] : [`${name}=${value.length}`];
      if (name === 'error') return [`error=${String((value as { code?: unknown }).code)}`];
      return value === null || typeof value === 'object' ? [] : [`${name}=${String(value)}`];
    })
    .join(' ');
}

const timeOf = (time: Date) => time.toISOString();

function since(from: Date, to: Date): string {
  const ms = to.getTime() - from.getTime();
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
