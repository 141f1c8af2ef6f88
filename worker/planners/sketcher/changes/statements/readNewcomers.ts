import { stateOf } from '../canvas/states.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { readAddition } from '../grammar/readAddition.ts';
import { headingIn, headingThere } from '../grammar/readHeading.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import { PLACED_AS, readAdd } from '../imperatives/readAdd.ts';
import { datedIn, isDate } from '../language/times.ts';
import { kindNamed, withoutArticle } from '../language/words.ts';
import { addition, groupsOf, isDrawn, isNewThing, isPlaced, stepsTold } from './statement.ts';

const ADDS =
  /^(?:,\s*|:\s*)?(?:(?:then\s+)?(?:comes?|goes|there\s+(?:is|are|(?:should|must|can|could|may|might|will|needs\s+to)\s+be)|there['’]s|we\s+(?:also\s+|still\s+)?(?:need|want|have|miss|do|make|hold)|(?:is\s+|are\s+)?missing|add|insert|put|is|should\s+(?:be|come)|kommt|kommen|fehlt|brauchen wir(?: noch)?|vient|il y a|va|viene|ajoute[rz]?|insère|añade|agrega|füge?)\s+)(?:also\s+|a\s+new\s+)?(.+)$/is;
const LEADING =
  /^(?:(?:right|directly|just)\s+)?(?:after|before|between|behind|under|below|in|inside|at|to|next to|nach|vor|zwischen|unter|après|avant|entre|sous|dans|después de|antes de|am|an|à|al)\s/i;

/** What is named behind a comma. */
const NOUN = /^(?:(?:an?|another|also)\s|\uE000)/i;

/** "After Draft comes Spell check", "at the end add Measure success". */
export function readPlacedFirst(clause: Clause): Command[] | null {
  if (!LEADING.test(clause.text)) return null;
  for (const { index } of [...clause.text.matchAll(/,?\s+(?=\S)/g)].slice(0, 16)) {
    const added = groupsOf(ADDS, clause.text.slice(index).trim())?.[0];
    const comma = clause.text.startsWith(',', index) ? clause.text.slice(index + 1).trim() : undefined;
    const isNamed = clause.text[index - 1] === ':' || (comma !== undefined && NOUN.test(comma));
    const what = added ?? (isNamed ? (comma ?? clause.text.slice(index).trim()) : undefined);
    if (what === undefined) continue;
    const { rest, place } = readPlace(clause.text.slice(0, index).replace(/:$/, ''), clause);
    if (place === null || rest.trim() !== '') continue;
    const command = readAddition(what, clause);
    if (command?.kind === 'add') return [{ ...command, place }];
  }
  return null;
}

const SOMEBODY =
  'it|we|you|they|he|she|someone|somebody|one|(?:the|a|every|each)\\s+(?:person|people|user|one|employee|newcomer|team)';
const HAPPENS = new RegExp(
  `^,?\\s*(?:(${SOMEBODY})\\s+)?(?:also\\s+)?(?:hay que|il faut|wir müssen|man muss|should|must|shall|has to|have to|needs? to|ought to)\\s+(?:also\\s+)?(.+)$`,
  'is',
);
const ACTOR =
  /^,?\s*(?:((?:the\s+)?\S+(?:\s\S+)?)\s+(?:should|must|has to|have to|needs? to)|(?:soll(?:te|en)?|muss|müssen)\s+(?:der\s+|die\s+|das\s+)?(\S+))\s+(?:also\s+)?(.+)$/is;

/** "HR must file the papers": who does it, and what. */
export function taskIn(text: string): string | null {
  const [, task] = groupsOf(HAPPENS, text) ?? [];
  const [who, wer, does] = groupsOf(ACTOR, text) ?? [];
  return task ?? (does === undefined ? null : `${who || wer}: ${does}`);
}

/** "Before the first day the person should get a welcome mail", "after Ship, HR must file the papers". */
export function readPlacedTask(clause: Clause): Command[] | null {
  if (!LEADING.test(clause.text)) return null;
  for (const { index } of [...clause.text.matchAll(/,?\s+(?=\S)/g)].slice(1, 12)) {
    const { rest, place } = readPlace(clause.text.slice(0, index), clause);
    const isThere =
      place !== null && place.of !== null && (place.relation === 'between' || clause.isThere(place.of));
    if (!isThere || rest.trim() !== '') continue;
    const after = clause.text.slice(index);
    const text = taskIn(after);
    if (text !== null) return [{ ...addition([clause.names.show(text)]), place }];
    const [, bare] =
      /^\s*(?:,|(?=(?:also|then|we|they|you|i|someone|somebody)\s))\s*(.+)$/is.exec(after) ?? [];
    if (bare !== undefined) return [{ ...addition(stepsTold(bare, clause)), place }];
  }
  return null;
}

const MISSING: readonly RegExp[] = [
  /^(?:there\s+(?:is|are|should\s+be|must\s+be|needs?\s+to\s+be)|there['’]s)\s+(?:also\s+|still\s+)?(.+)$/is,
  /^(.+?)\s+(?:is|are)\s+(?:still\s+)?missing(.*)$/is,
  /^(.+?)\s+(?:is|are)\s+(?:an?\s+|another\s+|our\s+)?new\s+\p{L}+(.*)$/isu,
  /^(?:es\s+fehlt|il\s+manque|falta)\s+(?:noch\s+|encore\s+)?(.+)$/is,
  /^(?!ya\s+no\s|no\s)(.+?)\s+(?:fehlt|manque|falta)(\s.*)?$/is,
];

/** "There's a step missing between A and B: C", "Testing is missing after Build". */
export function readMissing(clause: Clause): Command[] | null {
  for (const [at, pattern] of MISSING.entries()) {
    const groups = groupsOf(pattern, clause.text);
    if (groups === null) continue;
    const words = groups
      .filter(Boolean)
      .join(' ')
      .replace(/\bmissing\b\s*/i, '');
    if (at === 0 && !isNewThing(words, clause)) continue;
    const command = readAddition(words, clause);
    if (command !== null) return [command];
  }
  return null;
}

const NEW_ONE =
  /^(?:an?\s+new|another|one\s+more|eine?n?\s+(?:neue[rns]?|weitere[rns]?)|une?\s+nouv(?:eau|elle)|una?\s+nuev[oa])\s/i;
const WANT =
  /^(?:(?:we|i|you|it|wir|ich|on|nous)\s+)?(?:also\s+|still\s+|now\s+|will\s+)*(?:need|want|get|have|require|forgot|missed|hired|got|found|should have|['’]ll need|brauchen?|a besoin d['’e]|avons besoin d['’e])\s+(?:also\s+|noch\s+|auch\s+)?(?!to\b)(.+)$/is;
const MUST_ALSO =
  /^(?:we|i|you|someone|somebody)\s+(?:also|still)\s+(?:have|need|must|should|ought)\s+(?:to\s+)?(.+)$/is;

/** "We need an Archive column", "we also have to call the printer". */
export function readWanted(clause: Clause): Command[] | null {
  const [task] = groupsOf(MUST_ALSO, clause.text) ?? [];
  if (
    task !== undefined &&
    kindNamed(withoutArticle(task).split(' ')[0] ?? '') === null &&
    !/^(?:an?|another|the)\s/i.test(task)
  ) {
    const [what = task, put] = task.split(/,\s+(?=(?:put|add|stick)\s+(?:it|that|this)\s)/i);
    const { place } = put === undefined ? { place: null } : readPlace(put, clause);
    return [{ ...addition([clause.names.show(what)]), place }];
  }
  const [what] = groupsOf(WANT, clause.text) ?? [];
  const isNew = what !== undefined && (NEW_ONE.test(what) || /:\s/.test(what) || isNewThing(what, clause));
  if (what === undefined || !isNew) return null;
  const command = readAddition(what, clause);
  return command === null ? null : [command];
}

const NEEDS_FIRST = /^(.+?)\s+(?:needs?|requires?|must\s+have)\s+(.+\sfirst)$/is;
const ALSO_OWNS =
  /^(.+?)\s+(?:(?:should\s+|must\s+)?also\s+(?:gets?|has|have|needs?|includes?|contains?|covers?|consists\s+of)|(?:umfasst|enthält|bekommt)\s+auch|(?:comprend|inclut)\s+aussi|también\s+(?:incluye|tiene))\s+(.+)$/is;
const OWNS =
  /^(.+?)\s+(?:also\s+|now\s+|should\s+)*(?:gets?|has|have|needs?|receives?|includes?|contains?|bekommt|erhält|reçoit|recibe|tiene)\s+(?:also\s+|now\s+)?((?:(?:an?|another|one|two|three|four|five|\d+|new|more|einen?|zwei|drei|une?|deux|dos)\s|\uE000).*)$/is;

/** "Results needs tables and charts". */
const NEEDS_LIST =
  /^(.+?)\s+(?:needs?|gets?|includes?|contains?|covers?|braucht|umfasst|comprend|incluye)\s+(.+\s(?:and|und|et|y)\s.+)$/is;

/** "The COO gets two teams: Logistics and Support". */
export function readOwned(clause: Clause): Command[] | null {
  const [owner, what] =
    groupsOf(OWNS, clause.text) ??
    groupsOf(ALSO_OWNS, clause.text) ??
    groupsOf(NEEDS_FIRST, clause.text) ??
    (clause.layout === 'mindmap' ? groupsOf(NEEDS_LIST, clause.text) : null) ??
    [];
  if (owner === undefined || what === undefined || !clause.isThere(owner)) return null;
  const isFirst = /\sfirst$/i.test(what);
  const command = readAddition(what.replace(/\sfirst$/i, ''), clause);
  if (command?.kind !== 'add' || (command.texts.length === 0 && command.contents.length === 0)) return null;
  return [{ ...command, place: command.place ?? { relation: isFirst ? 'before' : 'under', of: owner } }];
}

/** "Another threat is inflation". */
const ONE_IS = /^((?:an?|another|one\s+more|our|the)\s.{1,40}?)\s+(?:is|are|ist|est|es)\s+(?:to\s+)?(.+)$/is;
const LIST = /^(.{1,60}?)\s*:\s+(.+)$/is;

/** "To do: flyers, newsletter", "two more threats: inflation, strikes": what belongs to what stands there, or is new. */
export function readContents(clause: Clause): Command[] | null {
  const [words, list] = groupsOf(LIST, clause.text) ?? groupsOf(ONE_IS, clause.text) ?? [];
  if (words === undefined || list === undefined) return null;
  const of = headingThere(words, clause);
  const phrases = phrasesOf(list, clause);
  const texts = phrases.map((phrase) => clause.names.show(phrase));
  if (!/:\s/.test(clause.text) && (of === null || !clause.isThere(of, { kind: 'FRAME' }))) return null;
  if (of === null) return readNewHeading(headingIn(words), texts, clause);
  const place = { relation: 'in', of } as const;
  if (phrases.every((phrase) => clause.isThere(phrase, { kind: 'SHAPE' })))
    return [{ kind: 'move', what: phrases, place }];
  return [{ ...addition(isDate(clause.names.show(of)) ? [clause.names.show(list)] : texts), place }];
}

/** "Drinks: beer, juice": a new branch of a tree; on a board a new column, where it lists several cards. */
function readNewHeading(heading: Phrase, contents: string[], clause: Clause): Command[] | null {
  const { layout, names } = clause;
  const title = names.show(heading);
  const isColumn =
    layout === 'kanban' && /^\p{Lu}/u.test(title) && (contents.length > 1 || stateOf(title) !== null);
  const isOther =
    kindNamed(title.split(' ')[0] ?? '') !== null ||
    isPlaced(heading, clause) ||
    leadingVerbs(title).length > 0;
  if (title === '' || isOther || title.split(' ').length > 4 || !(isColumn || layout === 'mindmap'))
    return null;
  return [{ ...addition([title]), isFrame: isColumn, contents }];
}

const SAID =
  /^(?:,\s*)?(?:(?:we|i|they|you|there)\s+)?(?:(?:also|will|is|are|['’]ll|want\s+to|go\s+to)\s+)*(?:(?:have|has|there['’]s)\s+(?:also\s+)?(?=an?\s))?/i;

/** "On Wednesday evening we also eat at Enzo's": a date among those that are there. */
export function readDated(clause: Clause): Command[] | null {
  const { when, what } = datedIn(clause.names.show(clause.text)) ?? {};
  const text = withoutArticle(what?.replace(SAID, '') ?? '');
  if (when !== undefined && text !== '' && /^(?:on|in|at|am|im|le|el|en)\s/i.test(clause.text))
    return [{ ...addition([text]), place: { relation: 'in', of: when } }];
  const [, last = '', date = ''] =
    /^(.+?)\s+(?:on|in|at|am|im|le|el|en)\s+(\S+(?:\s\S+)?)$/is.exec(clause.text) ?? [];
  return isDate(date) && !clause.isThere(last)
    ? [{ ...addition([clause.names.show(last)]), place: { relation: 'in', of: date } }]
    : null;
}

const MORE =
  /^(?:one more|another|new(?=:)|an additional|an extra|a further|a new|new|\d+ more|two more|three more|noch eine?n?|eine? weitere[rnsm]?|neue[rns]?|un(?:e)? autre|une? nouv(?:eau|elle)|otr[oa]|un[oa]? nuev[oa])(?::?\s+)(.+)$/is;

/** "One more sticky: Loyalty points", "new cards in Doing: a, b". */
export function readMore(clause: Clause): Command[] | null {
  if (PLACED_AS.test(clause.text)) return readAdd(clause.text, clause, 'add');
  const [what] = groupsOf(MORE, clause.text) ?? [];
  if (what === undefined) return null;
  const command = readAddition(clause.text.replace(/^new:\s+/i, ''), clause);
  const isClear =
    /^new:/i.test(clause.text) ||
    clause.names.isQuoted(what) ||
    isDrawn(what.split(/[\s:]/)[0] ?? '') ||
    /:\s/.test(what) ||
    isPlaced(what, clause);
  return command === null || !isClear ? null : [command];
}

const ALSO = /^(.+?)\s+(?:also|additionally|auch|aussi|también)\s+(.+)$/is;
const MUST =
  /^(?:also\s+|additionally\s+|auch\s+)?(\S+(?:\s\S+){0,3}?)\s+(?:also\s+)?(?:needs to|has to|have to|must|should|muss|doit|tiene que|debe)\s+(.+)$/is;

/** "Finance also checks the credit rating, before approving the price", "also Peter needs to sign". */
export function readAlso(clause: Clause): Command[] | null {
  const [who, does] = groupsOf(ALSO, clause.text) ?? [];
  if (who !== undefined && does !== undefined && clause.isThere(who, { kind: 'FRAME' })) {
    const { rest, place } = readPlace(does, clause);
    const text = clause.names.show((place === null ? does : rest).replace(/,$/, ''));
    return [{ ...addition([text]), place: place ?? { relation: 'in', of: who }, lane: who }];
  }
  if (!clause.isAlso || !MUST.test(clause.text)) return null;
  const { rest, place } = readPlace(clause.text, clause);
  return [{ ...addition([clause.names.show(rest.replace(/^also\s+/i, ''))]), place }];
}
