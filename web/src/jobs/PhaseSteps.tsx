import type { JobPhase } from '../generated/graphql.ts';
import { PHASES } from './status.ts';

/** The phases of a job as a row of steps: passed, present and to come. */
export function PhaseSteps({ phase }: { phase: JobPhase }) {
  const present = PHASES.findIndex((entry) => entry.phase === phase);
  return (
    <ol className="phases" aria-label="Phases">
      {PHASES.map(({ phase: step, word }, index) => (
        <li
          key={step}
          className="phase"
          data-state={index < present ? 'passed' : index === present ? 'present' : 'coming'}
          aria-current={index === present ? 'step' : undefined}
        >
          <span className="phase-word">{word}</span>
        </li>
      ))}
    </ol>
  );
}
