import type { SubmitEvent } from 'react';
import { readToken, writeToken } from '../api/token.ts';
import { Button } from '../controls/Button.tsx';
import { useTitle } from '../ui/useTitle.ts';
import { Logo } from './Logo.tsx';

/** Asks for an access token. Reloads the page with it, so that no data of an earlier session remains. */
export function SignInPage() {
  useTitle('Sign in');
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
      <h1>Sign in</h1>
      <p>
        {isRejected
          ? 'Your access token was rejected. It may have expired. Paste a new one.'
          : 'Paste your access token to view and create canvases.'}
      </p>
      <form onSubmit={signIn}>
        <label htmlFor="token">Access token</label>
        <input id="token" name="token" type="password" autoComplete="off" spellCheck={false} required />
        <Button type="submit" look="primary">
          Sign in
        </Button>
      </form>
      <p className="sign-in-note">The token is stored in this browser until you sign out.</p>
    </main>
  );
}
