import { observable } from './observable.ts';

/** True after the server has rejected a request for lack of a valid token. */
export const isSignInNeeded = observable(false);

type CodedError = { extensions?: Record<string, unknown> | undefined };

/** Shows the sign-in page if one of the errors asks for a token. Returns whether it did. */
export function noteAuthentication(errors: readonly CodedError[]): boolean {
  const needed = errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
  if (needed) isSignInNeeded.set(true);
  return needed;
}
