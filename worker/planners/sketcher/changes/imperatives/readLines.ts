import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, completeParts, phrasesOf } from '../grammar/clause.ts';
import type { Command, MessagePlace, Phrase } from '../grammar/command.ts';
import { readAddition } from '../grammar/readAddition.ts';

const LABEL =
  /(?:\s*,)?\s+(?:and\s+)?(?:labell?(?:ed|ing)?(?:\s+it)?(?:\s+(?:as|with))?|with\s+(?:the\s+|a\s+)?(?:label|texts?|words?)|saying|called|named|that says|beschriftet(?:\s+mit)?|mit der beschriftung|avec (?:le texte|l['’]étiquette)|con (?:el texto|la etiqueta))\s*:?\s+(.+)$/is;
const ARROW_WORDS =
  /^(?:(?:an?|the|new|another|dashed|dotted|solid|plain|straight|einen?|une?|una)\s+)*(?:arrows?|lines?|connections?|connectors?|edges?|links?|pfeile?|verbindung(?:en)?|linie|flèches?|liens?|flechas?|conexión)\s+(?:(?:labell?ed|saying|called)\s+(.+?)\s+)?(?:that\s+(?:goes|leads)\s+)?(?:(?:from|between|von|zwischen|de|entre|desde|going from|back from)\s+)?/is;
const TO =
  /\s+(?:(?:back|zurück)\s+)?(?:to|with|into|onto|and|mit|zu|nach|und|à|avec|vers|et|con|hacia|y|a)\s+|\s*(?:->|=>|→|—>)\s*/gi;
const DASHED = /\b(?:dashed|dotted|gestrichelte?n?|pointillés?|discontinua)\b/i;

/** What is joined with each other. */
const EACH_OTHER = /^(?:them|both|these|those|the two|all of them|both of them|these two|those two)$/i;
/** "It from A": an arrow the other way. */
const FROM = /^(it|them|this|that|\uE000\d+\uE001)\s+from\s+(.+)$/is;

/** A label, and the style that may follow it: "backup, dashed". */
const STYLED = /^(.+?)(?:,\s+(dashed|dotted|gestrichelt|en pointillés))?$/is;

/** "A to B and C labelled x", "an arrow from A to B". */
export function readConnect(rest: string, clause: Clause): Command[] | null {
  const label = LABEL.exec(rest);
  const unlabelled = (label === null ? rest : rest.slice(0, label.index)).trim();
  const isDashed = DASHED.test(unlabelled.replace(/\uE000\d+\uE001/g, ''));
  const named = ARROW_WORDS.exec(unlabelled);
  const ends = unlabelled
    .slice(named?.[0].length ?? 0)
    .replace(
      /\s+(?:straight|directly|right|back|direkt|directement|directamente)(?=\s+(?:to|with|mit|zu|à|avec|con|a)\s)/i,
      '',
    )
    .replace(
      /\s+(?:with|by|using)\s+(?:an?\s+)?(?:dashed|dotted|solid|new)?\s*(?:arrow|line|connector)$/i,
      '',
    )
    .replace(/\s+(?:together|with each other|to each other|miteinander)$/i, '')
    .replace(FROM, '$2 to $1');
  const [, said = null, style] = STYLED.exec(label?.[1] ?? named?.[1] ?? '') ?? [];
  const { text, message } = placed(said, clause);
  const looks = {
    label: text === null ? null : clause.names.show(text),
    isDashed: isDashed || style !== undefined,
    insteadOf: null,
    ...message,
  };
  if (EACH_OTHER.test(ends)) return [{ kind: 'connect', from: [ends], to: [], ...looks }];
  const hasTo = (part: string) => endsOf(part, clause)?.isSure ?? false;
  const commands = completeParts(ends, hasTo).flatMap((part): (Command | null)[] => {
    const pair = endsOf(part, clause);
    if (pair === null) return [null];
    const [from, to] = [endNamed(pair.from, clause), endNamed(pair.to, clause)];
    const added = [from, to].flatMap((end) => end.added ?? []);
    return [...added, { kind: 'connect', from: from.phrases, to: to.phrases, ...looks }];
  });
  const read = commands.filter((command) => command !== null);
  return read.length === commands.length && read.length > 0 ? read : null;
}

const BESIDE =
  /^(.+?),?\s+(?:(?:right|just|directly|direkt)\s+)?(after|before|nach|vor)\s+(?:the\s+)?(.+)$/is;

/** A label, and the message that it stands beside: "refresh after token". */
function placed(
  said: string | null,
  clause: Clause,
): { text: string | null; message?: { message: MessagePlace } } {
  const [, text, side = '', of = ''] = BESIDE.exec(said ?? '') ?? [];
  if (text === undefined || !clause.isLabel(of.replace(THE_ARROW, ''))) return { text: said };
  const relation = /^(?:after|nach)$/i.test(side) ? 'after' : 'before';
  return { text, message: { message: { relation, of } } };
}

const THE_ARROW = /^arrow labelled\s+/i;

const NEW_BOX = /^(?:an?(?:other)?|one\s+more)\s+(?:new\s+)?(?=\S+\s)/i;

/** The phrases of an end, and what it adds: "to a new box called Support". */
function endNamed(text: string, clause: Clause): { phrases: Phrase[]; added: Command | null } {
  const added = NEW_BOX.test(text) && !clause.isThere(text) ? readAddition(text, clause) : null;
  const isBox = added?.kind === 'add' && !added.isFrame && added.place === null && added.texts.length === 1;
  const isNamed = isBox && !spelt(text.replace(NEW_BOX, '')).startsWith(spelt(added.texts[0] ?? ''));
  return isNamed ? { phrases: added.texts, added } : { phrases: phrasesOf(text, clause), added: null };
}

const spelt = (text: string): string => text.toLowerCase();

/** Parts "A to B": where both are there, else at the first preposition. */
function endsOf(text: string, clause: Clause): { from: string; to: string; isSure: boolean } | null {
  const marks = [...text.matchAll(TO)].slice(0, 8);
  const areThere = (phrase: string) => phrasesOf(phrase, clause).every((each) => clause.isThere(each));
  const splits = marks.map(({ index, 0: mark }) => ({
    from: text.slice(0, index),
    to: text.slice(index + mark.length),
    isJoint: /^\s*(?:and|und|et|y)\s*$/i.test(mark),
  }));
  const ordered = [...splits.filter(({ isJoint }) => !isJoint), ...splits.filter(({ isJoint }) => isJoint)];
  const sure = ordered.find(({ from, to }) => from !== '' && to !== '' && areThere(from) && areThere(to));
  const found = sure ?? ordered[0];
  return found === undefined ? null : { ...found, isSure: sure !== undefined };
}

export function readDisconnect(rest: string, clause: Clause): Command[] | null {
  const bare = rest.replace(ARROW_WORDS, '');
  if (clause.isThere(bare)) return [{ kind: 'disconnect', from: bare, to: null }];
  const [, from, to] = /^(.+?)\s+(?:from|and|to|von|und|de|et|y)\s+(.+)$/is.exec(bare) ?? [];
  return from === undefined || to === undefined
    ? [{ kind: 'disconnect', from: bare, to: null }]
    : [{ kind: 'disconnect', from, to }];
}

/** "The arrow from A to B as x", "the arrow from A to B: x". */
export function readLabel(rest: string, clause: Clause): Command[] | null {
  const marks = [
    ...rest.matchAll(/\s+(?:as|with|to say|mit|als|comme|con)\s+|\s*:\s+|\s+(?=\uE000\d+\uE001$)/gi),
  ];
  const mark = marks.at(-1);
  if (mark === undefined) return readUnmarkedLabel(rest, clause);
  const [which, text] = [rest.slice(0, mark.index), rest.slice(mark.index + mark[0].length)];
  if (text === '') return null;
  if (namesLines(which)) return [{ kind: 'labelLines', which, text: clause.names.show(text) }];
  return clause.isThere(which) ? [{ kind: 'rename', what: which, to: clause.names.show(text) }] : null;
}

/** "The line between A and B fibre": what follows the second end is the label. */
function readUnmarkedLabel(rest: string, clause: Clause): Command[] | null {
  const [, ends, tail = ''] =
    /^(.+\s(?:between|from|zwischen|von|entre|de)\s.+?\s(?:and|to|und|nach|et|à|y|a)\s)(.+)$/is.exec(rest) ??
    [];
  if (ends === undefined || !namesLines(rest)) return null;
  const words = tail.split(' ').slice(0, 12);
  const length = words.findIndex((_, at) => clause.isThere(words.slice(0, at + 1).join(' '))) + 1;
  if (length === 0 || length >= words.length) return null;
  const text = clause.names.show(tail.split(' ').slice(length).join(' '));
  return [{ kind: 'labelLines', which: ends + words.slice(0, length).join(' '), text }];
}

const REDIRECTED =
  /^(?:let\s+)?(?:(?:the\s+|der\s+)?(?:arrow|line|connector|pfeil)\s+(?:out\s+of|from|of|von|aus)\s+)?(\S.{0,80}?)\s+(?:(?:should|must|needs\s+to|has\s+to|shall|now|rather|soll)\s+)*(?:go|goes|lead|leads|point|points)\s+(?:back\s+)?(?:to|into)\s+(\S.{0,80}?),?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+(?:to\s+)?(\S.{0,80})$/is;

/** "Rework should go to Draft, not Review": the arrow to the one leads to the other. */
export function readRedirected(clause: Clause): Command[] | null {
  const [, from, to, insteadOf] = REDIRECTED.exec(clause.text) ?? [];
  if (from === undefined || to === undefined || insteadOf === undefined) return null;
  if (![from, to, insteadOf].every((phrase) => clause.isThere(phrase, { isOne: true }))) return null;
  return [{ kind: 'connect', from: [from], to: [to], label: null, isDashed: false, insteadOf }];
}

/** "The arrow from A to B to C": C instead of B. */
export function readRedirect(rest: string, clause: Clause): Command[] | null {
  const [, from, old, to] =
    /(?:from|of)\s+(.+?)\s+(?:to|from)\s+(.+?)\s+(?:to|towards)\s+(.+)$/is.exec(rest) ?? [];
  if (from !== undefined && old !== undefined && to !== undefined) {
    return [{ kind: 'connect', from: [from], to: [to], label: null, isDashed: false, insteadOf: old }];
  }
  const [, start, end, instead] =
    /^(.+?)\s+to\s+(.+?)(?:\s+(?:instead of|rather than)\s+(.+))?$/is.exec(rest) ?? [];
  if (start === undefined || end === undefined || !clause.isThere(start)) return null;
  return [
    { kind: 'connect', from: [start], to: [end], label: null, isDashed: false, insteadOf: instead ?? null },
  ];
}
