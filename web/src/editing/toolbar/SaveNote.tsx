import { t } from '../../language/language.ts';
import type { SaveState } from '../session/sessionState.ts';
import './toolbar.css';

/** Whether the person's own changes have arrived. */
export function SaveNote({ state }: { state: SaveState }) {
  return (
    <span className="save-note" data-state={state} role="status" aria-label={t('editing.saveStatus')}>
      {t(`editing.saveState.${state}`)}
    </span>
  );
}
