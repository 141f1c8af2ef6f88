import { stems } from '../../text/words.ts';
import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import { readImperative } from '../imperatives/readImperative.ts';
import { infinitiveOf } from '../language/tenses.ts';

/** What somebody tells of their work, with its verb in the infinitive. */
type Told = { who: string | null; verb: string; rest: string; isDone: boolean };

const BESIDES =
  /^(?:have|has|had|ve|are|is|am|re|m|s|was|were|been|already|just|finally|now|also|currently|still|both|all|today|yesterday)$/i;
const WHEN =
  /\s+(?:(?:right|just)\s+now|now|already|today|tonight|yesterday|at the moment|finally|(?:this|last)\s+(?:morning|afternoon|evening|night|week|month))$/i;
/** Most words that say who did it, and before a verb at the end what was done. */
const [MOST_WHO, MOST_WHAT] = [3, 7];

/** "We've fixed the shelf", "Ivan is cleaning the bathroom", "mowed the lawn this morning". */
function toldIn(text: string): Told | null {
  const words = text
    .replace(/['’](?=(?:ve|re|m|s)\s)/gi, ' ')
    .replace(WHEN, '')
    .split(/\s+/);
  for (let who = 0; who <= MOST_WHAT; who += 1) {
    const at = who + words.slice(who).findIndex((word) => !BESIDES.test(word));
    const found = at < who ? null : infinitiveOf(words[at] ?? '');
    if (found === null) continue;
    const isDoing = found.tense === 'Gerund';
    const before = words.slice(0, who).join(' ');
    if (at + 1 === words.length) {
      return isDoing || who === 0 ? null : { who: null, verb: found.verb, isDone: true, rest: before };
    }
    if (who > MOST_WHO || (isDoing && who > 0 && at === who)) continue;
    return {
      ...{ who: before, verb: found.verb, isDone: !isDoing },
      rest: words.slice(at + 1).join(' '),
    };
  }
  return null;
}

/** Pieces of work that one sentence tells of; "the lamp" in "fixed the shelf and the lamp" has the verb before it. */
function allToldIn(text: string): Told[] {
  const all: Told[] = [];
  for (const part of text.split(/,?\s+and\s+|,\s+/i).slice(0, 12)) {
    const [told, last] = [toldIn(part), all.at(-1)];
    if (told === null && last === undefined) return [];
    all.push(told ?? { ...(last as Told), rest: part });
  }
  return all;
}

const BEING = /^(.+?)\s+(?:is|are)\s+(?:now\s+|just\s+)?being\s+(\S+)$/is;

/** "The report is being written", where a column of a board is called "Writing", or is for work in progress. */
export function readBeing(clause: Clause): Command[] | null {
  const [, what, done = ''] = BEING.exec(clause.text) ?? [];
  if (clause.layout !== 'kanban' || what === undefined || !clause.isThere(what, { kind: 'SHAPE' }))
    return null;
  const verb = infinitiveOf(done)?.verb ?? done;
  const of = [verb, `${verb}ing`, 'in progress'].find((state) =>
    clause.isThere(state, { kind: 'FRAME', isPlace: true, isOne: true }),
  );
  return of === undefined ? null : [{ kind: 'move', what: [what], place: { relation: 'in', of } }];
}

/** "I fixed the shelf", where a card of a board says "Fix shelf", moves it; other told commands are commands. */
export function readTold(clause: Clause): Command[] | null {
  const all = allToldIn(clause.text);
  if (all.length === 0) return null;
  const moves = clause.layout === 'kanban' ? all.map((told) => moveOf(told, clause)) : [null];
  const known = moves.filter((move) => move !== null);
  if (known.length === 0) {
    const commands = toldParts(clause.text).map((text) => readToldCommand(toldIn(text), { ...clause, text }));
    return commands.every((each) => each !== null) ? commands.flat() : null;
  }
  const unknown = all.filter((_, at) => moves[at] === null);
  return [
    ...known,
    ...unknown.map(({ rest }): Command => {
      return { kind: 'unsupported', reason: `No card is about “${clause.names.show(rest)}”.` };
    }),
  ];
}

function moveOf(told: Told, clause: Clause): Command | null {
  const { task, isDone } = workOf(told);
  const card = cardOf(task, clause);
  const of = isDone ? 'done' : 'in progress';
  return card === null || !clause.isThere(of, { kind: 'FRAME', isPlace: true })
    ? null
    : { kind: 'move', what: [card], place: { relation: 'in', of } };
}

/** "Started with the lawn", "did the lawn": the verb says how far it is, and not what is done. */
function workOf({ verb, rest, isDone }: Told): { task: string; isDone: boolean } {
  if (!/^(?:start|begin|work|do|tackle|finish|complete)$/.test(verb))
    return { task: `${verb} ${rest}`, isDone };
  const task = rest
    .replace(/^(?:on|with|to)\s+/i, '')
    .replace(/^\p{L}+ing(?=\s)/u, (word) => infinitiveOf(word)?.verb ?? word);
  return { task, isDone: isDone && /^(?:do|finish|complete)$/.test(verb) };
}

/** The words that a card says, without what stands behind them; at least two words that carry meaning, or all. */
function cardOf(task: string, { isThere }: Clause): string | null {
  const words = task.split(' ').slice(0, 12);
  for (let length = words.length; length > 0; length -= 1) {
    const phrase = words.slice(0, length).join(' ');
    if (length < words.length && stems(phrase).length < 2) return null;
    if (isThere(phrase, { kind: 'SHAPE', isOne: true })) return phrase;
  }
  return null;
}

/** "We dropped the ad and added a quiz": each with somebody who did it. */
function toldParts(text: string): string[] {
  const parts = text.split(/,?\s+and\s+(?=\p{Ll}+\s)/iu).slice(0, 8);
  const areCommands = parts
    .slice(1)
    .every((part) => ON_CANVAS.test(infinitiveOf(part.split(' ')[0] ?? '')?.verb ?? ''));
  return areCommands ? parts.map((part, at) => (at === 0 ? part : `we ${part}`)) : [text];
}

const PERSON = /^(?:i|we|they|he|she|you)$/i;
/** What is written or drawn in the world is not asked for on the canvas. */
const ON_CANVAS =
  /^(?:add|insert|hire|recruit|appoint|introduce|remove|fire|dismiss|cancel|delete|drop|replace|rename|migrate|upgrade|move|merge|split|combine|swap|connect|link)$/;

/** "We replaced Cache by Redis", "Rita hired Tom for the shop". */
function readToldCommand(told: Told | null, clause: Clause): Command[] | null {
  const { who, verb, rest } = told ?? presentOf(clause.text) ?? {};
  if (who == null || verb === undefined || !ON_CANVAS.test(verb)) return null;
  if (who !== '' && !PERSON.test(who) && !clause.isThere(who)) return null;
  const text = `${/^(?:fire|dismiss|cancel)$/.test(verb) ? 'remove' : verb} ${rest}`;
  return leadingVerbs(text).length === 0 ? null : readImperative({ ...clause, text });
}

/** "We replace Cache by Redis". */
function presentOf(text: string): Pick<Told, 'who' | 'verb' | 'rest'> | null {
  const [, who, verb, rest] =
    /^(we|i)\s+(?:now\s+|also\s+|will\s+|'ll\s+)*(\p{Ll}+)\s+(.+)$/isu.exec(text) ?? [];
  return who === undefined || verb === undefined || rest === undefined ? null : { who, verb, rest };
}
