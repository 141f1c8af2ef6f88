import { Link } from 'wouter';
import { SelectField } from '../../controls/SelectField.tsx';
import { type JobPriority, type OpsJobFragment, SetJobPriorityDocument } from '../../generated/graphql.ts';
import { CancelJob } from '../../jobs/commands/CancelJob.tsx';
import { RetryNow } from '../../jobs/commands/RetryNow.tsx';
import { StatusBadge } from '../../jobs/display/StatusBadge.tsx';
import { hasPartialResult } from '../../jobs/state/hasPartialResult.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { firstLine, formatAge, formatDuration } from '../../jobs/texts/format.ts';
import { t } from '../../language/opsTexts.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { jobPath } from '../../ui/paths.ts';
import { useAction } from '../section/useAction.ts';

type OpsJobRowProps = { job: OpsJobFragment; now: number; onChanged(): void };

/** A job of any user, with what an operator can do with it. */
export function OpsJobRow({ job, now, onChanged }: OpsJobRowProps) {
  const { id, status, instruction, createdBy, nextAttemptAt } = job;
  return (
    <li className="ops-job">
      <div className="ops-job-text">
        <Link className="ops-job-instruction" href={jobPath(id)}>
          {firstLine(instruction)}
        </Link>
        <p className="soft">
          {createdBy.name} · {durationText(job, now)}
        </p>
      </div>
      <div className="ops-job-actions">
        <StatusBadge status={status} nextAttemptAt={nextAttemptAt} />
        {nextAttemptAt && <RetryNow jobId={id} at={nextAttemptAt} onRetried={onChanged} />}
        {status === 'QUEUED' && <PriorityField job={job} onChanged={onChanged} />}
        {!isTerminal(status) && status !== 'CANCELLING' && (
          <CancelJob jobId={id} hasResult={hasPartialResult(job)} />
        )}
      </div>
    </li>
  );
}

/** How long the current attempt has been running, how long a job has been waiting, or how old it is. */
function durationText({ status, createdAt, attempts }: OpsJobFragment, now: number): string {
  if (isTerminal(status)) return formatAge(createdAt, now);
  const since = (moment: string) => ({ duration: formatDuration(now - Date.parse(moment)) });
  if (status === 'QUEUED') return t('ops.jobs.waitingFor', since(createdAt));
  return t('ops.jobs.runningFor', since(attempts.at(-1)?.startedAt ?? createdAt));
}

const priorities = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const satisfies JobPriority[];

function PriorityField({ job: { id, priority }, onChanged }: Omit<OpsJobRowProps, 'now'>) {
  const { run, problem } = useAction(SetJobPriorityDocument);
  return (
    <>
      <SelectField
        label={t('ops.depth.priority')}
        value={priority}
        options={priorities.map((name) => [name, t(`jobs.priority.${name}`)] as const)}
        onChoose={(next) => void run({ input: { jobId: id, priority: next } }).then(onChanged)}
      />
      <ErrorNote text={problem} />
    </>
  );
}
