import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from '../../log.ts';
import { withLogFields } from '../../logContext.ts';
import { traced } from '../../tracing/trace.ts';
import type { Context } from './context.ts';

/** What is counted of operations. */
export type OperationMetrics = {
  ran(operation: { type: string; failed: boolean; seconds: number }): void;
  /** @param code `extensions.code` */
  failed(code: string): void;
};

/** Milliseconds from which a query is logged like a mutation. */
const slowMs = 1_000;

/**
 * Traces, measures and logs queries and mutations: at the level `info` what changes something, fails or takes long,
 * other queries at `debug`, since pages read often. Documents and values are not logged: they hold instructions.
 */
export function useOperationObservation(metrics: OperationMetrics, log: Logger): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => observe(args, async () => executeFn(args), metrics, log));
    },
    onResultProcess({ result }) {
      if ('errors' in result) countErrors((result as ExecutionResult).errors, metrics);
    },
  };
}

async function observe(
  args: ExecutionArgs,
  execute: () => Promise<unknown>,
  metrics: OperationMetrics,
  log: Logger,
): Promise<unknown> {
  const { operation: type = 'query', name } = getOperationAST(args.document, args.operationName) ?? {};
  const operation = name?.value;
  const { viewer, requestId } = args.contextValue as Context;
  const attributes = {
    'graphql.operation.type': type,
    'graphql.operation.name': operation,
    'user.id': viewer?.id,
  };
  const began = performance.now();
  return withLogFields({ requestId, ...(viewer === null ? {} : { userId: viewer.id }) }, () =>
    traced([type, operation].join(' ').trim(), { attributes }, async () => {
      const result = (await execute()) as ExecutionResult;
      const ms = performance.now() - began;
      const codes = result.errors?.map(codeOf);
      metrics.ran({ type, failed: codes !== undefined, seconds: ms / 1_000 });
      const level = type === 'mutation' || codes !== undefined || ms >= slowMs ? 'info' : 'debug';
      log[level](
        { type, operation, ms: Math.round(ms), ...(codes === undefined ? {} : { codes }) },
        'an operation ran',
      );
      return result;
    }),
  );
}

/** Counts the errors of an answer by their codes. */
export function countErrors(
  errors: readonly unknown[] | undefined,
  metrics: Pick<OperationMetrics, 'failed'>,
): void {
  for (const error of errors ?? []) metrics.failed(codeOf(error));
}

function codeOf(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' ? code : 'none';
}
