import type { JobPhase } from '../generated/graphql.ts';
import { phases } from './status.ts';

/** The phases of a job as a row of steps. */
export function PhaseSteps({ phase }: { phase: JobPhase }) {
  const current = phases.findIndex((entry) => entry.phase === phase);
  return (
    <ol className="phases" aria-label="Phases">
      {phases.map(({ phase: step, label }, index) => (
        <li
          key={step}
          className="phase"
          data-state={index < current ? 'done' : index === current ? 'current' : 'next'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="phase-label">{label}</span>
        </li>
      ))}
    </ol>
  );
}
