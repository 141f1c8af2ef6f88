import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { stringifyInSlices } from '../graphql/stringify.ts';
import { tooMany } from './refusals.ts';
import type { Turns } from './turns.ts';

/** What an operation over HTTP has besides: the answer that it is written to. */
type Incoming = { res?: ServerResponse };

/** Answers with more values than this are written in slices. */
const largeAnswer = 5_000;

/**
 * Lets so many operations of a user run at once, over all transports; a few more wait for a moment, in the order in
 * which they came. Those of nobody fail before they need anything of which there is little.
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

/** The result with its text, as far as that is large; Yoga writes it by `stringify`. */
async function written(result: ExecutionResult) {
  const data = await stringifyInSlices(result.data ?? null);
  return {
    ...result,
    stringify: ({ data: _, ...rest }: ExecutionResult) => `{"data":${data},${JSON.stringify(rest).slice(1)}`,
  };
}
