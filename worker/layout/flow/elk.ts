import { createRequire } from 'node:module';
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

/**
 * The bundled build runs in the thread that calls it: `LayoutThread` has one for the whole layout. It is
 * CommonJS whose default export types and Node see differently.
 */
type Bundle = new () => ELK;

let instance: ELK | undefined;

/** Lays out a graph with ELK. Rejects if ELK fails. */
export function runElk(graph: ElkNode): Promise<ElkNode> {
  const Elk: Bundle = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js');
  instance ??= new Elk();
  return instance.layout(graph);
}
