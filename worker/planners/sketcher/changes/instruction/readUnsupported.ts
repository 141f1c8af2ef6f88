import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { DIAGRAM_NAME, isEverything } from '../language/wholeCanvas.ts';

/** Wishes that are understood and can't be met, each with what to do instead. */
const WISHES: readonly (readonly [wish: RegExp, reason: string])[] = [
  [/\b(?:rotate|tilt|rotated|drehe?|pivote|tourne|gira)\b/i, 'Objects can’t be rotated.'],
  [
    /\b(?:bigger|larger|smaller|wider|taller|narrower|resize|enlarge|shrink|scale|größer|kleiner|plus (?:grand|petit)|más (?:grande|pequeñ))/i,
    'An instruction can’t change sizes. Drag a corner of the object.',
  ],
  [
    /\s(?:an?|une?|una?|eine?n?)\s+(?:cylinder|hexagon|octagon|pentagon|triangle|star|cloud|heart|parallelogram|trapez\S+|arrow\s+shape|zylinder|sechseck|dreieck|stern|wolke|cylindre|triangle|étoile|nuage|cilindro|triángulo|estrella|nube)$/i,
    'Shapes are boxes, circles, diamonds and sticky notes: “make … a circle”.',
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
    /^(?:export|print|download|save|share|publish|email|e-mail|mail)\b(?!\s+(?:is|->))(?!.{1,80}\s(?:instead\s+of|rather\s+than|statt|anstatt|anstelle\s+von)\s)/i,
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

const CONVERTS = new RegExp(
  `^(?:turn|convert|change|transform|make|redraw|switch|show|mache?|verwandle|wandle|transforme|convierte|haz)\\s+(.{1,40}?)\\s+(?:(?:in(?:to)?|to|as|like|zu|en|como|comme|daraus|an?|eine?n?|einem|une?|una?)\\s+)+(?:\\S+\\s+)?(?:${DIAGRAM_NAME}|board|table|gantt|calendar|list|tabelle|tableau|tablero)(?:\\s+(?:board|diagram|chart|view))?$`,
  'i',
);

/** "Turn it into a board": the whole canvas as another kind of diagram. */
function readConversion(text: string): Command[] | null {
  const [, what] = CONVERTS.exec(text) ?? [];
  if (what === undefined || !isEverything(what)) return null;
  const reason =
    'A canvas can’t be turned into another kind of diagram. Ask for it on a new canvas, with its texts: “kanban: To do: A, B; Done: C”.';
  return [{ kind: 'unsupported', reason }];
}

/** Longest clause of which a part may be carried out, in characters. */
const LONGEST = 400;
const MORE =
  '(?:(?:a\\s+(?:bit|little)|a\\s+lot|much|slightly|somewhat|more|also|etwas|un\\s+peu|un\\s+poco)\\s+)*';
const AND = '(?:,?\\s+(?:and|but|und|et|y)\\s+|,\\s*)';

/**
 * A wish that no plan can meet, unless its words are those of an object. Of "orange and a bit larger" the possible part
 * is read.
 */
export function readPartlyUnsupported(
  { text }: Clause,
  read: (text: string) => Command[] | null,
): Command[] | null {
  const conversion = readConversion(text);
  if (conversion !== null) return conversion;
  const found = WISHES.find(([wish]) => wish.test(text) && !isContent(text, wish));
  if (found === undefined) return null;
  const [wish, reason] = found;
  const only: Command = { kind: 'unsupported', reason };
  if (text.length > LONGEST) return [only];
  const [, before, after] =
    new RegExp(`^(.+?)${AND}${MORE}(?:${wish.source})(?:${AND}(.+))?$`, 'isu').exec(text) ??
    new RegExp(`^(.+?)\\s+${MORE}(?:${wish.source})${AND}(.+)$`, 'isu').exec(text) ??
    [];
  const rest = [before, after].filter(Boolean).join(' ');
  const commands = rest === '' || WISHES.some(([each]) => each.test(rest)) ? null : read(rest);
  return [...(commands ?? []), only];
}

/** Whether the words stand in a text that is to be added or given: "add Print invoice", "rename A to Bold move". */
const isContent = (text: string, wish: RegExp): boolean =>
  /^(?:add|insert|rename|call|append|include|connect|move|delete|remove)\b/i.test(text) &&
  !/pictures/.test(wish.source);
