import { Clock3, PencilRuler, Shapes, Sparkles, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNow } from '../app/useNow.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { formatDuration } from './duration.ts';
import type { JobProgress } from './jobProgress.ts';
import { isTerminal } from './status.ts';

/** How the canvas is being made: by what, for how long, how much. */
export function JobFacts({ job, progress }: { job: JobDetailFragment; progress: JobProgress }) {
  const planner = progress.planner ?? job.planner;
  return (
    <ul className="facts">
      {planner && <PlannerFact planner={planner} model={job.model} />}
      {job.cacheHit && <Fact icon={<Zap aria-hidden />}>Reused an earlier result</Fact>}
      {progress.objectCount > 0 && progress.status !== 'FAILED' && (
        <Fact icon={<Shapes aria-hidden />}>
          {progress.objectCount === 1 ? '1 object' : `${progress.objectCount} objects`}
        </Fact>
      )}
      {job.startedAt && <RunTime job={job} running={!isTerminal(progress.status)} />}
      {job.usage && <UsageFact usage={job.usage} />}
    </ul>
  );
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
    return (
      <Fact icon={<PencilRuler aria-hidden />}>Sketched by the built-in sketcher (no AI key configured)</Fact>
    );
  }
  return <Fact icon={<Sparkles aria-hidden />}>{model ?? planner}</Fact>;
}

function RunTime({ job, running }: { job: JobDetailFragment; running: boolean }) {
  const now = useNow(running ? 1000 : null);
  if (!job.startedAt) return null;
  const end = job.finishedAt ? Date.parse(job.finishedAt) : now;
  return (
    <Fact icon={<Clock3 aria-hidden />}>
      <span className="figures">{formatDuration(end - Date.parse(job.startedAt))}</span>
    </Fact>
  );
}

function UsageFact({ usage }: { usage: NonNullable<JobDetailFragment['usage']> }) {
  const tokens = (usage.inputTokens + usage.outputTokens).toLocaleString('en');
  const cost = usage.estimatedCostUsd === null ? '' : `, about $${usage.estimatedCostUsd.toFixed(4)}`;
  return (
    <Fact icon={<Sparkles aria-hidden />}>
      {usage.estimated ? 'About ' : ''}
      {tokens} tokens{cost}
    </Fact>
  );
}
