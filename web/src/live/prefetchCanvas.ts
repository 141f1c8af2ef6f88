import type { Client } from 'urql';
import { doc } from '../api/document.ts';
import { CanvasDocument } from '../generated/graphql.ts';

/** Reads a canvas, so that its page can show it at once. One that was read before is not read again. */
export function prefetchCanvas(client: Client, id: string): void {
  void client.query(doc(CanvasDocument), { id }, { requestPolicy: 'cache-first' }).toPromise();
}
