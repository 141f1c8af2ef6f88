import { trimEndOf } from '../../text/trimEnd.ts';
import { isVerb } from '../../text/verbs.ts';
import type { Activity } from '../model/statement.ts';
import { LEAD } from './phrases.ts';

/** A phrase without words that only lead on. */
export function stripLead(fragment: string): string {
  let text = fragment;
  while (!isOrdinal(text)) {
    const bare = text.replace(LEAD, '');
    if (bare === '' || bare === text) return text === fragment ? text : inOrder(text);
    text = bare;
  }
  return text;
}

/** "First half", "first day tour": a name, rather than what is done first. */
function isOrdinal(text: string): boolean {
  const [, noun] = /^(?:first|second|third|last) ([^\s,:]+)$/i.exec(text) ?? [];
  return (
    (noun !== undefined && !isVerb(noun)) || /^first (?:day|week|month|year|round|half|aid)\b/i.test(text)
  );
}

/** "Untersucht der Arzt den Patienten" and "wird er verpackt", which German has behind others, as "der Arzt untersucht …". */
export function inOrder(phrase: string): string {
  return phrase.replace(INVERTED, (_, verb: string, subject: string) => `${subject} ${verb.toLowerCase()}`);
}

const INVERTED =
  /^((?:[Ww]ird|[Mm]uss|[Kk]ann|[Ii]st|[Ss]ind)(?= sie)|\p{L}+(?:t|en|e)(?! sie)|wird|muss|kann|sind)\s+(sie|er|es|ich|wir|man|(?:der|die|das|ein|eine)\s+\p{Lu}\p{L}+)(?=,|\s+\S)/u;

/** Whether a phrase begins with a usual verb of a step. */
export function isCommand(fragment: string): boolean {
  return isVerb(stripLead(fragment).split(' ')[0] ?? '');
}

/** "Mix flour, water and salt": one step with a list of things. */
export function isOneCommand(fragments: readonly string[]): boolean {
  const [first = '', ...rest] = fragments;
  return (
    rest.length > 0 &&
    first.includes(' ') &&
    /^and\s/i.test(rest.at(-1) ?? '') === false &&
    isCommand(first) &&
    rest.every((each) => !isCommand(each.replace(/^and\s+/i, '')) && each.split(' ').length <= 3) &&
    / and /.test(rest.at(-1) ?? '')
  );
}

/** A clause as steps: "verify email and choose plan" is two when both sides are actions of their own. */
export function stepsOf(text: string): Activity[] {
  const bare = stripLead(text.trim());
  const german = bare.split(/(?<=\S\s+\S+\s+\S+)\s+und\s+(?=\p{Ll}+t\s|\p{Ll}+t\.?$)/u);
  if (german.length > 1) return german.flatMap(stepOf);
  const sides = bare.split(/\s+and\s+(?:then\s+)?/i);
  const separate =
    sides.length > 1 &&
    sides.every((side, at) =>
      at === 0 ? side.includes(' ') || isVerb(side) : isVerb(side.split(' ')[0] ?? ''),
    );
  return (separate ? sides : [bare]).flatMap(stepOf);
}

/** A phrase as one step; none where nothing is left of it. */
export function stepOf(written: string): Activity[] {
  const text = trimEndOf(
    inOrder(stripLead(written.trim()))
      .replace(/^(?:the\s+|a\s+|an\s+(?=[aeiou]))(?=\p{L})/iu, '')
      .replace(/^(?:we|you)\s+(?=\p{L})/iu, ''),
    '.!。',
  );
  return text === '' ? [] : [{ kind: 'activity', text, actor: null, task: text }];
}
