import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../controls/IconButton.tsx';
import { formatAge } from '../../jobs/texts/format.ts';
import { t } from '../../language/language.ts';
import { VersionPicture } from './VersionPicture.tsx';
import type { VersionFields, VersionGroup } from './versionGroups.ts';
import { changesOf, originOf, sessionSpan, type Version } from './versionText.ts';

/** What all entries of the list share. */
export type EntryProps = {
  canvasId: string;
  others: ReadonlyMap<number, Version>;
  now: number;
  latest: number;
  /** The number of the version that is shown. */
  viewed: number;
  onView(number: number): void;
};

/** One entry of the list of versions. The edits of a session are one, which can be opened. */
export function VersionEntry({ group, ...props }: EntryProps & { group: VersionGroup }) {
  const [version, ...earlier] = group;
  if (earlier.length > 0) return <EditSession group={group} {...props} />;
  return (
    <li>
      <VersionButton
        {...props}
        version={version}
        isViewed={version.number === props.viewed}
        meta={`${numberText(version, props)} · ${formatAge(version.createdAt, props.now)}`}
        changes={ownChanges(version)}
      />
    </li>
  );
}

/** Edits that followed each other: shown as one, with the state after the last. */
function EditSession({ group, ...props }: EntryProps & { group: VersionGroup }) {
  const [newest] = group;
  const isWithin = group.some(({ number }) => number === props.viewed);
  const [isOpen, setIsOpen] = useState(isWithin && newest.number !== props.viewed);
  return (
    <li>
      <div className="version-session">
        <VersionButton
          {...props}
          version={newest}
          isViewed={isWithin && (!isOpen || newest.number === props.viewed)}
          meta={t('versions.session', { count: group.length, span: sessionSpan(group) })}
          changes={changesOf(sumOf(group))}
        />
        <IconButton
          label={t(isOpen ? 'versions.hideSession' : 'versions.showSession')}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        </IconButton>
      </div>
      {isOpen && (
        <ol className="versions versions-within">
          {group.map((version) => (
            <VersionEntry key={version.number} {...props} group={[version]} />
          ))}
        </ol>
      )}
    </li>
  );
}

function sumOf(group: VersionGroup) {
  const sum = (name: 'addedCount' | 'updatedCount' | 'deletedCount') =>
    group.reduce((total, version) => total + version[name], 0);
  return {
    addedCount: sum('addedCount'),
    updatedCount: sum('updatedCount'),
    deletedCount: sum('deletedCount'),
  };
}

function numberText({ number }: VersionFields, { latest }: EntryProps | Omit<EntryProps, 'group'>): string {
  return t(number === latest ? 'versions.latestNumber' : 'versions.number', { number });
}

/** The text of a revert already names what it undid or redid. */
function ownChanges(version: VersionFields): string {
  const isUndone = version.kind !== 'UNDO' && version.undoneBy !== null;
  return isUndone ? t('versions.undone', { changes: changesOf(version) }) : changesOf(version);
}

type VersionButtonProps = EntryProps & {
  version: VersionFields;
  isViewed: boolean;
  meta: string;
  changes: string;
};

function VersionButton({ version, canvasId, others, isViewed, meta, changes, onView }: VersionButtonProps) {
  return (
    <button type="button" className="version" aria-pressed={isViewed} onClick={() => onView(version.number)}>
      <VersionPicture canvasId={canvasId} number={version.number} />
      <span className="version-text">
        <span className="version-origin">{originOf(version, others)}</span>
        <span className="version-meta figures">{meta}</span>
        <span className="version-meta figures">{changes}</span>
      </span>
    </button>
  );
}
