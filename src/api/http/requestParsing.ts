import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';

/** Explains why a request can't be read, where Yoga answers with no explanation or a wrong one. */
export function useRequestParsing(): Plugin<Context> {
  return {
    onRequestParse({ request, requestParser, setRequestParser, endResponse, fetchAPI }) {
      const type = request.headers.get('content-type');
      if (requestParser === undefined || (request.method === 'POST' && !type)) {
        const errors = [{ message: unsupported(type), extensions: { code: 'BAD_REQUEST' } }];
        return endResponse(fetchAPI.Response.json({ errors }, { status: 415 }));
      }
      return setRequestParser(async (toParse) => {
        try {
          return await requestParser(toParse);
        } catch (error) {
          throw explain(error);
        }
      });
    },
  };
}

const unsupported = (type: string | null) =>
  `The request has ${type ? 'an unsupported' : 'no'} Content-Type. Send the operation as application/json.`;

function explain(error: unknown): unknown {
  // `variables` and `extensions` in a query string or a form.
  if (error instanceof SyntaxError) {
    return badRequest('The parameters `variables` and `extensions` must be JSON objects.');
  }
  const syntaxError = error instanceof GraphQLError ? error.extensions.originalError : undefined;
  if (!isSyntaxError(syntaxError)) return error;
  // After the reason comes the body, as excerpt and in full.
  const [reason = ''] = syntaxError.message.split(/, (?:\.\.\.)?"/);
  return badRequest(`The request body is not valid JSON: ${reason}.`);
}

/** Yoga's copy of the error that `JSON.parse` threw. */
const isSyntaxError = (value: unknown): value is Pick<SyntaxError, 'name' | 'message'> =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === 'SyntaxError';

const badRequest = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
