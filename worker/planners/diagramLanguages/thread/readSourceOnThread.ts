import { ThreadPool, ThreadTimeout } from '../../../threads/threadPool.ts';
import { type CompletePlan, eventsOf } from '../../completePlan.ts';
import type { PlannerEvent } from '../../planner.ts';
import { PlannerError } from '../../plannerError.ts';
import { detectSource } from '../detect/detectSource.ts';
import type { ReadFile, SourceFile } from '../readSourceFile.ts';
import { diagramLanguages } from '../source/diagramSource.ts';

/** Longest time for one source, in milliseconds. */
const limitMs = 2_000;

/**
 * Sources are read on threads of their own: no text can block the worker, and Mermaid's parser sets global variables by
 * which other libraries take the process for a browser.
 */
const threads = new ThreadPool<SourceFile, ReadFile>(new URL('./sourceThread.main.ts', import.meta.url), {
  limitMs,
});

/**
 * Reads the Mermaid, DOT or PlantUML in a text.
 * @returns The plan, or null if there is none, or it can't be read in time
 */
export async function readSourceOnThread(text: string, signal: AbortSignal): Promise<CompletePlan | null> {
  if (!diagramLanguages.has(detectSource(text)?.language ?? '')) return null;
  const read = await threads.ask({ text, name: null, isTitledLater: true }, signal).catch(() => {
    signal.throwIfAborted();
    return null;
  });
  return read === null || 'refusal' in read ? null : read;
}

/** Reads a file with a diagram source, as a planner reads an instruction. @throws PlannerError */
export async function* planFile(
  file: SourceFile,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent, void, undefined> {
  const read = await threads.ask(file, signal).catch((error: unknown) => {
    throw error instanceof ThreadTimeout ? timeout(error) : error;
  });
  if ('refusal' in read) throw new PlannerError('SOURCE_UNREADABLE', read.refusal, { retryable: false });
  yield* eventsOf(read);
}

const timeout = (cause: ThreadTimeout) =>
  new PlannerError(
    'PLANNER_TIMEOUT',
    `The file could not be read within ${limitMs / 1_000} seconds. Import it in parts.`,
    { retryable: false, cause },
  );
