import { type PlanColor, planColor } from '../../../../../src/canvas/model/plan.ts';
import { AT_ONCE } from '../../text/atOnce.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { keyOf } from '../graph/relationGraph.ts';

/** A name taken apart: `B[Check stock]`, `In stock? (yes)`, `Stop (red)`. */
export type Name = {
  text: string;
  /** What it is called elsewhere: `B`. */
  shortName: string | null;
  isQuestion: boolean;
  color: PlanColor | null;
  /** Labels of the arrow that leads to it, and of the one that leaves it. */
  incoming: string | null;
  outgoing: string | null;
};

const ANSWER =
  /^(?:yes|yep|no|nope|y|n|ok|true|false|else|otherwise|ja|nein|sonst|oui|non|sinon|sí|si|sim|não|да|нет|是|否|はい|いいえ)$/i;

/** Whether a text is an answer to a question. */
export function isAnswer(text: string): boolean {
  return ANSWER.test(text.trim());
}

const QUOTED = /^["“„«「]([^"“”„«»「」]+)["”“»」]$/;
const SHAPED = /^([\p{L}\p{N}_]+)(\{{1,2}|\[{1,2}\(?|\(\(|\(\[)([^\s[\](){}][^[\](){}]*)[\])}]{1,2}$/u;
const IN_BRACKETS = /^([[({（])([^[\](){}（）]+)[\])}）]$/;
const LABEL_BEFORE = /^[([]([^()[\]]{1,40})[)\]]\s+(\S.*)$/s;
const BRACKET_BEHIND = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/s;
const ANSWERED = /^(.*[?？])(?:\s*[(（]([^()（）]+)[)）]|\s+([\p{L}\p{N}][^?？]{0,24}))$/su;
const CIRCUMSTANCE =
  /^(\S.*?\S|\S)\s+((when|if|on|once|after|unless|via|by|wenn|falls|sobald|bei|nach|durch)\s.+)$/is;
/** Behind the name of a state these belong to the arrow, but for "on hold" and the like, which are states. */
const STATE_EVENT =
  /^(\S+)\s+(?:when|if|once|after|unless|upon|on(?!\s+(?:hold|track|time|sale|loan|leave|air|call|demand)\s*$)|wenn|falls|sobald|bei|nach)\s/i;
/** What something is after something was done with it: "cancelled", "storniert", "geschlossen". */
const PARTICIPLE =
  /^(?:\p{L}{2,}ed|\p{L}+iert|(?:be|er|ver|zer|ent)\p{Ll}+(?:t|en)|ge\p{Ll}{3,}(?:t|en)|paid|sent|sold|lost|done|shut)$/iu;
/** Longest name in which a circumstance is looked for, in characters. */
const longestName = 160;
const BULLET = /^(?:[-*+•‣–]\s+|\(?\d{1,3}[.)]\s+)/;

/**
 * Reads a name as it was typed. Brackets are part of it, unless they hold a colour, or the name without them is used
 * elsewhere: then they label an arrow.
 */
export function readName(raw: string, isKnown: (name: string) => boolean, isFirst: boolean): Name {
  const typed = trimEndOf(raw.trim(), ' ,.;');
  const quoted = QUOTED.exec(typed)?.[1];
  if (quoted !== undefined) return nameOf(quoted);
  const [, shortName, mark = '', shaped] = SHAPED.exec(typed) ?? [];
  if (shortName !== undefined && shaped !== undefined)
    return { ...nameOf(QUOTED.exec(shaped)?.[1] ?? shaped), shortName, isQuestion: mark.startsWith('{') };
  const [, bracket, within] = IN_BRACKETS.exec(typed) ?? [];
  if (within !== undefined) return { ...nameOf(within), isQuestion: bracket === '{' };
  const [, incoming, labelled] = isFirst ? [] : (LABEL_BEFORE.exec(typed) ?? []);
  if (incoming !== undefined && labelled !== undefined)
    return { ...readName(labelled, isKnown, isFirst), incoming };
  return readEnding(typed, isKnown, isFirst);
}

function readEnding(typed: string, isKnown: (name: string) => boolean, isFirst: boolean): Name {
  const [, question, inRound, words] = ANSWERED.exec(typed) ?? [];
  const answer = inRound ?? words;
  if (question !== undefined && answer !== undefined) return { ...nameOf(question), outgoing: answer.trim() };
  const [, bare, within = ''] = BRACKET_BEHIND.exec(typed) ?? [];
  if (bare === undefined) return readCircumstance(typed, isKnown, isFirst);
  const color = planColor.safeParse(within.trim().toLowerCase());
  if (color.success) return { ...nameOf(bare), color: color.data };
  if (!isFirst && isAnswer(within)) return { ...nameOf(bare), incoming: within };
  if (!isKnown(bare)) return nameOf(typed);
  return isFirst ? { ...nameOf(bare), outgoing: within } : { ...nameOf(bare), incoming: within };
}

/** "Closed when the door shuts" */
function readCircumstance(typed: string, isKnown: (name: string) => boolean, isFirst: boolean): Name {
  const [, bare, incoming] = isFirst ? [] : (CIRCUMSTANCE.exec(typed.slice(0, longestName)) ?? []);
  if (bare === undefined || incoming === undefined || !isKnown(bare)) return nameOf(typed);
  return { ...nameOf(bare), incoming };
}

/** "Cancelled on refund": a state of one word, with what leads to it; where nothing tells of states, it is a participle. */
export function isStateWithEvent(name: string, areStates: boolean): boolean {
  const [, state] = STATE_EVENT.exec(name.trim().slice(0, longestName)) ?? [];
  return state !== undefined && (areStates || PARTICIPLE.test(state));
}

/** What a name that an arrow leads to says of when, as in "Closed when the door shuts"; null for others. */
export function circumstanceIn(name: string): { bare: string; word: string } | null {
  const [, bare, , word] = CIRCUMSTANCE.exec(name.trim().slice(0, longestName)) ?? [];
  return bare === undefined || word === undefined ? null : { bare, word: word.toLowerCase() };
}

const nameOf = (text: string): Name => ({
  ...{ text: text.trim(), shortName: null, color: null, incoming: null, outgoing: null },
  isQuestion: /[?？]$/.test(text.trim()),
});

/** Behind things that are done at the same time: "lint & unit tests (in parallel)". */
const PARALLEL = new RegExp(`\\s*(?:[([]\\s*)?(?<!\\p{L})(?:${AT_ONCE})\\s*[)\\]]?\\s*$`, 'iu');

/** "B and C" as two names where one of them is used elsewhere, or both are done at the same time. */
export function splitKnown(raw: string, isKnown: (name: string) => boolean): string[] {
  const bare = raw.slice(-longestName).replace(PARALLEL, '');
  if (raw.length <= longestName && bare !== raw) {
    const both = bare.split(/\s+(?:and|&|\+|und|et|y)\s+|\s*,\s*/i);
    if (both.length > 1) return both;
  }
  const sides = raw.split(/\s+(?:and|or|&|\+|und|et|y)\s+/i);
  const areShort = sides.every((side) => side.split(' ').length <= 3);
  return sides.length > 1 && areShort && sides.some(isKnown) ? sides : [raw];
}

/** The first name of a line without its bullet or number. */
export function withoutBullet(raw: string): string {
  const bare = raw.trim().replace(BULLET, '');
  return keyOf(bare) === '' ? raw : bare;
}
