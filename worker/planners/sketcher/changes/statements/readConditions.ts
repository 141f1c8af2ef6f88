import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { withoutArticle } from '../language/words.ts';
import { addition, groupsOf } from './statement.ts';

const CONDITION = /^(?:if|when|whenever|once|in case|wenn|falls|si|cuando)\s+(.+)$/is;
const GO =
  /\s*,?\s*(?:then\s+)?(?:(?:it\s+|we\s+)?(?:goes?|return|jump|loop|continue)\s+(?:back\s+|on\s+)?to|back to|zurück zu|retour à|volver a)\s+(.+)$/is;

/** "If the review fails go back to Draft": a connector. "When X happens, do Y": a step behind what X names. */
export function readCondition(clause: Clause): Command[] | null {
  const [condition] = groupsOf(CONDITION, clause.text) ?? [];
  if (condition === undefined) return null;
  const go = GO.exec(condition);
  const comma = condition.search(/,\s|\s+then\s/);
  const cause = condition.slice(0, go?.index ?? comma);
  const [subject, label] = subjectOf(cause, clause) ?? [];
  if (subject === undefined || label === undefined || (go === null && comma < 0)) return null;
  const text = clause.names.show(label);
  const step = condition.slice(comma).replace(/^,?\s*(?:then\s+)?/, '');
  const to = go?.[1] ?? (clause.isThere(step) ? step : undefined);
  if (to !== undefined) {
    return [{ kind: 'connect', from: [subject], to: [to], label: text, isDashed: false, insteadOf: null }];
  }
  return [{ ...addition([clause.names.show(step)]), place: { relation: 'after', of: subject }, label: text }];
}

/** What a condition is about, and the rest of it: the shortest beginning that is there. */
function subjectOf(cause: string, { isThere }: Clause): [string, string] | null {
  const words = cause.trim().split(/\s+/).slice(0, 12);
  for (let length = 1; length < words.length; length += 1) {
    const [subject, rest] = [words.slice(0, length).join(' '), words.slice(length).join(' ')];
    if (withoutArticle(subject) === '' || !isThere(subject)) continue;
    if (length + 1 < words.length && isThere(words.slice(0, length + 1).join(' '))) continue;
    return [subject, rest.replace(/^(?:is|are|happens?|occurs?|was)\s+/i, '')];
  }
  return null;
}

const LEADS =
  /^(.+?)\s+(?:both\s+|also\s+|now\s+|then\s+|should\s+|must\s+|directly\s+|all\s+)*(?:leads?|goes|go|talks?|points?|flows?|connects?|calls?|links?|feeds?|depends?|writes?|reads?|sends?(?:\s+\S+){0,2}|is\s+connected|are\s+connected|be\s+connected|führt|führen|mène|mènent|lleva|llevan)\s+(?:back\s+|on\s+|directly\s+)?(?:to|into|on|from|with|zu|à|a)?\s*(.+?)(?:\s+(?:instead of|rather than|and not|not|statt|au lieu de|en vez de)\s+(.+))?$/is;

/** "Web app and Mobile app both talk to Payments", "Error page should go back to Cart instead of Payment". */
export function readLeading(clause: Clause): Command[] | null {
  const [from, target, instead] = groupsOf(LEADS, clause.text) ?? [];
  const [to, condition] = target?.split(/\s+(?:if|when|in case)\s+/i) ?? [];
  if (from === undefined || to === undefined || namesLines(from)) return null;
  const areThere = (phrases: readonly string[]) =>
    phrases.every((phrase) => clause.isThere(phrase, { kind: 'SHAPE' }));
  const [starts, ends] = [phrasesOf(from, clause), phrasesOf(to, clause)];
  if (!areThere(starts) || !areThere(ends)) return null;
  return [
    {
      ...{ kind: 'connect', from: starts, to: ends, isDashed: false },
      label: condition === undefined ? null : clause.names.show(condition),
      insteadOf: instead === undefined || instead === '' ? null : instead,
    },
  ];
}
