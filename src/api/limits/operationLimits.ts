import type { ServerResponse } from 'node:http';
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Config } from '../../config.ts';
import type { Context } from '../graphql/context.ts';
import { type Measured, measure } from '../graphql/cost.ts';
import type { Allowance } from './allowance/allowance.ts';
import { countMutations } from './allowance/countMutations.ts';
import type { MutationAllowance } from './allowance/mutationAllowance.ts';
import type { QueryAllowance } from './allowance/queryAllowance.ts';
import { setRateLimit } from './allowance/rateLimitHeaders.ts';
import { beyondLimit, tooMany } from './refusals.ts';

type OperationLimits = Pick<
  Config,
  'MAX_OPERATION_DEPTH' | 'MAX_OPERATION_COST' | 'MAX_MUTATIONS_PER_MINUTE'
>;

/** What the context of an operation over HTTP has besides: its response. */
type Incoming = { res?: ServerResponse };

/** What each user may send per minute. */
export type Allowances = { queries: QueryAllowance; mutations: MutationAllowance };

/**
 * Refuses operations that are too deep or too costly, and queries and mutations beyond the rate limit, before they run.
 * Adds the cost to the answer as `extensions.cost`; each event of a subscription costs that much.
 */
export function useOperationLimits(limits: OperationLimits, allowances: Allowances): Plugin<Context> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const checked = await check(args, limits, allowances);
      if (checked === null) return undefined;
      if ('errors' in checked) return setResultAndStopExecution(checked);
      return {
        onExecuteDone: ({ result, setResult }) =>
          setResult(withCost(result as ExecutionResult, checked.cost, limits.MAX_OPERATION_COST)),
      };
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      const checked = await check(args, limits, allowances);
      if (checked !== null && 'errors' in checked) setResultAndStopExecution(checked);
    },
  };
}

type Refused = { errors: GraphQLError[] };

/** `mutations`: 0 for queries and subscriptions. */
type MeasuredOperation = Measured & { mutations: number };

/** The measures of the operation, or why it is refused; null when the document has no such operation, which execution reports. */
async function check(
  args: ExecutionArgs,
  limits: OperationLimits,
  allowances: Allowances,
): Promise<Measured | Refused | null> {
  const operation = getOperationAST(args.document, args.operationName);
  if (!operation) return null;
  const measured = tryMeasure(args, operation);
  if ('errors' in measured) return measured;
  const refusal =
    tooLarge(measured, limits) ??
    (operation.operation === 'mutation'
      ? await tooFast(args, measured.mutations, limits.MAX_MUTATIONS_PER_MINUTE, allowances.mutations)
      : tooManyQueries(args, allowances.queries));
  return refusal === null ? measured : { errors: [refusal] };
}

/** Refuses an operation that can't be measured because its values are wrong. */
function tryMeasure(args: ExecutionArgs, operation: OperationDefinitionNode): MeasuredOperation | Refused {
  const { schema, document, variableValues: given = {} } = args;
  const definitions = operation.variableDefinitions ?? [];
  const options = { hideSuggestions: args.hideSuggestions === true };
  const { errors, variableValues } = getVariableValues(schema, definitions, given ?? {}, options);
  if (errors !== undefined) return { errors: errors.map(badInput) };
  const isMutation = operation.operation === 'mutation';
  try {
    return {
      ...measure(schema, document, operation, given ?? {}),
      mutations: isMutation ? countMutations(schema, document, operation, variableValues) : 0,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [badInput(error)] };
    throw error;
  }
}

const badInput = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
  });

function tooLarge({ depth, cost }: Measured, limits: OperationLimits): GraphQLError | null {
  const { MAX_OPERATION_DEPTH: maxDepth, MAX_OPERATION_COST: maxCost } = limits;
  if (depth > maxDepth) {
    const message = `The operation is ${depth} levels deep; at most ${maxDepth} are allowed.`;
    return beyondLimit('depth', depth, maxDepth, message);
  }
  if (cost > maxCost) {
    const message = `The operation would cost ${cost}; at most ${maxCost} is allowed. Ask for fewer fields or smaller pages.`;
    return beyondLimit('cost', cost, maxCost, message);
  }
  return null;
}

async function tooFast(
  { contextValue }: ExecutionArgs,
  mutations: number,
  perMinute: number,
  allowance: MutationAllowance,
): Promise<GraphQLError | null> {
  const { viewer, res } = contextValue as Context & Incoming;
  // Without a token, every mutation is refused anyway.
  if (viewer === null) return null;
  if (mutations > perMinute) {
    const message = `The request holds ${mutations} mutations; at most ${perMinute} a minute are allowed.`;
    return beyondLimit('mutations', mutations, perMinute, message);
  }
  const left = await allowance.take(viewer.id, mutations);
  setRateLimit(res, 'mutations', left);
  return refusalOf('mutations', perMinute, left);
}

/** Subscriptions count, too: each starts with a query. */
function tooManyQueries({ contextValue }: ExecutionArgs, allowance: QueryAllowance): GraphQLError | null {
  const { viewer, res } = contextValue as Context & Incoming;
  if (viewer === null) return null;
  const left = allowance.take(viewer.id);
  setRateLimit(res, 'queries', left);
  return refusalOf('queries', allowance.perMinute, left);
}

function refusalOf(
  name: 'queries' | 'mutations',
  perMinute: number,
  { waitMs }: Allowance,
): GraphQLError | null {
  if (waitMs === null) return null;
  const message = `You may send ${perMinute} ${name} a minute. Try again in ${Math.ceil(waitMs / 1_000)} s.`;
  return tooMany(name, perMinute, message, waitMs);
}

function withCost(result: ExecutionResult, cost: number, limit: number): ExecutionResult {
  return { ...result, extensions: { ...result.extensions, cost: { requested: cost, limit } } };
}
