import type { JobErrorFieldsFragment, JobType } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { FailureTexts } from './FailureTexts.tsx';

type Props = { job: { type: JobType }; error: JobErrorFieldsFragment | null };

/** Why a job failed, and what to do next. */
export function FailureNotice({ job, error }: Props) {
  return (
    <div className="notice notice-danger">
      <FailureTexts error={error} />
      {job.type !== 'CREATE_CANVAS' && <p>{t('job.canvasNotChanged')}</p>}
    </div>
  );
}
