import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { isWholeCanvas } from '../language/wholeCanvas.ts';
import { readRemovedFields } from './readField.ts';

export function readRemove(rest: string, clause: Clause): Command[] | null {
  if (rest === '') return null;
  const fields = readRemovedFields(rest, clause);
  if (fields !== null) return fields;
  if (/^(?:the\s+|all\s+)*(?:colou?rs?|highlight(?:ing|s)?)(?:\s+(?:of|from|on)\s+(.+))?$/i.test(rest))
    return resetColors(rest, clause);
  const label = /^(?:the\s+|all\s+)*(?:labels?|texts?)\s+(?:of|from|on)\s+(.+)$/is.exec(rest)?.[1];
  if (label !== undefined && namesLines(label)) return one({ kind: 'labelLines', which: label, text: '' });
  if (namesLines(rest)) return one({ kind: 'removeLines', which: rest });
  const inner = /^(?:everything|all(?:\s+(?:of\s+)?(?:the\s+)?(?:cards?|notes?|items?|contents?))?)$/i.test(
    rest,
  );
  if (inner) return one({ kind: 'remove', what: [rest] });
  return one({ kind: 'remove', what: phrasesOf(rest.replace(/^from\s+/i, ''), clause) });
}

export function clear(rest: string, clause: Clause): Command[] | null {
  if (/colou?r|highlight/i.test(rest)) return resetColors(rest, clause);
  return one(
    isWholeCanvas(rest)
      ? { kind: 'remove', what: ['everything'] }
      : { kind: 'clear', what: phrasesOf(rest, clause) },
  );
}

export function resetColors(rest: string, clause: Clause): Command[] {
  const of = /(?:\s+(?:of|from|on)\s+|['’]s\s+)(.+)$/is.exec(rest)?.[1] ?? 'all shapes';
  return one({ kind: 'restyle', what: phrasesOf(of, clause), color: 'default', shape: null });
}
