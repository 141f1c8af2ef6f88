import type { ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { AuthenticationError } from '../auth/authenticate.ts';
import type { Context } from '../graphql/context.ts';
import { boundStream } from './boundStream.ts';
import { tooMany } from './refusals.ts';
import type { Slots } from './slots.ts';

/** What the context of a subscription over server-sent events has besides: its response. */
type Incoming = { res?: ServerResponse };

/**
 * Limits the subscriptions that a user has at once, over both transports, and ends server-sent events when the token
 * expires. (A WebSocket is closed as a whole, see `createOnConnect`.)
 */
export function useSubscriptionLimits(slots: Slots): Plugin<Context> {
  return {
    onSubscribe({ args, subscribeFn, setSubscribeFn, setResultAndStopExecution }) {
      const context = args.contextValue as Context & Incoming;
      const release = slots.take(context.viewer?.id ?? 'nobody');
      if (release === null) return setResultAndStopExecution({ errors: [beyond(slots.limit)] });
      // The client may leave before its stream starts.
      context.res?.once('close', release);
      setSubscribeFn(async (...[subscription]) => {
        try {
          const result = await subscribeFn(subscription);
          if (isAsyncIterable(result)) {
            return boundStream(separateAnswers(result, context), {
              onEnd: release,
              deadline: deadlineOf(context),
            });
          }
          release();
          return result;
        } catch (error) {
          release();
          throw error;
        }
      });
    },
  };
}

/** Resets the answer's size before each answer, and ends the turn of its event after it. */
function separateAnswers<T>(answers: AsyncIterable<T>, { answer, eventTurns }: Context): AsyncIterable<T> {
  const iterator = answers[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        answer.reset();
        try {
          return await iterator.next();
        } finally {
          eventTurns.end();
        }
      },
      async return() {
        return (await iterator.return?.()) ?? { done: true, value: undefined };
      },
    }),
  };
}

function beyond(limit: number): GraphQLError {
  return tooMany(
    'subscriptions',
    limit,
    `You have ${limit} subscriptions, which is the limit. End one first.`,
  );
}

/** When the token expires, with the error to send then: a plain complete would mean that the job is finished. */
function deadlineOf({ res, signedInUntil }: Context & Incoming) {
  if (res === undefined || signedInUntil === null) return undefined;
  return { at: signedInUntil, last: expired };
}

/** Created when it is needed: with its stack trace it takes more than a kilobyte, and most subscriptions end before. */
function expired(): ExecutionResult {
  const { message } = new AuthenticationError('expired');
  return { errors: [new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })] };
}
