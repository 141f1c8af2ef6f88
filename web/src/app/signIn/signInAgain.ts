import type { Client } from 'urql';
import { doc } from '../../api/document.ts';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import { isSignInNeeded } from '../../api/session.ts';
import { writeToken } from '../../api/token.ts';
import { SessionDocument } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';

/**
 * Stores a new token and goes on with it: subscriptions reconnect, and lists are read again. The page is loaded again
 * for another user, as it holds the data of the one before. @returns why the token can't be used; null if it can
 */
export async function signInAgain(client: Client, token: string): Promise<string | null> {
  const session = doc(SessionDocument);
  const former = client.readQuery(session, {}, { requestPolicy: 'cache-only' })?.data?.viewer;
  writeToken(token);
  const { data, error } = await client.query(session, {}, { requestPolicy: 'network-only' }).toPromise();
  if (!data?.viewer) return error?.networkError ? requestFailure(error) : t('app.signIn.rejected');
  if (data.viewer.id === former?.id) isSignInNeeded.set(false);
  else location.reload();
  return null;
}
