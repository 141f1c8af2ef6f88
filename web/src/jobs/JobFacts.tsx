import { Clock3, PencilRuler, Shapes, Sparkles, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { formatNumber } from '../language/formats.ts';
import { useNow } from '../ui/useNow.ts';
import { formatDuration, formatObjectCount, formatPreview } from './format.ts';
import type { JobProgress } from './jobProgress.ts';
import { isTerminal } from './status.ts';

/** Planner, object count, run time and cost of a job. */
export function JobFacts({ job, progress }: { job: JobDetailFragment; progress: JobProgress }) {
  const planner = progress.planner ?? job.planner;
  const changes = changesText(job, progress);
  return (
    <ul className="facts">
      {planner && <PlannerFact planner={planner} model={job.model} />}
      {job.cacheHit && <Fact icon={<Zap aria-hidden />}>Reused a cached result</Fact>}
      {changes && <Fact icon={<Shapes aria-hidden />}>{changes}</Fact>}
      {!job.cacheHit && <RunTime job={job} progress={progress} />}
      {job.usage && <UsageFact usage={job.usage} />}
    </ul>
  );
}

/** How much a job draws or changes; empty when it has not changed anything. */
function changesText({ type }: JobDetailFragment, { status, objectCount, preview }: JobProgress): string {
  if (status === 'FAILED') return '';
  if (type !== 'CREATE_CANVAS' && !isTerminal(status)) return formatPreview(preview);
  if (objectCount === 0) return '';
  return `${formatObjectCount(objectCount)}${type === 'CREATE_CANVAS' ? '' : ' added or changed'}`;
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
    return <Fact icon={<PencilRuler aria-hidden />}>Built-in sketcher (no AI key configured)</Fact>;
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
      {attempt.number > 1 && ` in attempt ${attempt.number}`}
    </Fact>
  );
}

function UsageFact({ usage }: { usage: NonNullable<JobDetailFragment['usage']> }) {
  const tokens = formatNumber(usage.inputTokens + usage.outputTokens);
  const cost = usage.estimatedCostUsd === null ? '' : `, about $${usage.estimatedCostUsd.toFixed(4)}`;
  return (
    <Fact icon={<Sparkles aria-hidden />}>
      {usage.estimated ? 'About ' : ''}
      {tokens} tokens{cost}
    </Fact>
  );
}
