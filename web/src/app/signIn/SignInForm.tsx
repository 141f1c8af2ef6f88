import type { SubmitEvent } from 'react';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';

type SignInFormProps = { isBusy?: boolean; onToken(token: string): void };

/** The field for an access token. */
export function SignInForm({ isBusy = false, onToken }: SignInFormProps) {
  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim();
    if (token !== '') onToken(token);
  }

  return (
    <>
      <form className="sign-in-form" onSubmit={submit}>
        <label htmlFor="token">{t('app.signIn.token')}</label>
        <input id="token" name="token" type="password" autoComplete="off" spellCheck={false} required />
        <Button type="submit" look="primary" disabled={isBusy}>
          {t('app.signIn.title')}
        </Button>
      </form>
      <p className="sign-in-note">{t('app.signIn.stored')}</p>
    </>
  );
}
