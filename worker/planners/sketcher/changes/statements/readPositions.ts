import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { redated } from '../imperatives/readMove.ts';
import { readShift } from '../imperatives/readShift.ts';
import { ATOM } from '../language/hideNames.ts';
import { splitsAtRoles } from '../language/roles.ts';
import { withoutArticle } from '../language/words.ts';
import { addition, groupsOf } from './statement.ts';

const REDATED =
  /^(?:the\s+)?(.+?)\s+(?:(?:is|are|was|were|has been|have been|will be|gets?|got|needs? to be|should be|must be|wird|wurde|est|a été|se)\s+)?(?:now\s+|only\s+|jetzt\s+)?(?:(?:postponed|delayed|moved|pushed(?:\s+back)?|rescheduled|brought forward|shifted|moves?|starts?|begins?|slips?|slipped|changes?|verschoben|reportée?|pospuest[oa]|retrasad[oa]|in|on|for)\s+)?(?:back\s+|on\s+)?(?:to|until|till|for|from\s+\S+\s+to|auf|à|en|a|hasta|in)?\s*(\S+(?:\s\S+){0,3})$/is;

const SHIFTS =
  /\s+(?:(?:is|are|has|have|was|were|will|must|should|needs?|been|be|to|gets?|got|now|beginnt|beginnen|wird|sera|est|comes?|happens?|starts?|moves?|slips?|slipped|postponed|delayed|moved|pushed|rescheduled|shifted|verschoben|reportée?|atrasa)\s+)+(?=(?:back\s+|forward\s+|out\s+)?(?:by\s+|um\s+|de\s+)?\S+\s+\S+(?:\s\S+)?$)/i;

/** "Launch is postponed to October", "everything moves a week later", "the review moves to June". */
export function readRedated(clause: Clause): Command[] | null {
  const shifted = readShift(clause.text.replace(SHIFTS, ' '), clause);
  if (shifted !== null) return shifted;
  const [what, when] = groupsOf(REDATED, clause.text) ?? [];
  return what === undefined || when === undefined ? null : redated(what, when, clause);
}

const MODAL =
  /\s+(?:(?:now|also|then|rather|really|actually|always)\s+)*(?:should|must|has to|have to|needs? to|is to|can|could|may|will|shall|goes|go|went|move[sd]?|switche[sd]|belongs?|comes?|is|are|reports?|answers?|gehört|gehören|soll(?:en)?|kommt|kommen|ist|sind|va|vont|est|va|van|está|están|directly)(?:\s+(?:now|also|then|rather|really|actually|go|be|come|move|belong|report|moved|placed|put|back|ready|directly|jetzt|maintenant|ahora|dans)|ed)*$/i;

/** "Write copy is in progress now", "Accounting should report to the COO", "Location is a weakness". */
export function readPosition(clause: Clause): Command[] | null {
  const text = clause.text.replace(/\s+(?:directly|gehen|kommen|sein|stehen)$/i, '');
  const { rest, place: edge } = readPlace(text, clause);
  const moved = phrasesOf(rest.replace(MODAL, ''), clause);
  const isEdge = (edge?.relation === 'start' || edge?.relation === 'end') && MODAL.test(rest);
  if (isEdge && moved.every((phrase) => clause.isThere(phrase)))
    return [{ kind: 'move', what: moved, place: edge }];
  for (const { left, relation, right } of splitsAtRoles(text, clause.language)) {
    const subject = left.replace(MODAL, '');
    if (subject === left || subject === '') continue;
    const isBetween = relation === 'between';
    const isReport = /\breports?|answers?\b/i.test(left.slice(subject.length));
    if (!isBetween && !clause.isThere(right, { isPlace: true })) continue;
    const place = { relation: isReport ? ('under' as const) : relation, of: right };
    const what = phrasesOf(subject, clause);
    if (what.every((phrase) => clause.isThere(phrase))) return [{ kind: 'move', what, place }];
    if (/\b(?:should|must|also|belongs?|gehört|goes|comes)\b/i.test(left) && isLikelyName(subject)) {
      return [{ ...addition(what.map((phrase) => clause.names.show(withoutArticle(phrase)))), place }];
    }
  }
  return readState({ ...clause, text });
}

/** "A strength but also a threat". */
const BOTH = /^(.+?),?\s+(?:and|but)\s+(?:also\s+|at\s+the\s+same\s+time\s+)?(?:an?\s+)?(.+)$/is;

/** "Location is a weakness": what it is, is the name of a column. */
function readState(clause: Clause): Command[] | null {
  const [what, state] =
    groupsOf(
      /^(.+?)\s+(?:is|are|was|ist|sind|est|está)\s+(?:now\s+|actually\s+|really\s+|rather\s+|also\s+|a\s+|an\s+|the\s+|in\s+|eine?\s+|une?\s+)*(.+)$/is,
      clause.text,
    ) ?? [];
  if (what === undefined || state === undefined) return null;
  if (!phrasesOf(what, clause).every((phrase) => clause.isThere(phrase))) return null;
  const [, first = '', other = state] = BOTH.exec(state) ?? [];
  if (!clause.isThere(other, { kind: 'FRAME', isPlace: true })) return null;
  const place = { relation: 'in', of: other } as const;
  const isBoth = first !== '' || /\s(?:also|too)\s/i.test(clause.text);
  return isBoth
    ? [{ kind: 'duplicate', what: phrasesOf(what, clause), name: null, place }]
    : [{ kind: 'move', what: phrasesOf(what, clause), place }];
}

/** "Koffer packen ans Ende von In Arbeit": a move without a verb, of what is there. */
export function readVerbless(clause: Clause): Command[] | null {
  const { rest, place } = readPlace(clause.text, clause);
  const what = phrasesOf(rest, clause);
  const isNew =
    place?.relation === 'between' && rest !== '' && rest.split(' ').length <= 4 && !clause.isThere(rest);
  if (isNew) return [{ ...addition([clause.names.show(withoutArticle(rest))]), place }];
  const [, card = '', column = ''] =
    new RegExp(`^(.+?)\\s+(${ATOM})(?:\\s+already)?$`, 's').exec(clause.text) ?? [];
  const isColumn = clause.isThere(column, { kind: 'FRAME' }) && clause.isThere(card, { kind: 'SHAPE' });
  if (isColumn) return [{ kind: 'move', what: [card], place: { relation: 'in', of: column } }];
  if (place === null || what.length === 0 || !what.every((phrase) => clause.isThere(phrase))) return null;
  return place.of === null || clause.isThere(place.of) ? [{ kind: 'move', what, place }] : null;
}

const isLikelyName = (subject: string): boolean =>
  /^(?:\uE000|(?:the\s+|a\s+)?\p{Lu})/u.test(subject) && subject.split(' ').length <= 6;
