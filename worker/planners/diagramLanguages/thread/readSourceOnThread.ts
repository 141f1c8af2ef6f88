import { ThreadPool } from '../../../threads/threadPool.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { detectSource } from '../detect/detectSource.ts';

/** Longest time for one source, in milliseconds. */
const limitMs = 2_000;

const threads = new ThreadPool<string, CompletePlan | null>(
  new URL('./sourceThread.main.ts', import.meta.url),
  {
    limitMs,
  },
);

const diagramLanguages = new Set(['mermaid', 'dot', 'plantuml']);

/**
 * Reads the Mermaid, DOT or PlantUML in a text on a thread of its own: no text can block the worker, and Mermaid's
 * parser sets global variables by which other libraries take the process for a browser.
 * @returns The plan, or null if there is none, or it can't be read in time
 */
export async function readSourceOnThread(text: string, signal: AbortSignal): Promise<CompletePlan | null> {
  if (!diagramLanguages.has(detectSource(text)?.language ?? '')) return null;
  return await threads.ask(text, signal).catch(() => {
    signal.throwIfAborted();
    return null;
  });
}
