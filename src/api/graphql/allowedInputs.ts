import { GraphQLError, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Adds to each error about an enum value or a one-of input what its type allows. GraphQL's own message names only the
 * type, which says nothing to a client that does not have the schema at hand.
 */
export function useAllowedInputs(schema: GraphQLSchema): Plugin {
  const explain = (error: Error) => (error instanceof GraphQLError ? withAllowed(schema, error) : error);
  return {
    onValidate:
      () =>
      ({ result, setResult }) => {
        if (result.length > 0) setResult(result.map(explain));
      },
    // Wrong variables are found before anything is executed, so there is one result, with errors only.
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (isRefusal(result)) setResult({ errors: result.errors.map(explain) });
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult({ result, setResult }) {
        if (isRefusal(result)) setResult({ errors: result.errors.map(explain) });
      },
    }),
  };
}

function isRefusal(result: object): result is { errors: readonly Error[] } {
  return 'errors' in result && !('data' in result);
}

function withAllowed(schema: GraphQLSchema, error: GraphQLError): GraphQLError {
  const allowed = allowedBy(schema, error.message);
  if (allowed === null) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(`${error.message} ${allowed}`, { nodes, source, positions, path, extensions });
}

/** The errors of graphql-js about these types have no code: only their messages name the type. */
const typeInMessage = /(?:does not exist in|Enum|OneOf Input Object type) "(\w+)"/;

function allowedBy(schema: GraphQLSchema, message: string): string | null {
  const type = schema.getType(typeInMessage.exec(message)?.[1] ?? '');
  if (isEnumType(type)) return `Allowed: ${listOf(type.getValues(), 'or')}.`;
  if (isInputObjectType(type)) return `Give one of ${listOf(Object.values(type.getFields()), 'and')}.`;
  return null;
}

function listOf(named: readonly { name: string }[], type: 'or' | 'and'): string {
  const formatted = new Intl.ListFormat('en-GB', { type: type === 'or' ? 'disjunction' : 'conjunction' });
  return formatted.format(named.map(({ name }) => name));
}
