import { directionIn } from '../../instruction/wishes.ts';
import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { waysOf } from '../grammar/readWays.ts';
import { ATOM } from '../language/hideNames.ts';
import { PUTS, readAdd } from './readAdd.ts';
import { readNicer } from './readArrange.ts';
import { resetColors } from './readRemove.ts';
import { changeCase, pairsOf, renamed } from './readTexts.ts';
import { restyled } from './restyled.ts';

const DASHED =
  /^(.+?)\s+(?:be\s+)?(?:(?:in)?to\s+)?(?:an?\s+)?(dashed|dotted|solid|continuous|gestrichelt|pointillés?)(?:\s+(?:lines?|arrows?))?$/is;
const LETTERS =
  /^(.+?)\s+(?:be\s+)?(?:(?:in)?to\s+|in\s+)?(?:all\s+)?(upper ?case|capitals?(?:\s+letters)?|all ?caps|caps|lower ?case|small letters|title case|capitali[sz]ed)(?:\s+letters)?$/is;
const NEW_ONE = /^(?:an?|another|some|new|two|three|four|five|\d+)\s/i;
const UNDER =
  /^(.+?)\s+(?:an?\s+)?(?:child|subordinate|part|report|branch|report directly|belong)\s+(?:of|to|under)\s+(.+)$/is;

type Reader = (rest: string, clause: Clause, word: string) => Command[] | null;

/** What "make …" may ask for, the surest first. */
const makers: readonly Reader[] = [
  readDirection,
  (rest, clause, word) =>
    word === 'reset' && /^(?:all\s+)?(?:the\s+)?colou?rs\b/i.test(rest) ? resetColors(rest, clause) : null,
  readDashed,
  (rest, clause) => {
    const [, what, letters] = LETTERS.exec(rest) ?? [];
    return what === undefined || letters === undefined ? null : one(changeCase(what, letters, clause));
  },
  readNicer,
  readHighlight,
  readDecision,
  restyled,
  readSubordinate,
  (rest, clause, word) => (word === 'make' && NEW_ONE.test(rest) ? readAdd(rest, clause, word) : null),
  readFirst,
  readOtherName,
  (rest, clause, word) =>
    PUTS.test(word) && readPlace(rest, clause).place !== null ? readAdd(rest, clause, word) : null,
];

export function readMake(rest: string, clause: Clause, word: string): Command[] | null {
  for (const read of makers) {
    const commands = read(rest, clause, word);
    if (commands !== null) return commands;
  }
  return null;
}

const DECISION =
  /^(.+?)\s+(?:be\s+)?(?:(?:in(?:to)?|to|zu|en)\s+)?(?:an?\s+|the\s+|eine[rm]?\s+|une\s+|una\s+)?(?:decision|question|entscheidung|frage|décision|decisión)(?:\s+(?:with|where|mit|avec|con))?\s*[:,]?\s+(.+)$/is;

/** "Review into a decision with yes → Publish, no → Draft": a diamond with a way for each answer. */
function readDecision(rest: string, clause: Clause): Command[] | null {
  const [, what, answers = ''] = DECISION.exec(rest) ?? [];
  const ways = waysOf(answers, clause);
  if (what === undefined || ways.length === 0 || !clause.isThere(what, { kind: 'SHAPE', isOne: true }))
    return null;
  const looks = { isDashed: false, insteadOf: null } as const;
  return [
    { kind: 'restyle', what: [what], color: null, shape: 'diamond' },
    ...ways.map(({ label, to }): Command => ({ kind: 'connect', from: [what], to: [to], label, ...looks })),
  ];
}

function readDirection(rest: string): Command[] | null {
  const direction = directionIn(rest);
  return direction === null ? null : one({ kind: 'arrange', what: null, direction });
}

/** "Make Draft stand out". */
function readHighlight(rest: string, clause: Clause): Command[] | null {
  const [, words] =
    /^(.+?)\s+(?:stand\s+out|pop(?:\s+out)?|more\s+(?:visible|prominent))$/is.exec(rest) ?? [];
  const what = words === undefined ? [] : phrasesOf(words, clause);
  const areThere = what.length > 0 && what.every((phrase) => clause.isThere(phrase));
  return areThere ? one({ kind: 'restyle', what, color: 'yellow', shape: null }) : null;
}

function readDashed(rest: string): Command[] | null {
  const [, which, looks = ''] = DASHED.exec(rest) ?? [];
  if (which === undefined || !namesLines(which)) return null;
  const style = /solid|continuous/i.test(looks) ? 'solid' : 'dashed';
  return one({ kind: 'restyleLines', which, style, color: null });
}

function readSubordinate(rest: string, clause: Clause): Command[] | null {
  const [, what, of] = UNDER.exec(rest) ?? [];
  if (what === undefined || of === undefined || !clause.isThere(of)) return null;
  return one({ kind: 'move', what: phrasesOf(what, clause), place: { relation: 'under', of } });
}

const FIRST = /^(.+?)\s+(?:be\s+)?(?:the\s+)(first|last)(?:\s+\S+)?(?:\s+(?:in|of)\s+(.+))?$/is;

function readFirst(rest: string, clause: Clause): Command[] | null {
  const [, what, edge = '', of = null] = FIRST.exec(rest) ?? [];
  if (what === undefined || !clause.isThere(what)) return null;
  const relation = /first/i.test(edge) ? 'start' : 'end';
  return one({ kind: 'move', what: phrasesOf(what, clause), place: { relation, of } });
}

/** "Turn Review into Approval": a name is quoted, or begins in upper case. */
function readOtherName(rest: string, clause: Clause, word: string): Command[] | null {
  const [[what, to] = []] = pairsOf(rest, clause);
  if (what === undefined || to === undefined || !/^(?:turn|convert|make)$/.test(word)) return null;
  const isName = clause.names.isQuoted(to) || /^(?:an?\s+)?\p{Lu}/u.test(to);
  return isName && clause.isThere(what) ? one(renamed(what, to, clause)) : null;
}

const DONE =
  /^(.+?)\s+(?:as|to|als|comme|como)\s+(?:done|completed?|finished|ready|erledigt|fertig|terminée?s?|faite?s?|hech[oa]s?|complet[oa]s?)$/is;

export function readMark(rest: string, clause: Clause, word: string): Command[] | null {
  const done = DONE.exec(clause.names.show(rest) === rest ? rest : hideless(rest, clause));
  if (done?.[1] !== undefined)
    return one({ kind: 'finish', what: phrasesOf(rest.slice(0, lastAs(rest)), clause) });
  const styled = restyled(rest, clause);
  if (styled !== null) return styled;
  const at = lastAs(rest);
  const target = rest.slice(at).replace(/^\s+\S+\s+/, '');
  if (at > 0 && clause.isThere(target, { kind: 'FRAME' })) {
    return one({
      kind: 'move',
      what: phrasesOf(rest.slice(0, at), clause),
      place: { relation: 'in', of: target },
    });
  }
  return PUTS.test(word) && readPlace(rest, clause).place !== null ? readAdd(rest, clause, word) : null;
}

/** The phrase with a hidden name at its end shown: a column "Done" is what "as done" means. */
const hideless = (rest: string, { names }: Clause): string =>
  rest.replace(new RegExp(`${ATOM}$`), (atom) => names.show(atom));

function lastAs(rest: string): number {
  const at = [...rest.matchAll(/\s(?:as|to|als|comme|como)\s/gi)].at(-1);
  return at?.index ?? 0;
}
