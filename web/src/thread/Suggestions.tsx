import { useEffect, useEffectEvent, useId } from 'react';
import { useQuery } from 'urql';
import { doc } from '../api/document.ts';
import { JobSuggestionsDocument, type ThreadJobFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { ErrorNote } from '../ui/messages/ErrorNote.tsx';
import type { CanvasActions } from './JobActions.tsx';
import { useRepeatJob } from './useRepeatJob.ts';

type Props = {
  job: ThreadJobFragment;
  actions: CanvasActions;
  /** They have been loaded, and are shown. */
  onShown(): void;
};

/** Instructions that work in place of that of a failed job. Choosing one sends it. */
export function Suggestions({ job, actions, onShown }: Props) {
  const [{ data }] = useQuery({
    ...{ query: doc(JobSuggestionsDocument), variables: { jobId: job.id } },
    requestPolicy: 'network-only',
  });
  const { repeat, isBusy, problem } = useRepeatJob(actions.canvasId, actions.send, actions.onCreated);
  const titleId = useId();
  const suggestions = data?.job?.error?.suggestions ?? [];
  const isShown = suggestions.length > 0;
  const noteShown = useEffectEvent(onShown);
  useEffect(() => {
    if (isShown) noteShown();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <section className="suggestions" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('job.didYouMean')}</h2>
      <ul>
        {suggestions.map((text) => (
          <li key={text}>
            <button
              type="button"
              className="chip"
              disabled={isBusy}
              onClick={() => void repeat({ ...job, instruction: text, kind: null })}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote text={problem} />
    </section>
  );
}
