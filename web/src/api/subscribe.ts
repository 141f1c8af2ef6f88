import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { noteUnknown, payloadOf } from './document.ts';
import { keepSubscribed } from './keepSubscribed.ts';
import { onRetryTrigger } from './retryTriggers.ts';
import { noteAuthentication } from './session.ts';

/** Codes of errors that a retry would not avoid. */
const fatalCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
]);
/** Close code for a connection without a valid token ("Unauthorized" in the protocol). */
const unauthorizedCloseCode = 4401;

type CodedError = { message: string; extensions?: Record<string, unknown> };

export type Subscription<Data, Variables> = {
  document: TypedDocumentString<Data, Variables>;
  /** Called for each attempt, so that a cursor in them is current. */
  variables: () => Variables;
  onData(data: Data): void;
  onRefused(message: string): void;
  isComplete(): boolean;
};

/** Keeps a subscription open across broken connections. Returns a function that stops it. */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  socket: Client,
  subscription: Subscription<Data, Variables>,
): () => void {
  return keepSubscribed<Data>({
    open: (sink) =>
      socket.subscribe<Data>(
        { ...payloadOf(subscription.document), variables: subscription.variables() },
        {
          next({ data, errors }) {
            if (data) sink.next(data);
            else sink.error(errors);
          },
          error: (cause) => sink.error(cause),
          complete: () => sink.complete(),
        },
      ),
    onData: subscription.onData,
    onRefused: (cause) => subscription.onRefused(refusal(cause)),
    isFatal: (cause) => !noteUnknown(subscription.document, cause) && isFatal(cause),
    isComplete: subscription.isComplete,
    onRetryTrigger,
  });
}

function isFatal(cause: unknown): boolean {
  if (isUnauthorizedClose(cause)) return noteAuthentication([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  if (!Array.isArray(cause)) return false;
  const errors = cause as readonly CodedError[];
  return noteAuthentication(errors) || errors.some((error) => fatalCodes.has(String(error.extensions?.code)));
}

function isUnauthorizedClose(cause: unknown): boolean {
  return (
    typeof CloseEvent !== 'undefined' && cause instanceof CloseEvent && cause.code === unauthorizedCloseCode
  );
}

function refusal(cause: unknown): string {
  const [first] = Array.isArray(cause) ? (cause as readonly CodedError[]) : [];
  return first?.message ?? t('connection.liveRejected');
}
