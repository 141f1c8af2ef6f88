import { useMutation } from 'urql';
import { doc } from '../../api/document.ts';
import { refusalText } from '../../api/errors/refusalText.ts';
import { useRequestFailure } from '../../api/errors/requestFailure.ts';
import {
  type JobPageJobFragment,
  type JobPriority,
  SetJobPriorityDocument,
} from '../../generated/graphql.ts';
import { t } from '../../language/dashboardTexts.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { priorities } from '../filters/choices.ts';

/** Changes the priority of a waiting job; URGENT is for operators. */
export function PrioritySelect({ job, isOperator }: { job: JobPageJobFragment; isOperator: boolean }) {
  const [{ fetching, data, error }, setPriority] = useMutation(doc(SetJobPriorityDocument));
  const outcome = data?.setJobPriority;
  const refused = outcome && outcome.__typename !== 'SetJobPrioritySuccess' ? refusalText(outcome) : null;
  const problem = useRequestFailure(error) ?? refused;
  const isOffered = (priority: JobPriority) =>
    isOperator || priority !== 'URGENT' || priority === job.priority;
  return (
    <>
      <select
        aria-label={t('dashboard.filter.priority')}
        disabled={fetching}
        value={job.priority}
        onChange={({ target }) =>
          void setPriority({ input: { jobId: job.id, priority: target.value as JobPriority } })
        }
      >
        {priorities.filter(isOffered).map((priority) => (
          <option key={priority} value={priority}>
            {t(`jobs.priority.${priority}`)}
          </option>
        ))}
      </select>
      <ErrorNote text={problem} />
    </>
  );
}
