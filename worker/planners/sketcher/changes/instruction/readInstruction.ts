import { PRONOUN } from '../canvas/pronouns.ts';
import { bareClause, type Clause, type Context, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { partsOf, sentencesOf } from '../grammar/sentences.ts';
import { leadingVerbs, VERB, withCorrectVerb, withVerbInFront } from '../grammar/verbs.ts';
import { readMess } from '../imperatives/readArrange.ts';
import { readImperative } from '../imperatives/readImperative.ts';
import { isReason, REMARK, withoutReason } from '../language/reasons.ts';
import { readReplacement } from '../statements/readNames.ts';
import { readStatement } from '../statements/readStatement.ts';
import { addsCommand, withEditsApart } from './enclosedCommands.ts';
import { readChain, readRenamedPairs } from './readArrows.ts';
import { readConnectionTold } from './readConnectionTold.ts';
import { readConnectorLabel } from './readConnectorLabel.ts';
import { readExcepted } from './readExcepted.ts';
import { readInstead } from './readInstead.ts';
import { readLoop } from './readLoop.ts';
import { readMention } from './readMention.ts';
import { readMessages } from './readMessages.ts';
import { asStatement } from './readQuestion.ts';
import { readSame } from './readSame.ts';
import { readPartlyUnsupported } from './readUnsupported.ts';
import { withJoins } from './withJoins.ts';

/** What a part of an instruction asks for; `commands` is null where it is not understood. */
export type Reading = {
  text: string;
  commands: Command[] | null;
  /** Whether its commands depend on each other: all are carried out, or none. */
  isWhole?: true;
};

/**
 * Reads the changes that an instruction asks for, in its order.
 * @param hidden The instruction, in which names are hidden.
 */
export function readInstruction(hidden: string, context: Context): Reading[] {
  const pairs = readRenamedPairs(hidden, context);
  if (pairs !== null) return [pairs];
  const readings: Reading[] = [];
  const text = hidden.replace(WHAT_IF, 'if $1, ').replace(NOT_BUT, ' is $2, not $1');
  const sentences = sentencesOf(text);
  for (const [at, sentence] of sentences.entries())
    readSentence(sentence, sentences[at + 1] ?? '', readings, context);
  return withJoins(rescuedFirst(readings), context.names);
}

/** "What if nobody answers? Then call the lead": a condition. */
const WHAT_IF = /\bwhat\s+(?:happens\s+)?if\s+([^?\n]{1,200})\?\s*(?:then\s+|we\s+(?:should\s+)?)?(?=\S)/gi;

/** "Rent isn't a threat, it's a weakness". */
const NOT_BUT =
  /\s(?:isn['’]?t|is\s+not)\s+(an?\s+[^,.\n]{1,60}),\s+(?:but\s+|rather\s+|it['’]?s\s+|it\s+is\s+)(an?\s+[^,.\n]{1,60})/gi;

const OF_IT = /^(?:(?:all\s+)?(?:its|their|ihre[nr]?|seine[nr]?|ses|leurs|sus)\s|(?:them|their contents)$)/i;

/** "Remove Ordered but move its cards to Done": what is in a thing is moved before the thing is removed, or both stay. */
function rescuedFirst(readings: readonly Reading[]): Reading[] {
  return readings.flatMap((reading, at): Reading[] => {
    const [next, before] = [readings[at + 1], readings[at - 1]];
    if (before !== undefined && isRescue(before, reading)) return [];
    if (next === undefined || !isRescue(reading, next)) return [reading];
    const commands = reading.commands?.flatMap(({ ...command }) =>
      command.kind === 'remove' ? command.what.map((what): Command => ({ kind: 'mention', what })) : [],
    );
    const all = [...(commands ?? []), ...(next.commands ?? []), ...(reading.commands ?? [])];
    return [{ text: `${reading.text}, ${next.text}`, commands: all, isWhole: true }];
  });
}

function isRescue({ commands }: Reading, next: Reading): boolean {
  const isRemoval = commands?.length === 1 && commands[0]?.kind === 'remove';
  return (
    isRemoval &&
    (next.commands ?? []).some((each) => each.kind === 'move' && each.what.some((what) => OF_IT.test(what)))
  );
}

/**
 * A sentence is parted where another command begins. A part that is none belongs to the one before it, unless it says
 * why: that changes nothing.
 */
function readSentence(sentence: string, following: string, readings: Reading[], context: Context): void {
  const parts = partsOf(sentence).flatMap((part) => {
    const known = { ...context, isThere: orReferred(context) };
    return withEditsApart(part, (text) => readClause(text, known));
  });
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (parts.length > 1 && isReason(part.text)) continue;
    const last = readings.at(-1);
    const commands =
      readPart(part.text, last, context) ?? readMention(part.text, next?.text ?? following, context);
    if (commands === null && next !== undefined && CONCLUDES.test(next.joint)) continue;
    const reading = { text: part.text, commands };
    if (last === undefined) readings.push(reading);
    else readings.splice(-1, 1, ...readAfter(last, reading, at > 0 ? part.joint : null, context));
  }
}

/**
 * Two readings, of which the second may say more of the first, or nothing new.
 * @param joint What stands between them in a sentence; null between sentences.
 */
function readAfter(last: Reading, reading: Reading, joint: string | null, context: Context): Reading[] {
  const instead = readInstead(reading.text, last, context);
  if (instead !== null) return [instead];
  if (last.commands !== null && !isMention(last) && isRemark(reading, last)) return [last];
  const joined = joint === null ? null : joinedTo(last, reading, joint, context);
  return joined === null ? [last, reading] : [joined];
}

function readPart(text: string, last: Reading | undefined, context: Context): Command[] | null {
  if (last === undefined) return readClause(text, context);
  const known = { ...context, isThere: orReferred(context) };
  const [bare, before] = [bareClause(text), last.commands ?? []];
  return (
    readSame(bare, before, known) ??
    readConnectorLabel(bare, before, known) ??
    readConnectionTold(bare, before, context) ??
    readClause(text, known)
  );
}

/** What is no command, or stands behind a colon or a mere name, belongs to what is before it: read together, or null. */
function joinedTo(last: Reading, part: Reading, joint: string, context: Context): Reading | null {
  const isListed = last.commands === null && (/:\s/.test(last.text) || context.isThere(last.text));
  const isContent = part.commands === null || isListed || isOfList(part.commands, last, context);
  const text = `${last.text}${joint}${part.text}`;
  if (!isContent || text.length > LONGEST_JOINED) return null;
  const commands = readClause(text, context);
  return commands === null ? null : { text, commands };
}

/** Behind another command, "it" is what that was about. */
const orReferred =
  ({ isThere }: Context): Context['isThere'] =>
  (phrase, wanted) =>
    PRONOUN.test(phrase.trim()) || isThere(phrase, wanted);

/** What leads from a reason to a command: "green is done, so delete …". */
const CONCLUDES = /\b(?:so|therefore|deshalb|donc|por\s+eso)\b/i;
const isMention = ({ commands }: Reading) => commands?.[0]?.kind === 'mention';

const REMARKS = new RegExp(`^${REMARK}`, 'iu');

/** "It's not needed" behind a command: no wish of its own, or the same one. */
function isRemark({ text, commands }: Reading, { commands: before }: Reading): boolean {
  if (!REMARKS.test(`${text} `)) return false;
  if (commands === null) return !/\b(?:should|must|needs?|soll|muss|doit|debe)\b/i.test(text);
  const [last] = before?.slice(-1) ?? [];
  return last?.kind === 'remove' && commands.every(({ kind }) => kind === 'remove' || kind === 'finish');
}

/** Whether what looks like a command is an item of a list that is added: "add buy milk, remove old files". */
function isOfList([command]: readonly Command[], last: Reading, { isThere }: Context): boolean {
  if (last.commands?.at(-1)?.kind !== 'add') return false;
  const what = command !== undefined && 'what' in command ? command.what : null;
  const phrases = what === null ? [] : [what].flat();
  return phrases.length > 0 && !phrases.some((phrase) => isThere(phrase) || PRONOUN.test(phrase));
}

/** Longest part that is read again together with the next one, in characters. */
const LONGEST_JOINED = 600;

const ALSO =
  /^(?:and\s+|we\s+)?(?:also|additionally|in addition|auch|außerdem|aussi|también|además)\b[\s,]*/i;

function readClause(text: string, context: Context): Command[] | null {
  const statement = asStatement(text.trim(), context);
  if (statement === null) return null;
  const polite = bareClause(asStatement(bareClause(statement), context) ?? '');
  const isAlso = ALSO.test(polite);
  const said = bareClause(polite.replace(ALSO, (also) => (/^we/i.test(also) ? also : '')));
  const isAddition = leadingVerbs(said).some(({ action }) => action === 'add');
  const bare = bareClause(withoutReason(said, isAddition));
  if (bare === '') return null;
  const clause: Clause = { ...context, text: withVerbInFront(withDecision(bare)), language: 'en', isAlso };
  return readWhole(clause) ?? readMisspelt(clause);
}

const DECISION =
  /^((?:right\s+)?(?:after|behind|before|nach|vor)\s+[^,:]{1,60}?),?\s+(?:(?:there\s+(?:should|must|could)\s+be|there['’]s|there\s+is|(?:we|i)\s+(?:need|want)|comes?|kommt|add|insert|put|füge)\s+)?(an?\s+(?:decision|question|check)|eine\s+(?:Entscheidung|Frage))\s*(:\s[^?]{1,80}\?\s+\S.*)$/isu;

/** "After Review there should be a decision: ok? …" as an addition. */
const withDecision = (text: string): string =>
  text.replace(
    DECISION,
    (_, place: string, what: string, rest: string) =>
      `${/^eine\s/i.test(what) ? 'füge' : 'add'} ${what} ${place}${rest}`,
  );

function readWhole(clause: Clause): Command[] | null {
  return (
    readPartlyUnsupported(clause, (text) => readWhole({ ...clause, text })) ??
    readExcepted(clause, (text) => readWhole({ ...clause, text })) ??
    readTopic(clause) ??
    readMessages(clause) ??
    readLoop(clause) ??
    readChain(clause) ??
    readReplacement(clause) ??
    readImperative(clause) ??
    readTold(clause) ??
    readMess(clause.text) ??
    readColumnVerb(clause)
  );
}

/** A statement, unless it would put a command on the canvas as the text of something new. */
function readTold(clause: Clause): Command[] | null {
  const commands = readStatement({ ...clause, language: languageOf(clause.text) });
  return commands !== null && addsCommand(commands, clause.text) ? null : commands;
}

function readMisspelt(clause: Clause): Command[] | null {
  const text = withCorrectVerb(clause.text);
  return text === null ? null : readImperative({ ...clause, text });
}

/** "Discharge Ms Petrova", where a column is called "Discharged". */
function readColumnVerb({ text, ...clause }: Clause): Command[] | null {
  const [verb = '', ...rest] = text.split(' ');
  const [what, of] = [phrasesOf(rest.join(' '), clause), verb];
  const isMove =
    /^\p{L}{4,}$/u.test(verb) &&
    clause.isThere(of, { kind: 'FRAME' }) &&
    what.length > 0 &&
    what.every((phrase) => clause.isThere(phrase, { kind: 'SHAPE' }));
  return isMove ? [{ kind: 'move', what, place: { relation: 'in', of } }] : null;
}

const GERMAN =
  /(?:^|\s)(?:ist|sind|der|die|das|soll|gehört|wird|und|nicht|nach|kommt|brauchen|heißt)(?:\s|$)/i;
const FRENCH =
  /(?:^|\s)(?:est|sont|le|la|les|doit|va|des|du|dans|après|avant|vient|et|une|avec|ajoute[rz]?)(?:\s|$)/i;
const SPANISH =
  /(?:^|\s)(?:está|están|es|el|los|las|debe|va|después|antes|en|del|y|una|con|agrega|añade)(?:\s|$)/i;

/** The language of a statement, by its small words. */
function languageOf(text: string): Clause['language'] {
  if (/\b(?:the|is|are|should|to|in|we|of|after|before)\b/i.test(text)) return 'en';
  if (GERMAN.test(text)) return 'de';
  if (FRENCH.test(text)) return 'fr';
  return SPANISH.test(text) ? 'es' : 'en';
}

const TOPIC = new RegExp(`^(.{1,80}?)\\s*(?:->|=>|→|:|[-–—]|,)\\s+(?=(?:${VERB}))(.+)$`, 'isu');

/** "Draft -> rename to Outline", "Review: delete": what a command is about comes first. */
function readTopic(clause: Clause): Command[] | null {
  const [, topic, comment] = TOPIC.exec(clause.text) ?? [];
  if (
    topic === undefined ||
    comment === undefined ||
    leadingVerbs(topic).length > 0 ||
    !clause.isThere(topic)
  )
    return null;
  const [verb] = leadingVerbs(comment);
  if (verb === undefined) return null;
  if (verb.action === 'add') {
    const added = readImperative({ ...clause, text: comment });
    return added?.map((command) => withPlace(command, topic)) ?? null;
  }
  const object = verb.rest.replace(/^(?:it|this|that|them)(?=\s|$)\s*/i, '');
  return readImperative({ ...clause, text: `${verb.word} ${topic} ${object}`.trim() });
}

/** "Ships: add Cruiser": what is added without a place belongs to the topic. */
const withPlace = (command: Command, of: string): Command =>
  command.kind === 'add' && command.place === null ? { ...command, place: { relation: 'in', of } } : command;
