import { directionIn, withoutDirections } from '../../instruction/wishes.ts';
import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { isEverything } from '../language/wholeCanvas.ts';

/** How tidy it is to be, which says nothing of what. */
const MANNER =
  /(?<!\p{L})(?:(?:a (?:bit|little)|up|out|please|nicely|neatly|properly|again|better|nice|neat|clean|and|looks?|so|that|is|more|readable|neu|mal|schön|ordentlich|auf|aus|an|besser|wieder|mieux|à nouveau|bien|proprement|mejor|de nuevo|otra vez)(?=\s|$)\s*)+/giu;

/** What is to be tidied up: everything, or what is named. */
export function arrangeWhole(rest: string, clause: Clause): Command[] | null {
  const direction = directionIn(rest);
  const named = withoutDirections(rest).replace(MANNER, '').trim();
  if (isEverything(named)) return [{ kind: 'arrange', what: null, direction }];
  if (/\b(?:left|right|top|bottom|cent(?:er|re))\b/i.test(named) && !clause.isThere(named)) return null;
  return clause.isThere(named) ? [{ kind: 'arrange', what: named, direction }] : null;
}

const MESS =
  /\b(?:(?:is|looks?|it's|such|so|a|bit|too|very)\s+)(?:(?:a|an|so|such|too|bit|little|very|quite|total|complete)\s+)*(?:mess|messy|untidy|cluttered|chaotic|chaos|all over the place|unordered|ugly layout)\b|\b(?:unordentlich|durcheinander|en désordre|desordenado)\b/i;

const NICER =
  /^(?:(?:it|this|that|everything|the\s+(?:board|canvas|diagram|chart|flow)|das|ça|esto)\s+)?(?:to\s+)?(?:look\s+)?(?:(?:a\s+(?:bit|little)|much|more|even)\s+)*(?:nicer|nice|prettier|pretty|beautiful|cleaner|tidier|neater|better|professional|schöner|ordentlicher|plus\s+(?:joli|beau)|más\s+bonito)$/i;

/** "Make it look nicer": the arrangement is what can be made so without being told more. */
export function readNicer(rest: string): Command[] | null {
  if (!NICER.test(rest)) return null;
  const reason = 'Only the arrangement was tidied up. Say which colors or shapes to change: “make … green”.';
  return [
    { kind: 'arrange', what: null, direction: null },
    { kind: 'unsupported', reason },
  ];
}

/** "This is a mess", "it is all over the place". */
export function readMess(text: string): Command[] | null {
  return MESS.test(text) ? [{ kind: 'arrange', what: null, direction: directionIn(text) }] : null;
}
