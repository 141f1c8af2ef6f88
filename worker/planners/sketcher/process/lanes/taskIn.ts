import { trimEndOf } from '../../text/trimEnd.ts';
import { inOrder, stripLead } from '../fragments/stepsOf.ts';
import type { Activity } from '../model/statement.ts';
import { infinitiveOf } from '../words/inflect.ts';
import { readSentences } from '../words/readWords.ts';

/** A phrase that begins with the name of a lane, as what is done in it; null for other phrases. */
export function taskIn(phrase: string, names: readonly string[]): Activity | null {
  const bare = inOrder(
    phrase.replace(/^(?:and|then|next|finally|und|dann|danach)\s+(?:(?:then|dann)\s+)?/i, ''),
  ).replace(/^(?:the|an?|der|die|das)\s+/i, '');
  const name = names.find((each) => bare.toLowerCase().startsWith(`${each.toLowerCase()} `));
  if (name === undefined) return null;
  const action = trimEndOf(bare.slice(name.length).replace(/^\s*(?:then\s+|:\s*)?/i, ''), ' .,');
  const task = action.replace(/^[a-z]+s(?=\s|$)/, infinitiveOf);
  return action === '' ? null : { kind: 'activity', text: `${name} ${action}`, actor: name, task };
}

/** "The customer places order": up to three words, and a verb of the third person. */
const TOLD =
  /^(?:(?:and|then)\s+)*(?:the\s+|an?\s+)?(\S+(?:\s\S+){0,2}?)\s(?!das\s|was\s|bis\s|als\s)(\p{Ll}{2,}s)(?![\p{L}\p{N}])/iu;

/** "Der Kunde bestellt": a noun or two, and a verb of the third person. */
const TOLD_IN_GERMAN =
  /^(?:(?:und|dann)\s+)*(?:[Dd](?:er|ie|as)\s+)?(?!(?:Der|Die|Das|Dann|Danach)\s)(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?)\s\p{Ll}{2,}t(?!\p{L})/u;

/** Who does something in each phrase, in their order; none unless every phrase begins with somebody. */
export function actorsIn(phrases: readonly string[]): string[] {
  const names = phrases.map((phrase) => {
    const [, name, verb = ''] = TOLD.exec(phrase) ?? [];
    if (name !== undefined && isVerb(infinitiveOf(verb))) return name;
    return TOLD_IN_GERMAN.exec(inOrder(stripLead(phrase)))?.[1] ?? null;
  });
  const found = names.filter((name) => name !== null);
  return found.length < names.length
    ? []
    : [...new Map(found.map((name) => [name.toLowerCase(), name])).values()];
}

const isVerb = (word: string): boolean => readSentences(`they ${word}`)[0]?.[1]?.canBeVerb === true;
