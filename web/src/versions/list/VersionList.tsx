import { useRef } from 'react';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';
import { Problem } from '../../ui/messages/Problem.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useSeen } from './useSeen.ts';
import { useVersions } from './useVersions.ts';
import { VersionEntry } from './VersionEntry.tsx';
import { groupVersions } from './versionGroups.ts';
import '../versions.css';

export type VersionListProps = {
  canvasId: string;
  latest: number;
  /** The version that is shown; null for the latest. */
  viewed: number | null;
  /** Shows a version; null for the latest. */
  onView(number: number | null): void;
};

/** The versions of a canvas, newest first; older ones are loaded at the end of the list. Choosing one shows it. */
export function VersionList({ canvasId, latest, viewed, onView }: VersionListProps) {
  const { versions, error, hasOlder, isLoading, reread, loadOlder } = useVersions(canvasId, latest);
  const now = useNow(30_000);
  if (error) return <Problem error={error} onRetry={reread} />;
  if (!versions) return <p className="job-note">{t('versions.loading')}</p>;
  if (versions.length === 0) return <p className="job-note">{t('versions.none')}</p>;
  const others = new Map(versions.map((version) => [version.number, version]));
  return (
    <>
      <ol className="versions" aria-label={t('versions.list')} aria-busy={isLoading}>
        {groupVersions(versions).map((group) => (
          <VersionEntry
            // The oldest one: it stays when the session goes on.
            key={group.at(-1)?.number}
            group={group}
            {...{ canvasId, others, now, latest }}
            viewed={viewed ?? latest}
            onView={(number) => onView(number === latest ? null : number)}
          />
        ))}
      </ol>
      {hasOlder && <Older key={versions.length} onLoad={() => void loadOlder()} />}
    </>
  );
}

/** Loads older versions when the end of the list comes into view. The button is for those who don't scroll. */
function Older({ onLoad }: { onLoad(): void }) {
  const end = useRef<HTMLDivElement>(null);
  useSeen(end, onLoad);
  return (
    <div ref={end}>
      <Button onClick={onLoad}>{t('versions.showOlder')}</Button>
    </div>
  );
}
