import { observable } from './observable.ts';

/** True once the server has refused a request for want of a valid token. */
export const signInNeeded = observable(false);

type CodedError = { extensions?: Record<string, unknown> | undefined };

/** Notes that a token is needed if one of the errors says so, and tells whether it did. */
export function noteAuthentication(errors: readonly CodedError[]): boolean {
  const needed = errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
  if (needed) signInNeeded.set(true);
  return needed;
}
