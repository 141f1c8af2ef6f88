import { Link } from 'wouter';
import { OpsFailuresDocument, type OpsFailuresQuery, RetryFailedJobsDocument } from '../generated/graphql.ts';
import { serverMessage } from '../jobs/texts/failureText.ts';
import { formatAge } from '../jobs/texts/format.ts';
import { formatPercent } from '../language/formats.ts';
import { t } from '../language/opsTexts.ts';
import { Empty } from '../ui/messages/Empty.tsx';
import { ErrorNote } from '../ui/messages/ErrorNote.tsx';
import { announce } from '../ui/messages/notice.ts';
import { Problem } from '../ui/messages/Problem.tsx';
import { ServerText } from '../ui/messages/ServerText.tsx';
import { jobPath, jobsPath } from '../ui/paths.ts';
import { useNow } from '../ui/useNow.ts';
import { statsWindows, type WindowName } from './charts/statsWindow.ts';
import { ConfirmButton } from './section/ConfirmButton.tsx';
import { OpsSection } from './section/OpsSection.tsx';
import { batchSize, retriedText } from './section/retriedText.ts';
import { useAction } from './section/useAction.ts';
import { usePolled } from './section/usePolled.ts';

type Group = NonNullable<OpsFailuresQuery['failureGroups']>[number];

/** Jobs that failed in a time window and were not retried, by error code. */
export function Failures({ window }: { window: WindowName }) {
  const variables = { window: statsWindows[window] };
  const { data, error, reread } = usePolled(OpsFailuresDocument, variables, 10_000);
  const groups = data?.failureGroups;
  const total = groups?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <OpsSection title={t('ops.failures.title')} query={OpsFailuresDocument} variables={variables}>
      {!groups && error && <Problem error={error} onRetry={reread} />}
      {groups?.length === 0 && (
        <Empty heading="h3" title={t('ops.failures.none')}>
          {t('ops.failures.noneText')}
        </Empty>
      )}
      <ul className="failure-groups">
        {groups?.map((group) => (
          <FailureGroup key={group.code} group={group} total={total} window={window} onRetried={reread} />
        ))}
      </ul>
    </OpsSection>
  );
}

type FailureGroupProps = { group: Group; total: number; window: WindowName; onRetried(): void };

function FailureGroup({ group, total, window, onRetried }: FailureGroupProps) {
  const { code, count, lastFailedAt, latestJob } = group;
  const now = useNow(30_000);
  const share = formatPercent(count / total);
  return (
    <li className="failure-group">
      <div className="failure-text">
        <h3>{t(`jobs.error.${code}.reason`)}</h3>
        <p className="soft">
          <code>{code}</code> · {t('ops.failures.count', { count, share })} ·{' '}
          {t('ops.failures.last', { when: formatAge(lastFailedAt, now) })}
        </p>
        {latestJob?.error && (
          <p className="failure-sample">
            <ServerText text={serverMessage(latestJob.error)} />{' '}
            <Link href={jobPath(latestJob.id)}>{t('ops.failures.latest')}</Link>
          </p>
        )}
        {latestJob && <Detail text={latestJob.attempts.at(-1)?.errorDetail ?? null} />}
      </div>
      <div className="failure-actions">
        <Link className="button" href={`${jobsPath}?scope=all&status=failed&error=${code}`}>
          {t('ops.failures.show')}
        </Link>
        <RetryGroup group={group} window={window} onRetried={onRetried} />
      </div>
    </li>
  );
}

/** What the provider sent, or an error of the software. */
function Detail({ text }: { text: string | null }) {
  return (
    text && (
      <p className="failure-detail">
        <code>{text}</code>
      </p>
    )
  );
}

function RetryGroup({ group, window, onRetried }: Omit<FailureGroupProps, 'total'>) {
  const { code } = group;
  const count = Math.min(group.count, batchSize);
  const { run, isRunning, problem } = useAction(RetryFailedJobsDocument);
  async function retry(): Promise<void> {
    const data = await run({ code, window: statsWindows[window], first: count });
    if (data?.retryJobs?.__typename !== 'RetryJobsSuccess') return;
    announce({ text: retriedText(data.retryJobs) });
    onRetried();
  }
  return (
    <>
      <ConfirmButton
        label={t('ops.failures.retry')}
        disabled={isRunning}
        title={t('ops.failures.retryTitle', { count })}
        action={t('ops.failures.retryAction', { count })}
        onConfirm={() => void retry()}
      >
        {t('ops.failures.retryText', { reason: t(`jobs.error.${code}.reason`) })}
        {group.count > batchSize && ` ${t('ops.failures.oldest', { count })}`}
      </ConfirmButton>
      <ErrorNote text={problem} />
    </>
  );
}
