import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Config } from '../../config.ts';
import { beyondLimit } from './refusals.ts';

type DocumentLimits = Pick<Config, 'MAX_DOCUMENT_LENGTH' | 'MAX_DOCUMENT_TOKENS' | 'MAX_OPERATION_ALIASES'>;

/** Limits the text of a document, so that parsing, validating and caching it is cheap. */
export function useDocumentLimits(limits: DocumentLimits): Plugin {
  const aliasRule = limitAliases(limits.MAX_OPERATION_ALIASES);
  return {
    onParse({ params, parseFn, setParseFn }) {
      const { length } = params.source.toString();
      // Checked before parsing: parsed documents are cached with their text.
      if (length > limits.MAX_DOCUMENT_LENGTH) throw tooLong(length, limits.MAX_DOCUMENT_LENGTH);
      const maxTokens = limits.MAX_DOCUMENT_TOKENS;
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens });
        } catch (error) {
          throw isTokenLimit(error) ? tooManyTokens(maxTokens) : error;
        }
      });
    },
    onValidate({ addValidationRule }) {
      addValidationRule(aliasRule);
    },
  };
}

function tooLong(length: number, allowed: number): GraphQLError {
  const message = `The document has ${length} characters; at most ${allowed} are allowed. Pass long values as variables.`;
  return beyondLimit('length', length, allowed, message);
}

/** The parser's error has no code, only a message. */
function isTokenLimit(error: unknown): boolean {
  return error instanceof GraphQLError && / more than \d+ tokens\./.test(error.message);
}

function tooManyTokens(allowed: number): GraphQLError {
  const message = `The document has more than ${allowed} tokens (names, values and punctuation), which is the limit.`;
  return beyondLimit('tokens', allowed + 1, allowed, message);
}

/** Each alias may resolve a field once more, so their number is limited. */
function limitAliases(allowed: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let aliases = 0;
    return {
      Field(node) {
        if (node.alias !== undefined) aliases += 1;
      },
      Document: {
        leave() {
          if (aliases <= allowed) return;
          const message = `The document has ${aliases} aliases; at most ${allowed} are allowed.`;
          context.reportError(beyondLimit('aliases', aliases, allowed, message));
        },
      },
    };
  };
}
