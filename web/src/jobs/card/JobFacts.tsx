import { Clock3, PencilRuler, Shapes, Sparkles, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import type { JobProgress } from '../state/jobProgress.ts';
import { isTerminal } from '../state/status.ts';
import { formatCost, formatDuration, formatObjectCount, formatPreview } from '../texts/format.ts';

/** Planner, objects so far, run time and cost of a job. */
export function JobFacts({ job, progress }: { job: JobDetailFragment; progress: JobProgress }) {
  const planner = progress.planner ?? job.planner;
  const changes = changesText(job, progress);
  return (
    <ul className="facts">
      {planner && <PlannerFact planner={planner} model={job.model} />}
      {job.cacheHit && <Fact icon={<Zap aria-hidden />}>{t('job.cached')}</Fact>}
      {changes && <Fact icon={<Shapes aria-hidden />}>{changes}</Fact>}
      {!job.cacheHit && <RunTime job={job} progress={progress} />}
      {job.usage && <UsageFact usage={job.usage} />}
    </ul>
  );
}

/** What a job draws or changes while it runs; empty before and after. */
function changesText({ type }: JobDetailFragment, { status, objectCount, preview }: JobProgress): string {
  if (isTerminal(status)) return '';
  if (type !== 'CREATE_CANVAS') return formatPreview(preview);
  return objectCount === 0 ? '' : formatObjectCount(objectCount);
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="fact">
      {icon}
      <span>{children}</span>
    </li>
  );
}

function PlannerFact({ planner, model }: { planner: string; model: string | null }) {
  if (planner === 'sketcher') {
    return <Fact icon={<PencilRuler aria-hidden />}>{t('job.sketcher')}</Fact>;
  }
  return <Fact icon={<Sparkles aria-hidden />}>{model ?? planner}</Fact>;
}

/** Run time of the current or last attempt, without the time between attempts. */
function RunTime({ job, progress }: { job: JobDetailFragment; progress: JobProgress }) {
  const isFinished = isTerminal(progress.status);
  const now = useNow(isFinished ? null : 1000);
  const attempt = job.attempts.find(({ number }) => number === progress.attempt);
  if (!attempt || progress.status === 'QUEUED') return null;
  const end = isFinished && attempt.finishedAt ? Date.parse(attempt.finishedAt) : now;
  return (
    <Fact icon={<Clock3 aria-hidden />}>
      <span className="figures">{formatDuration(end - Date.parse(attempt.startedAt))}</span>
      {attempt.number > 1 && ` ${t('job.inAttempt', { attempt: attempt.number })}`}
    </Fact>
  );
}

function UsageFact({ usage }: { usage: NonNullable<JobDetailFragment['usage']> }) {
  const count = usage.inputTokens + usage.outputTokens;
  const tokens = t(usage.estimated ? 'job.tokensEstimated' : 'job.tokens', { count });
  const { estimatedCostUsd: cost } = usage;
  return (
    <Fact icon={<Sparkles aria-hidden />}>{cost === null ? tokens : `${tokens}, ${formatCost(cost)}`}</Fact>
  );
}
