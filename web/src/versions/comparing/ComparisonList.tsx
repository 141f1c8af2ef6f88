import { currentLanguage, t } from '../../language/language.ts';
import { describeObjects } from '../../scene/objectTexts.ts';
import { type Comparison, changedParts } from './compareVersions.ts';

type Props = { number: number; comparison: Comparison };

/** What has changed since a version, in words. */
export function ComparisonList({ number, comparison: { objects, changes } }: Props) {
  const { textOf } = describeObjects(objects);
  const listed = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' });
  const { added, updated, deleted } = changes;
  const isSame = added.length + updated.length + deleted.length === 0;
  return (
    // In the tab order: the keyboard scrolls a long list.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    <section className="comparison" tabIndex={0} aria-label={t('versions.compare.since', { number })}>
      <h2>{t('versions.compare.since', { number })}</h2>
      {isSame && <p>{t('versions.compare.same')}</p>}
      <Part kind="added" entries={added.map((object) => ({ id: object.id, text: textOf(object) }))} />
      <Part
        kind="changed"
        entries={updated.map(({ before, after }) => {
          const names = changedParts(before, after).map((part) => t(`versions.compare.part.${part}`));
          return { id: after.id, text: textOf(after), detail: listed.format(names) };
        })}
      />
      <Part kind="deleted" entries={deleted.map((object) => ({ id: object.id, text: textOf(object) }))} />
    </section>
  );
}

type PartProps = {
  kind: 'added' | 'changed' | 'deleted';
  entries: readonly { id: string; text: string; detail?: string }[];
};

function Part({ kind, entries }: PartProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3 data-mark={kind}>{t(`versions.compare.${kind}`, { count: entries.length })}</h3>
      <ul>
        {entries.map(({ id, text, detail }) => (
          <li key={id}>
            {text || t('versions.compare.noText')}
            {detail && <span className="version-meta"> {detail}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
