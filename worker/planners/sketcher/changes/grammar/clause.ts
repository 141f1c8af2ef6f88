import type { PlanHeader } from '../../../../../src/canvas/model/plan.ts';
import { splitCommas, splitOutside } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import type { Wanted } from '../canvas/search.ts';
import { EXCEPT } from '../language/exceptions.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import type { Language } from '../language/words.ts';
import type { Phrase } from './command.ts';

/** What the grammar knows of the canvas and of the instruction. */
export type Context = {
  names: HiddenNames;
  /** How what is on the canvas is arranged. */
  layout: PlanHeader['layout'];
  /** Whether a phrase surely means something that is there. */
  isThere(phrase: Phrase, wanted?: Wanted): boolean;
  /** Whether a connector has that label. */
  isLabel(phrase: Phrase): boolean;
};

/** A part of an instruction that asks for one thing, and how it is to be read. */
export type Clause = Context & {
  text: string;
  language: Language;
  /** Whether it begins with "also". */
  isAlso: boolean;
};

const POLITE =
  /^(?:please|pls|plz|kindly|hey|hi|hello|okay|ok|well|so|oh|actually|sorry|now|then|next|finally|and|but|just|maybe|perhaps|(?:can|could|would|will)\s+(?:you|we|i)(?:\s+(?:please|also|just|maybe|perhaps|not))*|you\s+(?:can|should|could|may)|i(?:'d|’d| would)\s+(?:like|love)\s+(?:you\s+)?to|i\s+(?:want|need)\s+(?:you\s+)?to|i'd\s+like|we\s+(?:should(?!\s+have)|could|need\s+to|have\s+to|must|want\s+to)|let['’]?s|let us|bitte|kannst du|könntest du|können sie|könnten sie|(?:können|könnten|sollten|sollen|wollen|lass(?:t|en sie)?)\s+(?:wir|uns)|jetzt|dann|peux-tu|pouvez-vous|pourrais-tu|(?:peut|pourrait)-on|on\s+(?:peut|pourrait|devrait)|est-ce\s+qu['’]on\s+peut|s['’]il (?:te|vous) pla[iî]t|puedes|podrías|podemos|podríamos|(?:se\s+)?puede|hay\s+que|por favor|ahora)(?=[\s,:])[\s,:]*/i;
const THANKS =
  /(?<!(?:labell?ed|called|named|saying|says|reading|titled|to|as)|:)[\s,]+(?:please|pls|plz|thanks|thank you|thx|bitte|danke|s['’]il (?:te|vous) pla[iî]t|merci|por favor|gracias|for me|if possible|if you can|instead|again|too|as well|wieder|mal)$/i;

/** A clause without polite words and the punctuation at its end. */
export function bareClause(text: string): string {
  let bare = trimEndOf(text.trim().replace(/^[¿¡]+\s*/, ''), '.!,; ');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = trimEndOf(bare.replace(POLITE, '').replace(THANKS, ''), '.!,; ').trim();
  }
  return bare;
}

const AND = /\s+(?:and|&|und|et|y|e|as well as|sowie)\s+|\s*\+\s+/i;

/** Phrases for objects: "A, B and C". */
export function phrasesOf(text: string, { isThere }: Context): Phrase[] {
  const bare = text.replace(/^(?:both|beide)\s+(?:of\s+)?/i, '').trim();
  if (EXCEPT.test(bare) || WITH_CONTENTS.test(bare) || isThere(bare)) {
    return [bare];
  }
  return splitCommas(bare)
    .flatMap((part) => splitOutside(part.replace(/^(?:and|und|et|y)\s+/i, ''), AND))
    .filter((part) => part.trim() !== '');
}

const WITH_CONTENTS = /\s(?:and|with|including)\s+(?:all|every(?:thing|body|one)|whatever|anything|its)\b/i;

/**
 * Parts of "A to B and C to D" that each have a mark such as "to"; a single one where any part has none.
 * @param hasMark Whether a part is complete.
 */
export function completeParts(text: string, hasMark: (part: string) => boolean): string[] {
  const pieces = text.split(/(,\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|und|et|y)\s+)/i);
  const parts: string[] = [];
  let open = '';
  for (const [at, piece] of pieces.entries()) {
    open += piece;
    if (at % 2 === 0 && hasMark(piece)) {
      parts.push(open.replace(/^(?:,\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|und|et|y)\s+)/i, ''));
      open = '';
    }
  }
  return open.trim() === '' && parts.length > 1 ? parts : [text];
}
