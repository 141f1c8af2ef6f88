import { Undo2 } from 'lucide-react';
import { t } from '../../language/language.ts';
import type { Draft } from './useDraft.ts';

/** Restores the text that an example has replaced. */
export function RestoreText({ draft: { restore } }: { draft: Draft }) {
  if (restore === null) return null;
  return (
    <button type="button" className="composer-restore" onClick={restore}>
      <Undo2 aria-hidden /> {t('composer.restoreText')}
    </button>
  );
}
