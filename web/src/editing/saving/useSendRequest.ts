import { useCallback } from 'react';
import { type Client, useClient } from 'urql';
import { doc } from '../../api/document.ts';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import type { CanvasRequest } from '../session/requests.ts';
import { type CanvasMutationData, mutationOf, notSaved, outcomeIn } from './canvasMutations.ts';
import type { SaveOutcome, SendRequest } from './saver.ts';

/** A browser sends this many bytes on after a page has been left, and no more (Fetch, keepalive). */
const KEEPALIVE_BYTES = 60_000;

/** Sends what changes a canvas. */
export function useSendRequest(canvasId: string): SendRequest {
  const client = useClient();
  return useCallback((request) => send(client, canvasId, request), [client, canvasId]);
}

type AnyMutation = TypedDocumentString<CanvasMutationData, { input: object }>;

async function send(client: Client, canvasId: string, request: CanvasRequest): Promise<SaveOutcome> {
  const { document, input } = mutationOf(canvasId, request);
  const keepalive = JSON.stringify(input).length < KEEPALIVE_BYTES;
  const { data, error } = await client
    .mutation(
      doc(document as AnyMutation),
      { input },
      { fetch: (url, init) => fetch(url, { ...init, keepalive }) },
    )
    .toPromise();
  const outcome = outcomeIn(data ?? {});
  if (outcome.kind !== 'failed') return outcome;
  // The server's own failures pass, like those of the network; a request that it can't read is no better next time.
  const code = error?.graphQLErrors[0]?.extensions.code;
  if (code === 'BAD_USER_INPUT' || code === 'GRAPHQL_VALIDATION_FAILED') {
    return { kind: 'rejected', notice: notSaved(t('editing.reload')) };
  }
  return outcome;
}
