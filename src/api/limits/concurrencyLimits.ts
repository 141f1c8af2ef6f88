import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { stringifyInSlices } from '../graphql/stringify.ts';
import { tooMany } from './refusals.ts';
import type { Turns } from './turns.ts';

/** What the context of an operation over HTTP has besides: its response. */
type Incoming = { res?: ServerResponse };

/** Answers with more values than this are serialised in slices. */
const largeAnswer = 5_000;

/**
 * Limits the operations of a user that run at once, over all transports; a few more wait in order of arrival.
 * Operations without a token are not limited: they fail before they use the database.
 */
export function useConcurrencyLimits(turns: Turns): Plugin<Context> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const context = args.contextValue as Context & Incoming;
      if (context.viewer === null) return;
      const user = context.viewer.id;
      setExecuteFn(async (execution) => {
        const end = await turns.take(user);
        if (end === null) return { errors: [beyond(turns)] };
        try {
          const result = await executeFn(execution);
          const isLarge = context.res !== undefined && context.answer.values > largeAnswer;
          return isLarge ? await written(result as ExecutionResult) : result;
        } finally {
          end();
        }
      });
    },
  };
}

function beyond({ rules: { limit, maxWaiting } }: Turns): GraphQLError {
  const message = `You have ${limit} operations running, which is the limit, and up to ${maxWaiting} that wait. Try again in 1 s.`;
  return tooMany('operations', limit, message, 1_000);
}

/** The result with its serialised data; Yoga calls its `stringify`. */
async function written(result: ExecutionResult) {
  const data = await stringifyInSlices(result.data ?? null);
  return {
    ...result,
    stringify: ({ data: _, ...rest }: ExecutionResult) => `{"data":${data},${JSON.stringify(rest).slice(1)}`,
  };
}
