import { emptyPredicate, type Predicate } from './predicate.ts';
import type { VerbForm } from './verbs.ts';

/** Subjects and objects with the verb between them. */
export type Clause = Predicate & { subjects: string[]; verb: VerbForm };

/** A clause, and its subject; '' where it goes on with the subjects before it. */
export type Found = { subject: string; clause: Clause };

/** A clause with no more than a verb, beside what is said otherwise. */
export function clauseWith(verb: VerbForm, said: Partial<Predicate>): Clause {
  return { ...emptyPredicate, subjects: [], verb, ...said };
}
