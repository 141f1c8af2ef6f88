import type { Rolldown } from 'vite';

/** The files of a build. */
export type Bundle = Rolldown.OutputBundle;
export type Chunk = Rolldown.OutputChunk;

/** The scripts of a build. */
export function chunksOf(bundle: Bundle): Chunk[] {
  return Object.values(bundle).filter((file) => file.type === 'chunk');
}

/** Chunks with all that they import statically. */
export function withImports(bundle: Bundle, chunks: readonly Chunk[]): Set<Chunk> {
  const found = new Set<Chunk>();
  const pending = [...chunks];
  for (let chunk = pending.pop(); chunk; chunk = pending.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    pending.push(
      ...chunk.imports.map((file) => bundle[file]).filter((file): file is Chunk => file?.type === 'chunk'),
    );
  }
  return found;
}
