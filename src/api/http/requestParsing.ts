import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';

/** Explains why a request can't be read, where Yoga answers without a word or as if the fault were ours. */
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
          // `variables` and `extensions` of a query string or a form are parsed as they are.
          if (error instanceof SyntaxError) throw malformed();
          throw error;
        }
      });
    },
  };
}

const unsupported = (type: string | null) =>
  `The request has ${type ? 'an unsupported' : 'no'} Content-Type. Send the operation as application/json.`;

const malformed = () =>
  new GraphQLError('The parameters `variables` and `extensions` must be JSON objects.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
