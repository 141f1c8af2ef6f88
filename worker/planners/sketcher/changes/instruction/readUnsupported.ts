import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';

/** Wishes that are understood and can't be met, each with what to do instead. */
const WISHES: readonly (readonly [wish: RegExp, reason: string])[] = [
  [/\b(?:rotate|tilt|rotated|drehe?|pivote|tourne|gira)\b/i, 'Objects can’t be rotated.'],
  [
    /\b(?:bigger|larger|smaller|wider|taller|narrower|resize|enlarge|shrink|scale|größer|kleiner|plus (?:grand|petit)|más (?:grande|pequeñ))/i,
    'An instruction can’t change sizes. Drag a corner of the object.',
  ],
  [/\b(?:bold|italics?|underline[d]?|font|typeface|fett|kursiv|gras|negrita)\b/i, 'Fonts can’t be changed.'],
  [
    /\b(?:gradient|shadow|opacity|transparent|border|thicker|thinner|3d|animat(?:e|ion))\b/i,
    'Only colors, shapes and dashed lines can be changed.',
  ],
  [
    /^(?:lock|unlock|freeze|sperre|entsperre)\b/i,
    'An instruction can’t lock or unlock objects. Select them and choose “Lock” or “Unlock”.',
  ],
  [
    /^(?:export|print|download|save|share|publish|email|e-mail|mail)\b(?!\s+(?:is|->))/i,
    'An instruction changes the canvas only. Choose “Export” at the top of the page.',
  ],
  [/^(?:zoom|scroll|pan)\b/i, 'An instruction changes the canvas only, not the view of it.'],
  [
    /^(?:translate|übersetze|traduis|traduce)\b/i,
    'The built-in sketcher can’t translate. Rename the objects one by one.',
  ],
  [/^(?:redo|wiederhole)\b/i, 'An instruction can’t redo a change. Choose “Redo” on the page.'],
  [
    /^(?:add|insert|put|place|draw|paste)\s+(?:an?\s+|the\s+|some\s+)?(?:\S+\s+)?(?:pictures?|images?|photos?|screenshots?|logos?|icons?|videos?|gifs?|emojis?)(?:\s+(?:of|from|to|in|on|next|beside|with|at)\b|$)/i,
    'Pictures can’t be added.',
  ],
];

/** A wish that no plan can meet, unless its words are those of an object. */
export function readUnsupported({ text }: Clause): Command[] | null {
  const found = WISHES.find(([wish]) => wish.test(text) && !isContent(text, wish));
  return found === undefined ? null : [{ kind: 'unsupported', reason: found[1] }];
}

/** Whether the words stand in a text that is to be added or given: "add Print invoice", "rename A to Bold move". */
const isContent = (text: string, wish: RegExp): boolean =>
  /^(?:add|insert|rename|call|append|include|connect|move|delete|remove)\b/i.test(text) &&
  !/pictures/.test(wish.source);
