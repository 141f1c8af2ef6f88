import { type DocumentNode, Kind } from 'graphql';
import type { DocumentInput } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.ts';

/**
 * Documents are sent by their hash, which the server knows from the build of this app. One whose hash it does
 * not know (it is older, or newer, than the page) is sent as text.
 */

/** A generated document, whatever it asks for. */
type Generated = { toString(): string; __meta__?: Record<string, unknown> | undefined };

/** Hashes of the documents that are used, by the names of their operations. */
const hashes = new Map<string, string>();

/** A generated document as urql takes it: urql reads plain strings, the generated ones are String objects. */
export function doc<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): DocumentInput<Data, Variables> {
  const text = document.toString();
  const name = /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
  const hash = hashOf(document);
  if (name !== undefined && hash !== undefined) hashes.set(name, hash);
  return text;
}

/** The hash to send for a document that urql has parsed; an empty one when its text is to be sent. */
export function hashOfParsed({ definitions }: DocumentNode): string {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return hashes.get(operation?.name?.value ?? '') ?? '';
}

/** Hashes that the server did not know when they were sent. */
const unknown = new Set<string>();

/** What names a document in the payload of a subscription: its hash, or its text. */
export function payloadOf(document: Generated): {
  query: string;
  extensions?: { persistedQuery: { version: 1; sha256Hash: string } };
} {
  const hash = hashOf(document);
  if (hash === undefined || unknown.has(hash)) return { query: document.toString() };
  return { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}

/** Notes that the server does not know a document by its hash, if these errors say so; tells whether they do. */
export function noteUnknown(document: Generated, errors: unknown): boolean {
  const hash = hashOf(document);
  const told = Array.isArray(errors) && errors.some(({ message }) => message === 'PersistedQueryNotFound');
  if (!told || hash === undefined) return false;
  unknown.add(hash);
  return true;
}

/** In development the server has no build to know documents from. */
function hashOf({ __meta__: meta }: Generated): string | undefined {
  return import.meta.env.PROD && typeof meta?.hash === 'string' ? meta.hash : undefined;
}
