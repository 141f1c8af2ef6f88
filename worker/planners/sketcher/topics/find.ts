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

/** A process that the sketcher does not know: its steps are left to the person. */
export function unknownProcess(name: string): Process {
  return {
    ...{ match: /$^/, name: capitalise(name), start: 'Start', end: 'Done' },
    ...{ steps: [1, 2, 3].map((number) => `Step ${number}`), check: { after: '', question: '', fix: '' } },
  };
}
