import { capitalise } from '../text/plain.ts';
import { operationsProcesses } from './operations.ts';
import type { Process } from './process.ts';
import { productProcesses } from './product.ts';

/** The process that a text names, the earliest mention first; null when the sketcher knows none. */
export function findProcess(text: string): Process | null {
  const hits = [...productProcesses, ...operationsProcesses]
    .map((known) => ({ known, at: text.search(known.match) }))
    .filter((hit) => hit.at !== -1);
  hits.sort((a, b) => a.at - b.at);
  return hits[0]?.known ?? null;
}

/** Phases that suit nearly any undertaking, for a process that the sketcher does not know. */
export function generalProcess(subject: string): Process {
  return {
    match: /$^/,
    name: capitalise(subject),
    start: 'Start',
    steps: [
      'Clarify the goal',
      'Collect what is needed',
      'Make a plan',
      'Do the work',
      'Check the result',
      'Hand over',
    ],
    check: { after: 'Check the result', question: 'Good enough?', fix: 'Correct and improve' },
    end: 'Done',
  };
}
