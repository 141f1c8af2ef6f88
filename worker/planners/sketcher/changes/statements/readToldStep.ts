import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { taskIn } from './readNewcomers.ts';
import { addition, stepsTold } from './statement.ts';

const ONCE =
  /\s+(?:once|as\s+soon\s+as|when|after)\s+(?:(?:it|this|that|they|everything|we)\s+)?(?:(?:has|have|had|is|are|was|were|['’]ve)\s+)*(?:been\s+)?(\S+)$/i;

/** "We tell the customer once it has shipped", "they print a label before packing": a step of a flow, told with its place. */
export function readToldStep(clause: Clause): Command[] | null {
  if (clause.layout !== 'flow') return null;
  const text = clause.text.replace(ONCE, (all, step: string) =>
    clause.isThere(step, { isOne: true }) ? ` after ${step}` : all,
  );
  const { rest, place } = readPlace(text, clause);
  if (place === null || place.of === null || !/^(?:after|before|between)$/.test(place.relation)) return null;
  if (place.relation !== 'between' && !clause.isThere(place.of, { isOne: true })) return null;
  const task = taskIn(rest);
  const steps = task === null ? stepsTold(rest, clause) : [clause.names.show(task)];
  return steps.length === 0 || clause.isThere(rest) ? null : [{ ...addition(steps), place }];
}
