import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { noteUnknown, payloadOf } from '../document.ts';
import { isSignInNeeded, noteAuthentication } from '../session.ts';
import { keepSubscribed } from './keepSubscribed.ts';
import { onRetryTrigger } from './retryTriggers.ts';

/** Codes of errors that a retry would not avoid. */
const fatalCodes = new Set(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);
/** Close codes for a connection without a valid token, and for one whose token is refused or has expired. */
const unauthorizedCloseCodes = [4401, 4403];

type CodedError = { message: string; extensions?: Record<string, unknown> };

export type Subscription<Data, Variables> = {
  document: TypedDocumentString<Data, Variables>;
  /** Called for each attempt, so that a cursor in them is current. */
  variables: () => Variables;
  onData(data: Data): void;
  onRefused(message: string): void;
  isComplete(): boolean;
};

/** Keeps a subscription open across broken connections and sign-ins. Returns a function that stops it. */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  socket: Client,
  subscription: Subscription<Data, Variables>,
): () => void {
  return keepSubscribed<Data>({
    open(sink) {
      // The next attempt has the new token.
      if (isSignInNeeded.get()) return isSignInNeeded.subscribe(() => sink.error(null));
      return socket.subscribe<Data>(
        { ...payloadOf(subscription.document), variables: subscription.variables() },
        {
          next({ data, errors }) {
            if (data) sink.next(data);
            else sink.error(errors);
          },
          error: (cause) => sink.error(cause),
          complete: () => sink.complete(),
        },
      );
    },
    onData: subscription.onData,
    onRefused: (cause) => subscription.onRefused(refusal(cause)),
    isFatal: (cause) => !noteUnknown(subscription.document, cause) && isFatal(cause),
    isComplete: subscription.isComplete,
    onRetryTrigger,
  });
}

function isFatal(cause: unknown): boolean {
  if (isUnauthorizedClose(cause)) isSignInNeeded.set(true);
  if (!Array.isArray(cause)) return false;
  const errors = cause as readonly CodedError[];
  return (
    !noteAuthentication(errors) && errors.some((error) => fatalCodes.has(String(error.extensions?.code)))
  );
}

function isUnauthorizedClose(cause: unknown): boolean {
  if (typeof CloseEvent === 'undefined' || !(cause instanceof CloseEvent)) return false;
  return unauthorizedCloseCodes.includes(cause.code);
}

function refusal(cause: unknown): string {
  const [first] = Array.isArray(cause) ? (cause as readonly CodedError[]) : [];
  return first?.message ?? t('connection.liveRejected');
}
