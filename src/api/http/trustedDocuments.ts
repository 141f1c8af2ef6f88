import { readFileSync } from 'node:fs';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Viewer } from '../auth/viewer.ts';
import type { Context } from '../graphql/context.ts';

/** Documents of the web app, by the SHA-256 of their text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the manifest of the built web app; without one, no document is trusted. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  try {
    return new Map(Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
}

/** A document as sent: text, hash, or both. */
export type SentDocument = {
  query?: string | null | undefined;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null | undefined;
};

/** Which documents may be run, and by whom. */
export type DocumentPolicy = {
  /**
   * The text of the document to run; undefined when there is none.
   * @throws GraphQLError The hash is unknown, or this viewer may not run this document.
   */
  textOf(sent: SentDocument, viewer: () => Promise<Viewer | null>): Promise<string | undefined>;
  /** Whether errors may suggest names of the schema. */
  mayExplore(viewer: Viewer | null): boolean;
};

/**
 * Looks up documents that are sent as a hash, in `extensions.persistedQuery.sha256Hash`. With `trustedOnly`, only
 * operators may send documents as text.
 */
export function createDocumentPolicy(documents: TrustedDocuments, trustedOnly: boolean): DocumentPolicy {
  const mayExplore = (viewer: Viewer | null) => !trustedOnly || viewer?.role === 'OPS';
  return {
    mayExplore,
    async textOf({ query, extensions }, viewer) {
      const hash = extensions?.persistedQuery?.sha256Hash;
      const trusted = typeof hash === 'string' ? documents.get(hash) : undefined;
      if (trusted !== undefined) return trusted;
      if (hash !== undefined && !query) throw unknownHash();
      if (trustedOnly && !mayExplore(await viewer())) throw untrusted();
      return query ?? undefined;
    },
  };
}

/** Message and code as clients expect them: they then send the text. */
const unknownHash = () =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 404, spec: true } },
  });

const untrusted = () =>
  new GraphQLError(
    'Only the documents of the web app may be run here, sent by their hash; others are for operators. ' +
      'If this is the web app, reload the page: it is older than the server.',
    { extensions: { code: 'FORBIDDEN', http: { status: 403 } } },
  );

/** Applies the policy to HTTP and server-sent events. `onParams` does not run for WebSockets. */
export function useDocumentPolicy(
  policy: DocumentPolicy,
  viewerOf: (request: Request) => Promise<Viewer | null>,
): Plugin<Context> {
  const hideSuggestions = ({ args }: { args: ExecutionArgs }) => {
    if (!policy.mayExplore((args.contextValue as Context).viewer)) args.hideSuggestions = true;
  };
  return {
    async onParams({ params, request, setParams }) {
      const query = await policy.textOf(params, () => viewerOf(request));
      if (query !== undefined) setParams({ ...params, query });
    },
    onExecute: hideSuggestions,
    onSubscribe: hideSuggestions,
  };
}
