import { thirdPersonOf } from '../../process/words/inflect.ts';
import type { Clause } from './clause.ts';

/** What the arrow of a clause says; null where it needs no label. */
export function labelOf({ verb, phrase, circumstance, isPassive }: Clause, quantity: string): string | null {
  const own =
    verb.verbClass === 'join' || verb.verbClass === 'lead'
      ? ''
      : isPassive && verb.form !== 'third'
        ? thirdPersonOf(verb.base)
        : phrase;
  const said = circumstance === '' || isPassive ? own : own.replace(/ (?:to|on|in|from|at|with)$/, '');
  return [said, quantity, isPassive ? '' : circumstance].filter((part) => part !== '').join(' ') || null;
}
