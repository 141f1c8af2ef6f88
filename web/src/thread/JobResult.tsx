import type { ThreadJobFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { ServerText } from '../ui/messages/ServerText.tsx';
import { ChangeSummary } from './ChangeSummary.tsx';

/** What a finished job changed, and whether that was undone. */
export function JobResult({ job }: { job: ThreadJobFragment }) {
  const version = job.canvasVersion;
  if (!version) return null;
  return (
    <>
      <ChangeSummary jobId={job.id} version={version} />
      {job.warnings.map((warning) => (
        <p key={warning} className="notice">
          <ServerText text={warning} />
        </p>
      ))}
      {version.undoneBy !== null && <p className="job-note">{t('job.undone')}</p>}
    </>
  );
}
