import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { Logo } from '../topBar/Logo.tsx';

/** Shown instead of every page when the server can't be reached, or has no database, while the page is opened. */
export function UnavailablePage({ onTryNow }: { onTryNow(): void }) {
  useTitle(t('connection.unavailable.title'));
  return (
    <main className="sign-in" id="content">
      <Logo />
      <h1>{t('connection.unavailable.title')}</h1>
      <p role="status">{t('connection.unavailable.text')}</p>
      <Button look="primary" onClick={onTryNow}>
        {t('connection.unavailable.tryNow')}
      </Button>
    </main>
  );
}
