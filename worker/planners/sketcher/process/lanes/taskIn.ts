import { trimEndOf } from '../../text/trimEnd.ts';
import type { Activity } from '../model/statement.ts';
import { infinitiveOf } from '../words/inflect.ts';

/** A phrase that begins with the name of a lane, as what is done in it; null for other phrases. */
export function taskIn(phrase: string, names: readonly string[]): Activity | null {
  const bare = phrase
    .replace(/^(?:and|then|next|finally)\s+(?:then\s+)?/i, '')
    .replace(/^(?:the|an?)\s+/i, '');
  const name = names.find((each) => bare.toLowerCase().startsWith(`${each.toLowerCase()} `));
  if (name === undefined) return null;
  const action = trimEndOf(bare.slice(name.length).replace(/^\s*(?:then\s+|:\s*)?/i, ''), ' .,');
  const task = action.replace(/^[a-z]+s(?=\s|$)/, infinitiveOf);
  return action === '' ? null : { kind: 'activity', text: `${name} ${action}`, actor: name, task };
}
