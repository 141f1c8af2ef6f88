import { type DocumentNode, Kind } from 'graphql';
import type { DocumentInput } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.ts';

/**
 * Documents are sent as hashes, which the server reads from the build of this app. If the server was built
 * from another version and does not have a hash, the document is sent as text.
 */

/** Any generated document. */
type Generated = { toString(): string; __meta__?: Record<string, unknown> | undefined };

/** Hashes of the documents in use, by operation name. */
const hashes = new Map<string, string>();

/** Converts a generated document, a String object, to the plain string that urql expects. */
export function doc<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): DocumentInput<Data, Variables> {
  const text = document.toString();
  const name = /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
  const hash = hashOf(document);
  if (name !== undefined && hash !== undefined) hashes.set(name, hash);
  return text;
}

/** The hash of a document that urql has parsed; empty if its text is to be sent. */
export function hashOfParsed({ definitions }: DocumentNode): string {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return hashes.get(operation?.name?.value ?? '') ?? '';
}

/** Hashes that the server did not have. */
const missingHashes = new Set<string>();

/** Identifies a document in the payload of a subscription, by its hash or its text. */
export function payloadOf(document: Generated): {
  query: string;
  extensions?: { persistedQuery: { version: 1; sha256Hash: string } };
} {
  const hash = hashOf(document);
  if (hash === undefined || missingHashes.has(hash)) return { query: document.toString() };
  return { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}

/** Remembers that the server does not have the hash of a document, if these errors report that. Returns whether they do. */
export function noteUnknown(document: Generated, errors: unknown): boolean {
  const hash = hashOf(document);
  const isMissing =
    Array.isArray(errors) && errors.some(({ message }) => message === 'PersistedQueryNotFound');
  if (!isMissing || hash === undefined) return false;
  missingHashes.add(hash);
  return true;
}

/** In development the server has no build to read hashes from. */
function hashOf({ __meta__: meta }: Generated): string | undefined {
  return import.meta.env.PROD && typeof meta?.hash === 'string' ? meta.hash : undefined;
}
