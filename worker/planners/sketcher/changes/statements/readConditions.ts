import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { readPlace } from '../grammar/readPlace.ts';
import { readConnect } from '../imperatives/readLines.ts';
import { withoutArticle } from '../language/words.ts';
import { addition, groupsOf } from './statement.ts';

const CONDITION = /^(?:if|when|whenever|once|in case(?:\s+of)?|wenn|falls|si|cuando)\s+(.+)$/is;
const GO =
  /\s*,?\s*(?:then\s+)?(?:(?:it\s+|we\s+)?(?:go(?:es)?|returns?|jumps?|loops?|continues?)\s+(?:back\s+|on\s+)?to|back to|zurück zu|retour à|volver a)\s+(.+)$/is;

const ANSWER = /^(?:yes|no|not|ja|nein|oui|non|s[ií])$/i;

/**
 * "If the review fails go back to Draft": a connector. "When X happens, do Y": a step behind what X names, or on the way
 * that X names.
 */
export function readCondition(clause: Clause): Command[] | null {
  const [condition] = groupsOf(CONDITION, clause.text) ?? trailingCondition(clause) ?? [];
  if (condition === undefined) return null;
  const go = GO.exec(condition);
  const comma = condition.search(/,\s|\s+then\s|(?<=\s\S+)\s+(?=(?:we|they)\s)/);
  if (go === null && comma < 0) return null;
  const cause = condition.slice(0, go?.index ?? comma);
  const step = condition
    .slice(comma)
    .replace(/^,?\s*(?:then\s+)?(?:(?:we|they)\s+(?:just\s+|simply\s+)?)?(?:also\s+)?/, '');
  const to = go?.[1] ?? (clause.isThere(step) ? step : undefined);
  const [subject, label] = ANSWER.test(cause)
    ? ['it', cause]
    : (subjectOf(cause, clause) ?? objectOf(cause, clause) ?? []);
  if (to !== undefined) {
    if (subject === undefined || label === undefined) return null;
    const text = clause.names.show(label);
    return [{ kind: 'connect', from: [subject], to: [to], label: text, isDashed: false, insteadOf: null }];
  }
  const added = addition([clause.names.show(step)]);
  if (clause.isThere(`${cause} step`, { isOne: true }) && subject === undefined)
    return [{ ...added, place: { relation: 'after', of: `${cause} step` } }];
  if (subject === undefined || label === undefined) return [{ ...added, condition: cause }];
  return [{ ...added, place: { relation: 'after', of: subject }, label: clause.names.show(label) }];
}

const TRAILING =
  /^(.+?),?\s+(?:if|when|whenever|in case(?:\s+of)?|wenn|falls)\s+(?:(?:it|there|this)(?:['’]s|\s+is)\s+)?(.+)$/is;

/** "Inform the press when it's critical", where the condition names something of a flow. */
function trailingCondition({ text, layout, isThere }: Clause): [string] | null {
  const [step, cause] = groupsOf(TRAILING, text) ?? [];
  return layout === 'flow' && cause !== undefined && isThere(cause, { isOne: true })
    ? [`${cause}, ${step}`]
    : null;
}

const CONTINUES =
  /^(?:after|from|nach|von|après|después de|tras)\s+(.+?),?\s+(?:(?:then|it|we|dann)\s+)*(?:goes|go|continues?|proceeds?|leads?|jumps?|moves?)\s+(?:on\s+|back\s+|directly\s+|straight\s+)*(?:to|with|zu|à|a)\s+(.+)$/is;

/** "After Charge fee go to Close loan": a connector between two that are there. */
export function readContinuation({ text, isThere }: Clause): Command[] | null {
  const [from, to] = groupsOf(CONTINUES, text) ?? [];
  if (from === undefined || to === undefined) return null;
  if (![from, to].every((phrase) => isThere(phrase, { kind: 'SHAPE', isOne: true }))) return null;
  return [{ kind: 'connect', from: [from], to: [to], label: null, isDashed: false, insteadOf: null }];
}

const AFTER =
  /^(?:after|upon|nach|après|tras)\s+((?:\d+|one|two|three|four|five|too many|several|drei|zwei)\s+\S+(?:\s\S+)?),?\s+(.+)$/is;

/** "After 3 failed attempts lock the account": a way out of a decision. */
export function readRepeated(clause: Clause): Command[] | null {
  const [count, step] = groupsOf(AFTER, clause.text) ?? [];
  if (count === undefined || step === undefined || clause.isThere(count)) return null;
  return [{ ...addition([clause.names.show(step)]), condition: `after ${count}` }];
}

/** What a condition is about, and the rest of it: the shortest beginning that is there. */
function subjectOf(cause: string, { isThere }: Clause): [string, string] | null {
  const words = cause.trim().split(/\s+/).slice(0, 12);
  const [somebody = '', does = ''] = words;
  if (
    /^(?:nobody|somebody|someone|anyone|they|he|she|we|you|niemand|jemand)$/i.test(somebody) &&
    isThere(does, { isOne: true })
  )
    return [does, cause];
  for (let length = 1; length < words.length; length += 1) {
    const [subject, rest] = [words.slice(0, length).join(' '), words.slice(length).join(' ')];
    if (withoutArticle(subject) === '' || !isThere(subject, { isOne: true })) continue;
    if (length + 1 < words.length && isThere(words.slice(0, length + 1).join(' '))) continue;
    return [subject, rest.replace(/^(?:is|are|happens?|occurs?|was)\s+/i, '')];
  }
  return null;
}

/** "A dashed line from API to Redis". */
export function readLine(clause: Clause): Command[] | null {
  return namesLines(clause.text) ? readConnect(clause.text, clause) : null;
}

/** What a condition ends in: "if the candidate declines the offer". */
function objectOf(cause: string, { isThere }: Clause): [string, string] | null {
  const [, object] = /\s(?:the|der|die|das|den|le|la|el)\s+(\S+(?:\s\S+)?)$/i.exec(cause) ?? [];
  return object !== undefined && isThere(object, { isOne: true }) ? [object, cause] : null;
}

const LEADS =
  /^(.+?)\s+(?:both\s+|also\s+|now\s+|then\s+|should\s+|must\s+|(?:needs?|has|have)\s+to\s+|directly\s+|all\s+)*(?:leads?|goes|go|talks?|points?|flows?|connects?|calls?|links?|feeds?|pass(?:es)?|runs?|depends?|uses?|hängt|hängen|dépend(?:ent)?|depende|dependen|nutzt|writes?|reads?|sends?(?:\s+\S+){0,2}|is\s+connected|are\s+connected|be\s+connected|führt|führen|mène|mènent|lleva|llevan)\s+(?:back\s+|on\s+|directly\s+|jetzt\s+|maintenant\s+|ahora\s+)?(?:to|into|on|from|with|through|via|zu|von|de|à)?\s*(.+?)(?:\s+ab)?(?:\s+(?:instead of|rather than|and not|not|statt|au lieu de|en vez de)\s+(.+))?$/is;

const ALSO = /\s(?:also|now|additionally|should|must|(?:needs?|has|have)\s+to)\s/i;

/** "The browser talks to a load balancer first", "data should pass through a filter before Stream". */
function newTarget(from: Phrase | null, to: string, clause: Clause): Command[] | null {
  const { rest, place } = readPlace(to.replace(/\s+first$/i, ''), clause);
  const added = addition([clause.names.show(withoutArticle(rest))]);
  if (place !== null) return [{ ...added, place }];
  const isBetween = /\s(?:through|via)\s|\sfirst$/i.test(clause.text);
  if (from === null) return null;
  const isEnd = isBetween && !clause.isThere(`the step after ${from}`);
  if (isEnd) return [{ ...added, place: { relation: 'between', of: `the step before ${from} and ${from}` } }];
  return [{ ...added, place: { relation: isBetween ? 'after' : 'in', of: from } }];
}

/** "Web app and Mobile app both talk to Payments", "Error page should go back to Cart instead of Payment". */
export function readLeading(clause: Clause): Command[] | null {
  const [from, target, instead] = groupsOf(LEADS, clause.text) ?? [];
  const [to, condition] = target?.split(/\s+(?:if|when|in case)\s+/i) ?? [];
  if (from === undefined || to === undefined || namesLines(from)) return null;
  const areThere = (phrases: readonly string[]) =>
    phrases.every((phrase) => clause.isThere(phrase, { kind: 'SHAPE' }));
  const [starts, ends] = [phrasesOf(from, clause), phrasesOf(to, clause)];
  const isNew =
    /^(?:an?|another|eine?n?|une?|una?)\s/.test(to) ||
    (ALSO.test(clause.text) && /^(?:\uE000|\p{Lu})/u.test(to));
  if (clause.layout === 'mindmap' && /\sgo(?:es)?\s+to\s/i.test(clause.text)) return null;
  if (isNew && !areThere(ends)) return newTarget(areThere(starts) ? from : null, to, clause);
  if (!areThere(starts)) return null;
  if (!areThere(ends)) return null;
  return [
    {
      ...{ kind: 'connect', from: starts, to: ends, isDashed: false },
      label: condition === undefined ? null : clause.names.show(condition),
      insteadOf: instead === undefined || instead === '' ? null : instead,
    },
  ];
}
