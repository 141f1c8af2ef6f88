import { actionOf, actorOf, taskOf } from '../clauses/actionText.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';
import type { Activity } from './statement.ts';

/** Whether an event is something that somebody does: "the reader collects the book". */
export function isDone({ words, verb }: Clause): boolean {
  if (verb === null || verb.isState || verb.isPassive) return false;
  return words.slice(verb.main + 1).some(({ tags }) => tags.has('Noun'));
}

/** A clause about an event as an activity. */
export function eventOf(clause: Clause): Activity {
  return activityOf(actorOf(clause), actionOf(clause), clause);
}

/** An activity as it was written, without the article; as a command where nobody or "we" do it. */
export function activityOf(actor: string, action: string, clause: Clause): Activity {
  const task = taskOf(clause);
  const isNobody = actor === '' || /^(?:we|you|i)$/.test(actor);
  return {
    kind: 'activity',
    text: isNobody ? task : withoutArticle(`${actor} ${action}`),
    actor: isNobody || /^(?:it|they|he|she)$/.test(actor) ? null : withoutArticle(actor),
    task,
    isPassive: clause.verb?.isPassive === true,
  };
}

/** "The clerk" as "clerk". */
export function withoutArticle(text: string): string {
  return text.replace(/^(?:the|an?)\s+/i, '');
}

/** The words of a clause without the punctuation behind them. */
export function plainEvent({ words }: Clause): string {
  return textOf(words).replace(/[,.;:]+$/, '');
}
