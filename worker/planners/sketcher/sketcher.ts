import { ThreadPool, ThreadTimeout } from '../../threads/threadPool.ts';
import { eventsOf } from '../completePlan.ts';
import type { Planner, PlannerEvent, PlannerRequest } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import type { Sketch } from './sketchPlan.ts';

/** Longest time for one drawing, in milliseconds. Reading takes milliseconds; on a machine that is overloaded, seconds. */
const limitMs = 10_000;

/**
 * The built-in planner for machines without a model: rules instead of understanding. A request always
 * gives the same plan. It says in a warning when it had to guess. It reads on threads of its own, so that no text
 * can block the worker.
 */
export function createSketcher(threads: SketcherThreads = sketcherThreads): Planner {
  threads.warmUp();
  return { name: 'sketcher', model: null, plan: (request, signal) => plan(threads, request, signal) };
}

type SketcherThreads = ThreadPool<PlannerRequest, Sketch>;

/** The threads that all sketchers of this process share. */
const sketcherThreads = new ThreadPool<PlannerRequest, Sketch>(
  new URL('./sketcherThread.main.ts', import.meta.url),
  { limitMs },
);

async function* plan(
  threads: SketcherThreads,
  request: PlannerRequest,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent, void, undefined> {
  signal.throwIfAborted();
  const drawing = await threads.ask(request, signal).catch((error: unknown) => {
    throw error instanceof ThreadTimeout ? timeout(error) : error;
  });
  if ('refusal' in drawing) {
    const { refusal, suggestions } = drawing;
    throw new PlannerError('INSTRUCTION_NOT_UNDERSTOOD', refusal, { retryable: false, suggestions });
  }
  for (const event of eventsOf(drawing)) {
    signal.throwIfAborted();
    yield event;
  }
}

const timeout = (cause: ThreadTimeout) =>
  new PlannerError(
    'PLANNER_TIMEOUT',
    `The built-in sketcher could not read this text within ${limitMs / 1_000} seconds. Shorten it, or say it in simpler sentences.`,
    { retryable: false, cause },
  );
