import type { PlanDirection } from '../../../../src/canvas/model/plan.ts';
import { withoutCommand } from '../reading/command.ts';
import { capitalise, hasWords } from '../text/plain.ts';
import { trimEndOf } from '../text/trimEnd.ts';

const DOWN = `vertical(?:ly)?|top[ -](?:to[ -]bottom|down)|downwards?`;
const RIGHT = `horizontal(?:ly)?|left[ -]to[ -]right|sideways`;
const POLITE = `please|pls|plz|thx|thanks?(?: you)?|ty|cheers|asap|bitte|danke|merci|gracias`;
const LAST_WISH = new RegExp(
  String.raw`[\s,;.!]*(?<=[\s,;.!])(?:(?:drawn|laid out|make it|going)\s+)?(?:${DOWN}|${RIGHT}|${POLITE})[\s.!]*$`,
  'i',
);
const FIRST_WISH = new RegExp(String.raw`^\s*(?:${DOWN}|${RIGHT})\s*[:,]\s*`, 'i');

/** "Bob -> Ann: fine, thanks": a courtesy that somebody says. */
const MESSAGE = /^[^:\n]{1,80}?(?:->|→)[^:\n]{1,80}:\s/;

/** A text without the direction and the courtesies at its ends, which are no content. */
export function withoutWishes(text: string): { text: string; direction: PlanDirection | null } {
  let rest = text;
  let said = '';
  for (let wishes = 0; wishes < 4 && !MESSAGE.test(rest.slice(rest.lastIndexOf('\n') + 1)); wishes += 1) {
    const start = Math.max(0, rest.length - 40);
    const end = rest.slice(start).replace(LAST_WISH, '');
    const shorter = (rest.slice(0, start) + end).replace(FIRST_WISH, '');
    if (shorter === rest || !hasWords(shorter)) break;
    said += ` ${rest.slice(0, rest.length - shorter.length)} ${rest.slice(-40)}`;
    rest = shorter;
  }
  return { text: rest, direction: directionIn(said) };
}

/** The direction that a text asks for. */
export function directionIn(text: string): PlanDirection | null {
  if (new RegExp(String.raw`\b(?:${DOWN})\b`, 'i').test(text)) return 'down';
  return new RegExp(String.raw`\b(?:${RIGHT})\b`, 'i').test(text) ? 'right' : null;
}

/** What only leads to the content: "here is our flow", "it goes like this", "can you draw this". */
const LEAD_IN =
  /\b(?:like this|like so|as follows|the following|see below)\b|^(?:let me know|what do you think|does (?:this|that) make sense)\b|^(?:here(?:'s|’s| is| are)|this is|these are|draw|sketch|visuali[sz]e|diagram|make|show|below)\b.{0,60}$/i;
const EMPTY_WORDS =
  /^(?:(?:this|that|it|these|them|the|following|a|hi|hello|hey|thanks|thank you|cheers|an|of|for|me|us|up|something|please|pls|plz|asap|quick|simple|nice|small|diagram|chart|flow ?charts?|picture|graph|canvas|drawing|with|as|like|need|right|so|ok(?:ay)?|well)\b[\s,.!]*)*$/i;

/** What a text before the content calls the diagram: '' if it only asks for one. */
export function titleOf(text: string): string {
  const words = text
    .replace(new RegExp(String.raw`,?\s*\b(?:${DOWN}|${RIGHT})\b`, 'gi'), '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = trimEndOf(
    withoutCommand(words, () => 0),
    ' :,.!',
  );
  if (bare === '' || EMPTY_WORDS.test(bare)) return '';
  const title = bare.replace(
    /(?:[\s,:]+(?:and|with|in|of|for|between|showing|as|pls|please|states|steps))+$/i,
    '',
  );
  return capitalise(title.replace(new RegExp(String.raw`\s+(?:${POLITE})$`, 'i'), ''));
}

/** Whether a text is no content of its own. */
export function isLeadIn(text: string): boolean {
  return LEAD_IN.test(text.trim()) || EMPTY_WORDS.test(withoutCommand(text, () => 0));
}

const CORRECTION = /(?:^|[\s.,;])(?:no,? wait|scratch that|correction|sorry,? i mean|i meant?)\b[,:;.\s]*/gi;

/** What a person who corrected themselves meant: what stands behind "no wait", if there is anything. */
export function lastVersion(text: string): string {
  const last = [...text.matchAll(CORRECTION)].at(-1);
  const rest = last === undefined ? '' : text.slice(last.index + last[0].length);
  return hasWords(rest) ? rest : text;
}
