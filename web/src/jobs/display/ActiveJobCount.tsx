import { useRef } from 'react';
import { useQuery } from 'urql';
import { doc } from '../../api/document.ts';
import { ActiveJobCountDocument, type JobStatus } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { useJobUpdates } from '../updates/useJobUpdates.ts';

/** Number of the viewer's unfinished jobs; nothing if there are none. */
export function ActiveJobCount() {
  const [{ data }, read] = useQuery({ query: doc(ActiveJobCountDocument) });
  const statuses = useRef(new Map<string, JobStatus>());
  const reread = () => read({ requestPolicy: 'network-only' });

  useJobUpdates({
    canvasId: null,
    onUpdate({ id, status }) {
      // Most updates report progress, which does not change the count.
      if (statuses.current.get(id) === status) return;
      statuses.current.set(id, status);
      reread();
    },
    onMissed: reread,
  });

  const count = data?.jobs?.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <span className="count figures">
      {count}
      <span className="visually-hidden"> {t('jobs.active')}</span>
    </span>
  );
}
