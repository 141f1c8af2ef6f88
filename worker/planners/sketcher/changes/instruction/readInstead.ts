import type { Context } from '../grammar/clause.ts';
import { withoutArticle } from '../language/words.ts';
import type { Reading } from './readInstruction.ts';

const INSTEAD =
  /^(?:(?:we|they|i)\s+(?:(?:will|['’]ll|now|just|can|should|want\s+to|decided\s+to)\s+)*(?:do|have|take|use|get|choose|want|prefer|go\s+(?:with|for))|use|take|do|wir\s+(?:nehmen|machen|haben)|stattdessen|on\s+prend)\s+(.+?)\s+(?:instead|stattdessen|à la place)[.!]?$/is;

/** Of something with a place of its own, nothing gets the place. */
const PUT_INSTEAD =
  /^(?:add|put|insert|füge|setze)\s+((?!.*\s(?:after|before|between|to|in|into|under|and|nach|vor|zu|unter|und|in|als|as)\s).+?)\s+(?:instead|stattdessen)(?:\s+(?:ein|hinzu))?[.!]?$/is;

/** "The garden is cancelled, we do a patio instead": the new name of what would be removed; null for other texts. */
export function readInstead(text: string, last: Reading, { names }: Context): Reading | null {
  const [, done] = INSTEAD.exec(text.trim()) ?? [];
  const to = done ?? PUT_INSTEAD.exec(text.trim())?.[1];
  const [removal, ...more] = last.commands ?? [];
  const [what, ...others] = removal?.kind === 'remove' ? removal.what : [];
  if (to === undefined || what === undefined || more.length + others.length > 0) return null;
  return {
    text: `${last.text}, ${text}`,
    commands: [{ kind: 'rename', what, to: names.show(withoutArticle(to)) }],
  };
}
