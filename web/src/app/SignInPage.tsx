import type { SubmitEvent } from 'react';
import { readToken, writeToken } from '../api/token.ts';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';
import { useTitle } from '../ui/useTitle.ts';
import { Logo } from './Logo.tsx';

/** Asks for an access token. Reloads the page with it, so that no data of an earlier session remains. */
export function SignInPage() {
  useTitle(t('app.signIn.title'));
  const isRejected = readToken() !== null;

  function signIn(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim();
    if (token === '') return;
    writeToken(token);
    location.reload();
  }

  return (
    <main className="sign-in">
      <Logo />
      <h1>{t('app.signIn.title')}</h1>
      <p>{isRejected ? t('app.signIn.rejected') : t('app.signIn.advice')}</p>
      <form onSubmit={signIn}>
        <label htmlFor="token">{t('app.signIn.token')}</label>
        <input id="token" name="token" type="password" autoComplete="off" spellCheck={false} required />
        <Button type="submit" look="primary">
          {t('app.signIn.title')}
        </Button>
      </form>
      <p className="sign-in-note">{t('app.signIn.stored')}</p>
    </main>
  );
}
