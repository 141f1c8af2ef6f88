import type { DocumentInput } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.ts';

/** A generated document as urql takes it: urql reads plain strings, the generated ones are String objects. */
export function doc<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): DocumentInput<Data, Variables> {
  return document.toString();
}
