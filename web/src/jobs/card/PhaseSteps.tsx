import type { JobPhase } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { runningPhases } from '../state/status.ts';
import { phaseText } from '../texts/phaseText.ts';

/** The phases of a job as a row of steps. */
export function PhaseSteps({ phase, isOfImport = false }: { phase: JobPhase; isOfImport?: boolean }) {
  const current = (runningPhases as readonly JobPhase[]).indexOf(phase);
  return (
    <ol className="phases" aria-label={t('jobs.phases')}>
      {runningPhases.map((step, index) => (
        <li
          key={step}
          className="phase"
          data-state={index < current ? 'done' : index === current ? 'current' : 'next'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="phase-label">{phaseText(step, isOfImport)}</span>
        </li>
      ))}
    </ol>
  );
}
