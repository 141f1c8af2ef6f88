import { isVerb } from '../../text/verbs.ts';
import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import { addition } from './statement.ts';

const BESIDE = /^(?:right\s+|directly\s+)?(?:before|after|vor|nach)\s/i;
const ALSO = /^(?:(?:also|first|noch|erst|zuerst|immer|auch)\s+)+/i;
/** "Den Chef fragen": a task in German ends with its verb. */
const GERMAN_VERB = /^(?!(?:kommen|gehen|stehen|sein|werden|haben)$)\p{Ll}{2,}(?:en|ern|eln)$/u;
const GERMAN_MODAL = /^(?:soll|sollen|muss|müssen|kommt|wird)$/;
const GOES = /^(?:go|move|continue|return|connect|come|jump)$/i;

/** "Before publish ask the boss", "vor Publish noch den Chef fragen": a task of a flow right behind its place. */
export function readBareTask(clause: Clause): Command[] | null {
  if (clause.layout !== 'flow' || !BESIDE.test(clause.text)) return null;
  const language = /\b(?:vor|nach)\s/i.test(clause.text.slice(0, 12)) ? 'de' : clause.language;
  for (const { index } of [...clause.text.matchAll(/\s+(?=\S)/g)].slice(1, 12)) {
    const task = clause.text.slice(index).trim().replace(ALSO, '');
    if (!isTask(task)) continue;
    const { rest, place } = readPlace(clause.text.slice(0, index), { ...clause, language });
    const isPlaced = place !== null && place.of !== null && rest.trim() === '';
    if (isPlaced && clause.isThere(place.of ?? '', { isOne: true }) && !clause.isThere(task))
      return [{ ...addition([clause.names.show(task)]), place }];
  }
  return null;
}

function isTask(words: string): boolean {
  const [first = '', ...rest] = words.split(' ');
  if (rest.length === 0 || GOES.test(first)) return false;
  if (rest.some((word) => GERMAN_MODAL.test(word)) || GERMAN_MODAL.test(first)) return false;
  return (isVerb(first) && leadingVerbs(words).length === 0) || GERMAN_VERB.test(rest.at(-1) ?? '');
}
