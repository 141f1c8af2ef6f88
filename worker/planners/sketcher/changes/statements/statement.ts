import type { Clause } from '../grammar/clause.ts';
import type { Addition } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { kindNamed } from '../language/words.ts';

/** Groups of a pattern that matches the whole text; null if it does not. */
export function groupsOf(pattern: RegExp, text: string): string[] | null {
  return (
    pattern
      .exec(text)
      ?.slice(1)
      .map((group) => (group ?? '').trim()) ?? null
  );
}

/** An addition of shapes, without a place. */
export function addition(texts: string[]): Addition {
  return {
    ...{ kind: 'add', texts, isFrame: false, shape: null, color: null, place: null },
    ...{ contents: [], ways: [], label: null },
  };
}

/** Whether words name something to draw, and not any wish: by a noun of the canvas, quotation marks or a place. */
export function isNewThing(words: string, clause: Clause): boolean {
  const nouns = words.split(/\s+/).map((word) => word.replace(/[:,]$/, ''));
  return (
    clause.names.isQuoted(words) ||
    nouns.some((noun) => !/^\uE000/.test(noun) && isDrawn(noun)) ||
    isPlaced(words, clause)
  );
}

export function isDrawn(noun: string): boolean {
  const kind = kindNamed(noun);
  return kind !== null && kind !== 'object' && !/^(?:text|link|links|area|areas)$/i.test(noun);
}

export function isPlaced(words: string, clause: Clause): boolean {
  const { rest, place } = readPlace(words, clause);
  if (place === null || rest === '') return false;
  return place.of === null || clause.isThere(place.of) || place.relation === 'between';
}

const TELLER =
  /^(?:(?:we|you|they|i|one|someone|somebody|people|also|then|always|still|just|do|there|wir|man|on|nous)\s+|let['’]?s\s+)+/i;

/** The steps that somebody tells of: "we cool it down, then season". */
export function stepsTold(text: string, { names }: Clause): string[] {
  return text
    .trim()
    .split(/,?\s+(?:and\s+)?then\s+|,\s+then\s+/i)
    .map((step) => names.show(step.trim().replace(TELLER, '')))
    .filter((step) => step !== '');
}
