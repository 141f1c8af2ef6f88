import { useCallback } from 'react';
import { type Client, useClient } from 'urql';
import { doc } from '../api/document.ts';
import { UpdateCanvasObjectsDocument, type UpdateCanvasObjectsMutation } from '../generated/graphql.ts';
import type { EditInput } from './editInput.ts';
import { refusalNotices } from './refusalNotices.ts';
import type { SaveOutcome, SendEdit } from './saver.ts';

type Result = UpdateCanvasObjectsMutation['updateCanvasObjects'];

/** A browser sends this many bytes on after a page has been left, and no more (Fetch, keepalive). */
const KEEPALIVE_BYTES = 60_000;

/** Sends edits of a canvas. */
export function useSendEdit(canvasId: string): SendEdit {
  const client = useClient();
  return useCallback((edit) => send(client, canvasId, edit), [client, canvasId]);
}

async function send(client: Client, canvasId: string, edit: EditInput): Promise<SaveOutcome> {
  const input = { canvasId, ...edit };
  const keepalive = JSON.stringify(input).length < KEEPALIVE_BYTES;
  const { data, error } = await client
    .mutation(
      doc(UpdateCanvasObjectsDocument),
      { input },
      { fetch: (url, init) => fetch(url, { ...init, keepalive }) },
    )
    .toPromise();
  if (data) return outcomeOf(data.updateCanvasObjects);
  // The server's own failures pass, like those of the network; a request that it can't read is no better next time.
  const code = error?.graphQLErrors[0]?.extensions.code;
  if (code === 'BAD_USER_INPUT' || code === 'GRAPHQL_VALIDATION_FAILED') {
    return {
      kind: 'refused',
      notice: 'Your last changes could not be saved. Reload the page and try again.',
    };
  }
  return { kind: 'failed' };
}

function outcomeOf(result: Result): SaveOutcome {
  switch (result.__typename) {
    case 'UpdateCanvasObjectsSuccess': {
      const { version, objects } = result.canvas;
      return { kind: 'saved', canvas: { version, objects }, notices: refusalNotices(result.refused) };
    }
    case 'InputValidationError': {
      const reasons = result.fields.map(({ message }) => message);
      return {
        kind: 'refused',
        notice: `Your last changes could not be saved. ${[...new Set(reasons)].join(' ')}`,
      };
    }
    default:
      return { kind: 'refused', notice: `Your last changes could not be saved. ${result.message}` };
  }
}
