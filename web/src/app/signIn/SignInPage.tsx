import { readToken, writeToken } from '../../api/token.ts';
import { t } from '../../language/language.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { Logo } from '../topBar/Logo.tsx';
import { SignInForm } from './SignInForm.tsx';

/** Asks for an access token. Reloads the page with it, so that no data of an earlier session remains. */
export function SignInPage() {
  useTitle(t('app.signIn.title'));
  const isRejected = readToken() !== null;

  function signIn(token: string): void {
    writeToken(token);
    location.reload();
  }

  return (
    <main className="sign-in">
      <Logo />
      <h1>{t('app.signIn.title')}</h1>
      <p>{isRejected ? t('app.signIn.rejected') : t('app.signIn.advice')}</p>
      <SignInForm onToken={signIn} />
    </main>
  );
}
