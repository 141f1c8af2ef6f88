import { X } from 'lucide-react';
import { IconButton } from '../controls/IconButton.tsx';
import { t } from '../language/language.ts';
import { useDismissal } from '../ui/useDismissal.ts';

/** How to connect a model, as long as the built-in sketcher draws. It stays away once it is dismissed. */
export function SketcherNote() {
  const { isDismissed, dismiss } = useDismissal('sketcher-note');
  if (isDismissed) return null;
  return (
    <aside className="sketcher-note" aria-labelledby="sketcher-note">
      <div>
        <h2 id="sketcher-note">{t('home.sketcher.title')}</h2>
        <ol>
          <li>{t('home.sketcher.key')}</li>
          <li>{t('home.sketcher.server')}</li>
          <li>{t('home.sketcher.restart')}</li>
        </ol>
      </div>
      <IconButton label={t('home.sketcher.dismiss')} onClick={dismiss}>
        <X aria-hidden />
      </IconButton>
    </aside>
  );
}
