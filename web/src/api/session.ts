import { observable } from './observable.ts';

/** True after the server has rejected a request for lack of a valid token, until there is one. */
export const isSignInNeeded = observable(false);

type CodedError = { extensions?: Record<string, unknown> | undefined };

/** Asks to sign in if one of the errors asks for a token. Returns whether it did. */
export function noteAuthentication(errors: readonly CodedError[]): boolean {
  const needed = errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
  if (needed) isSignInNeeded.set(true);
  return needed;
}
