import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { Context as Connection, SubscribePayload } from 'graphql-ws';
import { requestIdFrom, withRequestId } from '../../../service/http/requestId.ts';
import { countErrors, type OperationMetrics } from '../../graphql/observeOperations.ts';
import type { DocumentPolicy } from '../trustedDocuments.ts';
import type { Yoga } from '../yoga.ts';
import type { Opened } from './webSocketConnection.ts';

/** Arguments that Yoga passes to graphql-ws: the operation, and how to run it. */
type EnvelopedArgs = ExecutionArgs & {
  rootValue: Pick<ReturnType<Yoga['getEnveloped']>, 'execute' | 'subscribe'>;
  contextValue: { requestId: string };
};

type MaskError = (error: unknown) => GraphQLError;
type Failures = Pick<OperationMetrics, 'failed'>;

/** The outcome, whose errors are counted if it is a list of them. */
function counted<T>(outcome: T, metrics: Failures): T {
  if (Array.isArray(outcome)) countErrors(outcome, metrics);
  return outcome;
}

/** Prepares an operation of a WebSocket as Yoga does for a request. Errors are masked. */
export function createOnSubscribe(
  yoga: Yoga,
  policy: DocumentPolicy,
  maskError: MaskError,
  metrics: Failures,
) {
  return ({ extra }: Connection<Record<string, unknown>, Opened>, _id: string, payload: SubscribePayload) =>
    withRequestId(requestIdFrom(undefined), async () => {
      try {
        return counted(await prepare(yoga, policy, extra, payload), metrics);
      } catch (error) {
        return counted([maskError(error)], metrics);
      }
    });
}

async function prepare(yoga: Yoga, policy: DocumentPolicy, extra: Opened, payload: SubscribePayload) {
  const authenticated = extra.authenticated ?? null;
  const text = await policy.textOf(payload, async () => authenticated?.viewer ?? null);
  const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
    authenticated,
    params: { ...payload, query: text },
  });
  const document = parse(text ?? '');
  const errors = validate(schema, document);
  if (errors.length > 0) return errors;
  return {
    schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
    contextValue: await contextFactory(),
    rootValue: { execute, subscribe },
  };
}

/** Runs a prepared operation. Errors before the first result are masked, too. */
export function createRun(maskError: MaskError, metrics: Failures) {
  return (args: unknown, how: 'execute' | 'subscribe') => {
    const { rootValue, contextValue } = args as EnvelopedArgs;
    return withRequestId(contextValue.requestId, async () => {
      try {
        const result = await rootValue[how](args as EnvelopedArgs);
        if ('errors' in result) countErrors(result.errors, metrics);
        return result;
      } catch (error) {
        return { errors: counted([maskError(error)], metrics) };
      }
    });
  };
}
