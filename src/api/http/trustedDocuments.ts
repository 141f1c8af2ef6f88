import { readFileSync } from 'node:fs';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Viewer } from '../auth/viewer.ts';
import type { Context } from '../graphql/context.ts';

/** Documents that the web app was built with, by the SHA-256 of their text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the manifest that came with the built web app; where there is none, no document is trusted. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  try {
    return new Map(Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
}

/** A document as it is sent: as text, as a hash, or as both. */
export type SentDocument = {
  query?: string | null | undefined;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null | undefined;
};

/** Which documents may be run, and by whom. */
export type DocumentPolicy = {
  /**
   * The text of the document that an operation is to run; undefined when it names none.
   * @throws GraphQLError The hash is unknown, or this viewer may not run this document.
   */
  textOf(sent: SentDocument, viewer: () => Promise<Viewer | null>): Promise<string | undefined>;
  /** Whether errors may tell what else the schema has. */
  mayExplore(viewer: Viewer | null): boolean;
};

/**
 * Puts in the text of documents that are sent as a hash, as `extensions.persistedQuery.sha256Hash`. With
 * `trustedOnly`, documents that are sent as text are for operators.
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

/** Message and code are those that clients know: they send the text then. */
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

/** Applies the policy to HTTP and server-sent events. Its `onParams` does not run for WebSockets. */
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
