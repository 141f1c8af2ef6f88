import { splitCommas } from '../../text/split.ts';
import type { Clause } from './clause.ts';
import type { Way } from './command.ts';

const ANSWER = /^(?:yes|no|ok|true|false|ja|nein|oui|non|s[ií])$/i;
/** "Yes publish": an answer needs no mark before what is there. */
const ANSWERED = /^(yes|no|ja|nein|oui|non|s[ií])\s+(\S.*)$/isu;
const WAY =
  /^(.{1,24}?)\s*(?:(?:go(?:es)?|leads?|continues?|returns?|jumps?)\s+(?:back\s+)?(?:to|on to)|back to|->|→|=>|=|:)\s*(?:back\s+)?(?:to\s+)?(.+)$/isu;

/** "yes goes to Publish, no goes back to Draft". */
export function waysOf(text: string, clause: Clause): Way[] {
  const parts = splitCommas(text).flatMap((part) => part.split(/\s+and\s+(?=\S+\s+(?:goes|leads|back))/i));
  const ways = parts.flatMap((part): Way[] => {
    const way = part.replace(/^(?:and\s+)?(?:(?:if|when|on)\s+)?/i, '');
    const [, answer, there] = ANSWERED.exec(way) ?? [];
    if (answer !== undefined && there !== undefined && clause.isThere(there))
      return [{ label: answer, to: there }];
    const [, label, to] = WAY.exec(way) ?? [];
    return label === undefined || to === undefined || !(clause.isThere(to) || ANSWER.test(label))
      ? []
      : [{ label: clause.names.show(label), to }];
  });
  return ways.length === parts.length ? ways : [];
}
