import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isTracing, traced } from '../../tracing/trace.ts';
import type { Context } from './context.ts';

/** Runs each query and mutation as a span. Its document is no attribute: it may contain an instruction. */
export function useOperationTracing(): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      if (!isTracing()) return;
      setExecuteFn((args: ExecutionArgs) => {
        const { operation = 'query', name } = getOperationAST(args.document, args.operationName) ?? {};
        const attributes = { 'graphql.operation.type': operation, 'graphql.operation.name': name?.value };
        return traced(`${operation} ${name?.value ?? ''}`.trim(), { attributes }, async () =>
          executeFn(args),
        );
      });
    },
  };
}
