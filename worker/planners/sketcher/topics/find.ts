import { capitalise } from '../text/plain.ts';
import { stems } from '../text/words.ts';
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

/** Most words of a name of a process, and of what it says besides: "expense approval for contractors". */
const MOST_WORDS = 5;
const MOST_OTHERS = 2;

/** Whether a text names a process that the sketcher knows, and gives no content of its own. */
export function namesProcess(text: string): boolean {
  if (text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS) return false;
  const known = findProcess(text);
  return known !== null && stems(text.replace(known.match, ' ')).length <= MOST_OTHERS;
}

/** A process that the sketcher does not know: its steps are left to the person. */
export function unknownProcess(name: string): Process {
  return {
    ...{ match: /$^/, name: capitalise(name), start: 'Start', end: 'Done' },
    ...{ steps: [1, 2, 3].map((number) => `Step ${number}`), check: { after: '', question: '', fix: '' } },
  };
}
